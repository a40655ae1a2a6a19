import { useFrame, useWords } from '../frame';
import { NumberField } from '../kit/fields';
import { Form } from '../kit/Form';
import { api } from '../kit/http';
import { useForm } from '../kit/useForm';
import { useResource } from '../kit/useResource';
import { type Counted, countWords, previewPath, type Retention, retentionSpeech } from './retention';

/** The times with what would go by them today; erasing conversations is asked about, since it cannot be undone. */
export function TimesForm({ retention: { settings, version }, reload }: { retention: Retention; reload(): void }) {
  const w = useWords(retentionSpeech);
  const { ask } = useFrame();
  const { conversationDays, auditDays, technicalDays } = settings;
  const form = useForm({
    w,
    reload,
    initial: { conversationDays, auditDays, technicalDays },
    save: (values) => api.put('/api/retention', { ...values, version }),
    saved: reload,
  });
  const counted = useResource<Counted>(previewPath(form.values));
  const submit = async (element: HTMLFormElement) => {
    const n = countWords(counted.value?.conversations ?? 0, w);
    const isErasing = form.values.conversationDays !== null && form.values.conversationDays !== conversationDays && element.checkValidity();
    const isSure = !isErasing || (await ask({ title: w.t('retention.ask'), text: w.t('retention.ask.text', { n }), yes: w.t('retention.ask.yes'), no: w.t('retention.ask.no') }));
    if (isSure) form.submit(element);
  };
  return (
    <Form of={{ ...form, submit: (element) => void submit(element) }}>
      <NumberField label={w.t('retention.conversations')} hint={w.t('retention.conversations.hint')} min={30} max={3650} step={1} {...form.field('conversationDays')} />
      <NumberField label={w.t('retention.audit')} hint={w.t('retention.audit.hint')} min={180} max={3650} step={1} {...form.field('auditDays')} />
      <NumberField label={w.t('retention.technical')} hint={w.t('retention.technical.hint')} min={7} max={3650} step={1} {...form.field('technicalDays')} />
      <section aria-labelledby="retention-preview">
        <h3 id="retention-preview">{w.t('retention.preview')}</h3>
        <div role="status">
          {counted.trouble !== null ? (
            <p class="hint">{w.t('retention.preview.wrong')}</p>
          ) : (
            counted.value && (
              <dl class="facts">
                <dt>{w.t('retention.preview.conversations')}</dt>
                <dd>{countWords(counted.value.conversations, w)}</dd>
                <dt>{w.t('retention.preview.audit')}</dt>
                <dd>{countWords(counted.value.auditLines, w)}</dd>
                <dt>{w.t('retention.preview.technical')}</dt>
                <dd>{countWords(counted.value.technical, w)}</dd>
              </dl>
            )
          )}
        </div>
      </section>
    </Form>
  );
}
