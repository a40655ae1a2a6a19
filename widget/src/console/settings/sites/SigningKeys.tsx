import { useSignal } from '@preact/signals';
import { instantWords } from '../../../i18n/settings/dates';
import { useFrame, useWords } from '../frame';
import { Form } from '../kit/Form';
import { AreaField, SelectField } from '../kit/fields';
import { api } from '../kit/http';
import { Once } from '../kit/Once';
import { Table } from '../kit/Table';
import { Trouble } from '../kit/Trouble';
import { useForm } from '../kit/useForm';
import { algorithms, type SigningKey, type Site } from './site';
import { siteSpeech } from './words';

interface KeysProps {
  site: Site;
  reload(): void;
}

/** With what the site vouches for its users. */
export function SigningKeys({ site, reload }: KeysProps) {
  const w = useWords(siteSpeech);
  const secret = useSignal<string | null>(null);
  const isFull = site.keys.filter(({ retiredAt }) => retiredAt === null).length >= 2;
  const left = () => {
    secret.value = null;
    reload();
  };
  return (
    <section aria-labelledby="signing">
      <h3 id="signing">{w.t('signing')}</h3>
      <p>{w.t('signing.about')}</p>
      {site.keys.length > 0 && <Lines site={site} reload={reload} />}
      {isFull ? <p>{w.t('refusal.too-many-keys')}</p> : <Add key={site.keys.length} site={site} added={(shown) => (shown === null ? reload() : (secret.value = shown))} />}
      {secret.value !== null && (
        <Once title={w.t('signing.once')} text={w.t('signing.once.text')} lines={[secret.value]} copy={w.t('signing.copy')} copied={w.t('signing.copied')} done={w.t('signing.done')} left={left} />
      )}
    </section>
  );
}

function Add({ site, added }: { site: Site; added(secret: string | null): void }) {
  const w = useWords(siteSpeech);
  const form = useForm({
    w,
    initial: { algorithm: 'HS256' as (typeof algorithms)[number], publicKey: '' },
    save: (values) => api.post<{ secret: string | null }>(`/api/sites/${site.id}/keys`, values),
    saved: ({ secret }) => added(secret),
  });
  return (
    <Form of={form} save={w.t('signing.add')}>
      <SelectField label={w.t('signing.algorithm')} options={algorithms.map((value) => ({ value, label: w.t(`algorithm.${value}`) }))} {...form.field('algorithm')} />
      {form.values.algorithm !== 'HS256' && <AreaField label={w.t('signing.public')} hint={w.t('signing.public.hint')} required rows={6} {...form.field('publicKey')} />}
    </Form>
  );
}

function Lines({ site, reload }: KeysProps) {
  const w = useWords(siteSpeech);
  const { ask } = useFrame();
  const trouble = useSignal<unknown>(null);
  const at = (instant: string) => instantWords(new Date(instant), w.locale);
  const retire = async ({ id, hint }: SigningKey) => {
    if (!(await ask({ title: w.t('signing.retire.title', { hint }), text: w.t('signing.retire.text'), yes: w.t('signing.retire'), no: w.t('cancel') }))) return;
    trouble.value = null;
    await api.post(`/api/sites/${site.id}/keys/${id}/retire`).then(reload, (error: unknown) => void (trouble.value = error));
  };
  return (
    <>
      {trouble.value !== null && <Trouble error={trouble.value} retry={reload} />}
      <Table
        caption={w.t('signing')}
        rows={site.keys}
        keyOf={({ id }) => id}
        columns={[
          { title: w.t('signing.algorithm'), cell: ({ algorithm, hint }) => `${algorithm} …${hint}` },
          { title: w.t('signing.created'), cell: ({ createdAt }) => at(createdAt) },
          {
            title: w.t('signing.state'),
            cell: (key) =>
              key.retiredAt !== null ? (
                w.t('signing.retired', { at: at(key.retiredAt) })
              ) : (
                <button type="button" class="button quiet" aria-label={w.t('signing.retireOne', { hint: key.hint })} onClick={() => void retire(key)}>
                  {w.t('signing.retire')}
                </button>
              ),
          },
        ]}
      />
    </>
  );
}
