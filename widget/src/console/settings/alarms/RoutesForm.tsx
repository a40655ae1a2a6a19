import { useWords } from '../frame';
import { CheckField, NumberField, TextField } from '../kit/fields';
import { Form } from '../kit/Form';
import { api } from '../kit/http';
import { useForm } from '../kit/useForm';
import { type Alarms, alarmSpeech } from './alarm';
import './alarms.css';

interface FormProps {
  alarms: Alarms;
  reload(): void;
  /** With the secret that was made, if one was. */
  saved(secret: string | null): void;
}

const kinds = ['night', 'missed', 'near'] as const;

/** All routes in one form: they are saved together. */
export function RoutesForm({ alarms: { settings, version }, reload, saved }: FormProps) {
  const w = useWords(alarmSpeech);
  const form = useForm({
    w,
    reload,
    initial: {
      nightLeads: settings.night.leads,
      nightWebhook: settings.night.webhook,
      nightMail: settings.night.mail,
      missedLeads: settings.missed.leads,
      missedWebhook: settings.missed.webhook,
      missedMail: settings.missed.mail,
      nearLeads: settings.near.leads,
      nearWebhook: settings.near.webhook,
      nearMail: settings.near.mail,
      repeatMinutes: settings.repeatMinutes as number | null,
      webhookUrl: settings.webhookUrl ?? '',
      mailTo: settings.mailTo.join(', '),
      newSecret: false,
    },
    save: ({ repeatMinutes, webhookUrl, mailTo, newSecret, ...values }) =>
      api.put<{ secret: string | null }>('/api/alarms', {
        ...Object.fromEntries(kinds.map((kind) => [kind, { leads: values[`${kind}Leads`], webhook: values[`${kind}Webhook`], mail: values[`${kind}Mail`] }])),
        repeatMinutes,
        webhookUrl,
        mailTo: mailTo.split(/[\s,;]+/).filter(Boolean),
        newSecret,
        version,
      }),
    saved: ({ secret }) => saved(secret),
  });
  return (
    <Form of={form}>
      {kinds.map((kind) => (
        <fieldset key={kind} class="alarm-route">
          <legend>{w.t(`alarms.${kind}`)}</legend>
          {kind !== 'near' && <p class="hint">{w.t(kind === 'night' ? 'alarms.night.about' : 'alarms.deadline.about')}</p>}
          <CheckField label={w.t('alarms.leads')} {...form.field(`${kind}Leads`)} />
          <CheckField label={w.t('alarms.mail')} {...form.field(`${kind}Mail`)} />
          <CheckField label={w.t('alarms.webhook')} {...form.field(`${kind}Webhook`)} />
          {kind === 'night' && <NumberField label={w.t('alarms.repeat')} required min={1} max={60} step={1} {...form.field('repeatMinutes')} />}
        </fieldset>
      ))}
      <fieldset class="alarm-route">
        <legend>{w.t('alarms.letters')}</legend>
        <TextField label={w.t('alarms.mailTo')} hint={w.t('alarms.mailTo.hint')} maxLength={2000} {...form.field('mailTo')} />
      </fieldset>
      <fieldset class="alarm-route">
        <legend>{w.t('alarms.program')}</legend>
        <TextField label={w.t('alarms.url')} hint={w.t('alarms.url.hint')} type="url" maxLength={500} {...form.field('webhookUrl')} />
        <p class="hint">{settings.secretHint === null ? w.t('alarms.secret.none') : w.t('alarms.secret', { hint: settings.secretHint })}</p>
        {settings.secretHint !== null && <CheckField label={w.t('alarms.newSecret')} {...form.field('newSecret')} />}
      </fieldset>
    </Form>
  );
}
