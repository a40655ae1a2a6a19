import type { AgentRole } from '../../../contract/hubs';
import { useWords } from '../frame';
import { CheckField, ChecksField, TextField } from '../kit/fields';
import { Form } from '../kit/Form';
import { api } from '../kit/http';
import { useForm } from '../kit/useForm';
import type { Issued } from './IssuedLink';
import { peopleSpeech, useRoles } from './person';

export function InviteForm({ issued, left }: { issued(one: Issued): void; left(): void }) {
  const w = useWords(peopleSpeech);
  const roles = useRoles();
  const form = useForm({
    w,
    initial: { email: '', name: '', roles: ['Agent'] as readonly AgentRole[], paidSupport: false },
    save: (values) => api.post<Issued>('/api/invitations', values),
    saved: issued,
  });
  return (
    <>
      <h4>{w.t('people.invite.title')}</h4>
      <Form of={form} save={w.t('people.invite.send')} left={left}>
        <TextField label={w.t('people.email')} type="email" required maxLength={200} {...form.field('email')} />
        <TextField label={w.t('people.name')} hint={w.t('people.name.hint')} required maxLength={80} {...form.field('name')} />
        <ChecksField label={w.t('people.roles')} options={roles} {...form.field('roles')} />
        <CheckField label={w.t('people.paid')} {...form.field('paidSupport')} />
      </Form>
    </>
  );
}
