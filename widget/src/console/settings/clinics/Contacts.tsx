import { useWords } from '../frame';
import { TextField } from '../kit/fields';
import type { Bound } from '../kit/useForm';
import { clinicSpeech, type Contact } from './clinic';

/** A contact as it is written: phones separated by commas. */
export interface ContactFields {
  name: string;
  role: string;
  phones: string;
  email: string;
}

const nobody: ContactFields = { name: '', role: '', phones: '', email: '' };
const most = 50;

export const fieldsOf = ({ name, role, phones, email }: Contact): ContactFields => ({ name, role: role ?? '', phones: phones.join(', '), email: email ?? '' });

export const toContacts = (contacts: readonly ContactFields[]): Contact[] =>
  contacts.map(({ name, role, phones, email }) => ({ name, role: role || null, phones: phones.split(/[,;\n]/).map((phone) => phone.trim()).filter(Boolean), email: email || null }));

export function Contacts({ of: { value, write } }: { of: Bound<readonly ContactFields[]> }) {
  const w = useWords(clinicSpeech);
  return (
    <fieldset class="field clinic-contacts">
      <legend>{w.t('clinics.contacts')}</legend>
      {value.map((contact, at) => (
        <One
          key={at}
          at={at}
          contact={contact}
          change={(changed) => write(value.with(at, changed))}
          remove={() => write(value.filter((_, other) => other !== at))}
        />
      ))}
      {value.length < most && (
        <button type="button" class="button quiet" onClick={() => write([...value, nobody])}>
          {w.t('clinics.contact.add')}
        </button>
      )}
    </fieldset>
  );
}

function One({ at, contact, change, remove }: { at: number; contact: ContactFields; change(contact: ContactFields): void; remove(): void }) {
  const w = useWords(clinicSpeech);
  const field = (name: keyof ContactFields) => ({ name: `contact-${at}-${name}`, maxLength: 200, value: contact[name], write: (text: string) => change({ ...contact, [name]: text }) });
  return (
    <div class="clinic-contact" role="group" aria-label={w.t('clinics.contact', { number: at + 1 })}>
      <TextField label={w.t('clinics.contact.name')} {...field('name')} />
      <TextField label={w.t('clinics.contact.role')} {...field('role')} />
      <TextField type="tel" label={w.t('clinics.contact.phones')} {...field('phones')} maxLength={1000} />
      <TextField type="email" label={w.t('clinics.contact.email')} {...field('email')} />
      <button type="button" class="button quiet" aria-label={w.t('clinics.contact.removeOne', { number: at + 1 })} onClick={remove}>
        {w.t('clinics.contact.remove')}
      </button>
    </div>
  );
}
