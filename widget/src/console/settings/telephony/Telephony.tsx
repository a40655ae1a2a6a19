import { useSignal } from '@preact/signals';
import { instantWords } from '../../../i18n/settings/dates';
import en from '../../../i18n/settings/telephony.en.json';
import ru from '../../../i18n/settings/telephony.ru.json';
import { speech } from '../../../i18n/settings/words';
import { linkTo } from '../address';
import { useWords } from '../frame';
import { CheckField, NumberField, TextField } from '../kit/fields';
import { Form } from '../kit/Form';
import { api } from '../kit/http';
import { Loaded } from '../kit/Loaded';
import { Once } from '../kit/Once';
import { Page } from '../kit/Page';
import { useForm } from '../kit/useForm';
import { useResource } from '../kit/useResource';
import './telephony.css';

const telephonySpeech = speech({ ru, en });

interface Answer {
  settings: { cityCode: string | null; keepDays: number; secretHint: string | null };
  version: number;
  lastCall: string | null;
}

/** The telephone exchange: its secret, and what it has to be told. */
export default function Telephony() {
  const w = useWords(telephonySpeech);
  const telephony = useResource<Answer>('/api/telephony');
  const secret = useSignal<string | null>(null);
  const saved = (made: string | null) => {
    secret.value = made;
    telephony.reload();
  };
  return (
    <Page title={w.t('screen.telephony')} about={w.t('telephony.about')}>
      <Loaded of={telephony}>
        {(answer) => (
          <>
            <p class="telephony-last">
              {answer.lastCall === null ? w.t('telephony.last.none') : w.t('telephony.last', { at: instantWords(new Date(answer.lastCall), w.locale) })}{' '}
              <a href={linkTo('integrations')}>{w.t('telephony.health')}</a>
            </p>
            <ExchangeForm answer={answer} reload={telephony.reload} saved={saved} />
          </>
        )}
      </Loaded>
      <How />
      {secret.value !== null && (
        <Once
          title={w.t('telephony.secret.title')}
          text={w.t('telephony.secret.text')}
          lines={[secret.value]}
          copy={w.t('telephony.secret.copy')}
          copied={w.t('telephony.secret.copied')}
          done={w.t('telephony.secret.done')}
          left={() => (secret.value = null)}
        />
      )}
    </Page>
  );
}

function ExchangeForm({ answer: { settings, version }, reload, saved }: { answer: Answer; reload(): void; saved(secret: string | null): void }) {
  const w = useWords(telephonySpeech);
  const form = useForm({
    w,
    reload,
    initial: { cityCode: settings.cityCode ?? '', keepDays: settings.keepDays as number | null, newSecret: settings.secretHint === null },
    save: (values) => api.put<{ secret: string | null }>('/api/telephony', { ...values, cityCode: values.cityCode || null, version }),
    saved: ({ secret }) => saved(secret),
  });
  return (
    <Form of={form}>
      <TextField label={w.t('telephony.cityCode')} hint={w.t('telephony.cityCode.hint')} maxLength={5} {...form.field('cityCode')} />
      <NumberField label={w.t('telephony.keepDays')} hint={w.t('telephony.keepDays.hint')} required min={1} max={3650} step={1} {...form.field('keepDays')} />
      <p class="hint">{settings.secretHint === null ? w.t('telephony.secret.none') : w.t('telephony.secret', { hint: settings.secretHint })}</p>
      <CheckField label={w.t('telephony.newSecret')} {...form.field('newSecret')} />
    </Form>
  );
}

/** In words, and as somebody would type it. */
function How() {
  const w = useWords(telephonySpeech);
  return (
    <section class="page-part telephony-how" aria-labelledby="telephony-how">
      <h3 id="telephony-how">{w.t('telephony.how')}</h3>
      <p>{w.t('telephony.how.when')}</p>
      <p>{w.t('telephony.how.number')}</p>
      <p>{w.t('telephony.how.sign')}</p>
      <pre class="telephony-example" tabIndex={0} aria-label={w.t('telephony.example')}>
        {example(location.origin)}
      </pre>
    </section>
  );
}

const example = (origin: string) => `BODY='{"id":"1795456804.17","from":"+74951234567","to":"101","state":"ringing"}'
T=$(date +%s)
V1=$(printf '%s.%s' "$T" "$BODY" | openssl dgst -sha256 -hmac "$SECRET" -hex | sed 's/.* //')
curl ${origin}/api/calls \\
  -H 'Content-Type: application/json' \\
  -H "X-iStom-Signature: t=$T,v1=$V1" \\
  -d "$BODY"`;
