import { linkTo } from '../address';
import { useWords } from '../frame';
import { CheckField, ChecksField, NumberField, TextField } from '../kit/fields';
import { Form } from '../kit/Form';
import { api } from '../kit/http';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { type Session, Sessions } from '../kit/Sessions';
import { useForm } from '../kit/useForm';
import { useResource } from '../kit/useResource';
import { Disable } from './Disable';
import { LostPassword } from './LostPassword';
import { type Person, peopleSpeech, useRoles } from './person';

/** One account: rights, sign-ins, and its end. */
export function PersonPage({ id }: { id: string }) {
  const w = useWords(peopleSpeech);
  const people = useResource<Person[]>('/api/agents');
  const person = people.value?.find((one) => one.id === id);
  return (
    <Page title={person?.name ?? w.t('people.name')} up={{ link: linkTo('people'), name: w.t('screen.people') }}>
      <Loaded of={people}>
        {() =>
          person === undefined ? (
            <p class="nothing">{w.t('refusal.agent-not-found')}</p>
          ) : (
            <>
              <Edit person={person} reload={people.reload} />
              <SignIns id={id} />
              <LostPassword person={person} />
              <Disable person={person} done={people.reload} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Edit({ person, reload }: { person: Person; reload(): void }) {
  const w = useWords(peopleSpeech);
  const roles = useRoles();
  const { id, version, email, name, roles: held, paidSupport, chatLimit } = person;
  const form = useForm({
    w,
    reload,
    initial: { name, email, roles: held, paidSupport, chatLimit },
    save: (values) => api.put(`/api/agents/${id}`, { ...values, version }),
    saved: reload,
  });
  return (
    <Form of={form}>
      <TextField label={w.t('people.name')} hint={w.t('people.name.hint')} required maxLength={80} {...form.field('name')} />
      <TextField label={w.t('people.email')} type="email" required maxLength={200} {...form.field('email')} />
      <ChecksField label={w.t('people.roles')} options={roles} {...form.field('roles')} />
      <CheckField label={w.t('people.paid')} {...form.field('paidSupport')} />
      <NumberField label={w.t('people.limit')} hint={w.t('people.limit.hint')} min={1} max={100} step={1} {...form.field('chatLimit')} />
    </Form>
  );
}

function SignIns({ id }: { id: string }) {
  const w = useWords(peopleSpeech);
  const sessions = useResource<Session[]>(`/api/agents/${id}/sessions`);
  return (
    <section class="page-part" aria-labelledby="people-sessions">
      <h3 id="people-sessions">{w.t('people.sessions')}</h3>
      <Loaded of={sessions}>
        {(list) =>
          list.length === 0 ? (
            <p class="nothing">{w.t('people.sessions.none')}</p>
          ) : (
            <Sessions sessions={list} end={(session) => void api.post(`/api/account/sessions/${session.id}/end`).finally(sessions.reload)} />
          )
        }
      </Loaded>
    </section>
  );
}
