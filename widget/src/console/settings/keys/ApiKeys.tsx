import { useSignal } from '@preact/signals';
import en from '../../../i18n/settings/keys.en.json';
import ru from '../../../i18n/settings/keys.ru.json';
import { instantWords } from '../../../i18n/settings/dates';
import { speech } from '../../../i18n/settings/words';
import { useFrame, useWords } from '../frame';
import { Form } from '../kit/Form';
import { ChecksField, TextField } from '../kit/fields';
import { api } from '../kit/http';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { Table } from '../kit/Table';
import { Trouble } from '../kit/Trouble';
import { useForm } from '../kit/useForm';
import { useResource } from '../kit/useResource';
import './keys.css';

const keySpeech = speech({ ru, en });
const scopes = ['clinics:write'] as const;

interface ApiKey {
  id: string;
  name: string;
  scopes: readonly string[];
  hint: string;
  usedAt: string | null;
  revokedAt: string | null;
}

/** By what other programs speak to the server. */
export default function ApiKeys() {
  const w = useWords(keySpeech);
  const keys = useResource<readonly ApiKey[]>('/api/api-keys');
  const secret = useSignal<string | null>(null);
  const made = (shown: string) => {
    secret.value = shown;
    keys.reload();
  };
  return (
    <Page title={w.t('screen.keys')} about={w.t('keys.about')}>
      <Create made={made} />
      <div role="status">
        {secret.value !== null && (
          <p class="key-once">
            {w.t('keys.once')} <code>{secret.value}</code>
          </p>
        )}
      </div>
      <Loaded of={keys}>{(known) => (known.length === 0 ? <p class="nothing">{w.t('keys.empty')}</p> : <Lines keys={known} reload={keys.reload} />)}</Loaded>
    </Page>
  );
}

function Create({ made }: { made(secret: string): void }) {
  const w = useWords(keySpeech);
  const form = useForm({
    w,
    initial: { name: '', scopes: [...scopes] as readonly (typeof scopes)[number][] },
    save: (values) => api.post<{ secret: string }>('/api/api-keys', values),
    saved: ({ secret }) => made(secret),
  });
  return (
    <Form of={form} save={w.t('keys.create')}>
      <TextField label={w.t('keys.name')} hint={w.t('keys.name.hint')} required maxLength={200} {...form.field('name')} />
      <ChecksField label={w.t('keys.scopes')} required options={scopes.map((scope) => ({ value: scope, label: w.t(`scope.${scope}`) }))} {...form.field('scopes')} />
    </Form>
  );
}

function Lines({ keys, reload }: { keys: readonly ApiKey[]; reload(): void }) {
  const w = useWords(keySpeech);
  const { ask } = useFrame();
  const trouble = useSignal<unknown>(null);
  const at = (instant: string) => instantWords(new Date(instant), w.locale);
  const revoke = async ({ id, name }: ApiKey) => {
    if (!(await ask({ title: w.t('keys.revoke.title', { name }), text: w.t('keys.revoke.text'), yes: w.t('keys.revoke'), no: w.t('cancel') }))) return;
    trouble.value = null;
    await api.post(`/api/api-keys/${id}/revoke`).then(reload, (error: unknown) => void (trouble.value = error));
  };
  return (
    <>
      {trouble.value !== null && <Trouble error={trouble.value} retry={reload} />}
      <Table
        caption={w.t('screen.keys')}
        rows={keys}
        keyOf={({ id }) => id}
        columns={[
          { title: w.t('keys.name'), cell: ({ name }) => name },
          { title: w.t('keys.hint'), cell: ({ hint }) => `…${hint}` },
          { title: w.t('keys.used'), cell: ({ usedAt }) => (usedAt === null ? w.t('keys.never') : at(usedAt)) },
          {
            title: w.t('keys.state'),
            cell: (key) =>
              key.revokedAt !== null ? (
                w.t('keys.revoked', { at: at(key.revokedAt) })
              ) : (
                <button type="button" class="button quiet" aria-label={w.t('keys.revokeOne', { name: key.name })} onClick={() => void revoke(key)}>
                  {w.t('keys.revoke')}
                </button>
              ),
          },
        ]}
      />
    </>
  );
}
