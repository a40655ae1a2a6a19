import { useWords } from '../frame';
import { NumberField } from '../kit/fields';
import { Form } from '../kit/Form';
import { api } from '../kit/http';
import { useForm } from '../kit/useForm';
import { type KeptSettings, type MailSettings, mailSpeech } from './mail';

type Values = Record<keyof MailSettings, number | null>;

/** How much mail is taken in, and how long an answer waits; the same for all mailboxes. */
export function MailSettingsForm({ kept: { settings, version }, reload }: { kept: KeptSettings; reload(): void }) {
  const w = useWords(mailSpeech);
  const { largestMebibytes, mostPerHour, mostAcknowledgements, readingMinutes, heldBackDays } = settings;
  const form = useForm<Values>({
    w,
    reload,
    initial: { largestMebibytes, mostPerHour, mostAcknowledgements, readingMinutes, heldBackDays },
    save: (values) => api.put('/api/mail/settings', { ...values, version }),
    saved: reload,
  });
  return (
    <section class="page-part" aria-labelledby="mail-limits">
      <h3 id="mail-limits">{w.t('mail.limits')}</h3>
      <p class="hint">{w.t('mail.limits.about')}</p>
      <Form of={form}>
        <NumberField label={w.t('mail.limits.size')} hint={w.t('mail.limits.size.hint')} required min={1} max={25} step={1} {...form.field('largestMebibytes')} />
        <NumberField label={w.t('mail.limits.perHour')} hint={w.t('mail.limits.perHour.hint')} required min={1} max={1000} step={1} {...form.field('mostPerHour')} />
        <NumberField label={w.t('mail.limits.acknowledgements')} hint={w.t('mail.limits.acknowledgements.hint')} required min={0} max={100} step={1} {...form.field('mostAcknowledgements')} />
        <NumberField label={w.t('mail.limits.reading')} hint={w.t('mail.limits.reading.hint')} required min={0} max={60} step={1} {...form.field('readingMinutes')} />
        <NumberField label={w.t('mail.limits.heldBack')} hint={w.t('mail.limits.heldBack.hint')} required min={1} max={365} step={1} {...form.field('heldBackDays')} />
      </Form>
    </section>
  );
}
