import { useSignal } from '@preact/signals';
import type { AgentRole } from '../../../contract/hubs';
import { instantWords } from '../../../i18n/settings/dates';
import { useFrame, useWords } from '../frame';
import { api } from '../kit/http';
import { Loaded } from '../kit/Loaded';
import { Table } from '../kit/Table';
import { useResource } from '../kit/useResource';
import { InviteForm } from './InviteForm';
import { type Issued, IssuedLink } from './IssuedLink';
import { peopleSpeech } from './person';

interface Invitation {
  id: string;
  email: string;
  name: string;
  roles: readonly AgentRole[];
  expiresAt: string;
  expired: boolean;
}

/** Who was invited and has not come yet; a link is shown once, when it is made. */
export function Invitations() {
  const w = useWords(peopleSpeech);
  const { ask } = useFrame();
  const open = useResource<Invitation[]>('/api/invitations');
  const issued = useSignal<Issued | null>(null);
  const isInviting = useSignal(false);
  const at = (instant: string) => instantWords(new Date(instant), w.locale);
  const show = (one: Issued) => {
    issued.value = one;
    isInviting.value = false;
    open.reload();
  };
  const revoke = async ({ id, email }: Invitation) => {
    if (await ask({ title: w.t('people.revoke.title'), text: w.t('people.revoke.text', { email }), yes: w.t('people.revoke'), no: w.t('people.keep') }))
      await api.post(`/api/invitations/${id}/revoke`).finally(open.reload);
  };
  return (
    <section class="page-part" aria-labelledby="people-invitations">
      <h3 id="people-invitations">{w.t('people.invitations')}</h3>
      <Loaded of={open}>
        {(list) =>
          list.length > 0 && (
            <Table
              caption={w.t('people.invitations')}
              rows={list}
              keyOf={(one) => one.id}
              columns={[
                { title: w.t('people.email'), cell: (one) => one.email },
                { title: w.t('people.roles'), cell: (one) => one.roles.map((role) => w.t(`role.${role}`)).join(', ') || '—' },
                { title: w.t('people.until'), cell: (one) => (one.expired ? w.t('people.expired') : at(one.expiresAt)) },
                { title: w.t('people.steps'), cell: (one) => <Steps email={one.email} reissue={() => void api.post<Issued>(`/api/invitations/${one.id}/reissue`).then(show, open.reload)} revoke={() => void revoke(one)} /> },
              ]}
            />
          )
        }
      </Loaded>
      {isInviting.value ? (
        <InviteForm issued={show} left={() => (isInviting.value = false)} />
      ) : (
        <p class="form-foot">
          <button type="button" class="button" onClick={() => (isInviting.value = true)}>
            {w.t('people.invite')}
          </button>
        </p>
      )}
      {issued.value && <IssuedLink kind="invite" issued={issued.value} left={() => (issued.value = null)} />}
    </section>
  );
}

function Steps({ email, reissue, revoke }: { email: string; reissue(): void; revoke(): void }) {
  const w = useWords(peopleSpeech);
  return (
    <span class="form-foot">
      <button type="button" class="button quiet" aria-label={`${w.t('people.reissue')}: ${email}`} onClick={reissue}>
        {w.t('people.reissue')}
      </button>
      <button type="button" class="button quiet" aria-label={`${w.t('people.revoke')}: ${email}`} onClick={revoke}>
        {w.t('people.revoke')}
      </button>
    </span>
  );
}
