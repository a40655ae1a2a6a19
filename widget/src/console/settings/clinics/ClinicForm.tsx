import { useWords } from '../frame';
import { Form } from '../kit/Form';
import { AreaField, DateField, SelectField, TextField } from '../kit/fields';
import { api } from '../kit/http';
import { useForm } from '../kit/useForm';
import './clinics.css';
import { type ClinicCard, clinicSpeech, type Tariff } from './clinic';
import { Contacts, type ContactFields, fieldsOf, toContacts } from './Contacts';

interface Values {
  name: string;
  number: string;
  tariffId: string;
  tariffFrom: string;
  tariffUntil: string;
  contacts: readonly ContactFields[];
  product: string;
  productVersion: string;
  teamViewerId: string;
  notes: string;
}

interface ClinicFormProps {
  /** Without it, a new one. */
  clinic?: ClinicCard;
  tariffs: readonly Tariff[];
  saved(clinic: ClinicCard): void;
  reload?(): void;
}

export function ClinicForm({ clinic, tariffs, saved, reload }: ClinicFormProps) {
  const w = useWords(clinicSpeech);
  const form = useForm<Values, ClinicCard>({ w, initial: valuesOf(clinic), saved, ...(reload && { reload }), save: (values) => send(values, clinic) });
  const field = form.field;
  const ownTerms = clinic?.ownTerms ?? null;
  return (
    <Form of={form}>
      <TextField label={w.t('clinics.name')} required maxLength={200} {...field('name')} />
      <TextField label={w.t('clinics.number')} hint={w.t('clinics.number.hint')} maxLength={200} {...field('number')} />
      <SelectField
        label={w.t('clinics.tariff')}
        hint={w.t('clinics.tariff.hint')}
        none={ownTerms ? w.t('clinics.ownTerms', { name: ownTerms.name }) : w.t('clinics.noTariff')}
        options={tariffs.map(({ id, name }) => ({ value: id, label: name }))}
        {...field('tariffId')}
      />
      <div class="clinic-pair">
        <DateField label={w.t('clinics.from')} max={form.values.tariffUntil} {...field('tariffFrom')} />
        <DateField label={w.t('clinics.until')} min={form.values.tariffFrom} {...field('tariffUntil')} />
      </div>
      <Contacts of={field('contacts')} />
      <div class="clinic-pair">
        <TextField label={w.t('clinics.product')} maxLength={200} {...field('product')} />
        <TextField label={w.t('clinics.version')} maxLength={200} {...field('productVersion')} />
      </div>
      <TextField label={w.t('clinics.teamViewer')} hint={w.t('clinics.teamViewer.hint')} maxLength={200} {...field('teamViewerId')} />
      <AreaField label={w.t('clinics.notes')} hint={w.t('clinics.notes.hint')} maxLength={8000} {...field('notes')} />
    </Form>
  );
}

function valuesOf(clinic?: ClinicCard): Values {
  return {
    name: clinic?.clinic.name ?? '',
    number: clinic?.number ?? '',
    tariffId: clinic?.tariffId ?? '',
    tariffFrom: clinic?.tariffFrom ?? '',
    tariffUntil: clinic?.tariffUntil ?? '',
    contacts: (clinic?.contacts ?? []).map(fieldsOf),
    product: clinic?.product ?? '',
    productVersion: clinic?.productVersion ?? '',
    teamViewerId: clinic?.teamViewerId ?? '',
    notes: clinic?.notes ?? '',
  };
}

function send({ contacts, ...texts }: Values, clinic?: ClinicCard): Promise<ClinicCard> {
  const given = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text === '' ? null : text]));
  const body = { ...given, contacts: toContacts(contacts), version: clinic?.version ?? 0 };
  return api.post<ClinicCard>(clinic ? `/api/clinics/${clinic.clinic.id}` : '/api/clinics', body);
}
