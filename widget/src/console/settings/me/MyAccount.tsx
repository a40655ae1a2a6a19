import { useSignal } from '@preact/signals';
import en from '../../../i18n/settings/me.en.json';
import ru from '../../../i18n/settings/me.ru.json';
import { speech } from '../../../i18n/settings/words';
import { useFace } from '../../face';
import { chime } from '../../../ui/chime';
import { LanguageSwitch } from '../../LanguageSwitch';
import { mayNotify, notice } from '../../notice';
import { useWords } from '../frame';
import { CheckField } from '../kit/fields';
import { Page } from '../kit/Page';

const meSpeech = speech({ ru, en });

/** What an agent may see and change of themselves. */
export default function MyAccount() {
  const { desk, stage, locale, signOut } = useFace();
  const w = useWords(meSpeech);
  const { keys, sound, notices } = stage.preferences;
  const isDenied = useSignal(false);
  const wantNotices = async (isOn: boolean) => {
    notices.value = isOn && (await mayNotify());
    isDenied.value = isOn && !notices.value;
  };
  const attempt = () => {
    if (sound.value) chime();
    if (notices.value) notice(w.t('me.alarm.tested'));
  };
  const me = desk.me.value;
  return (
    <Page title={w.t('screen.me')} about={w.t('me.about')}>
      {me && (
        <dl class="facts">
          <dt>{w.t('me.name')}</dt>
          <dd>{me.name}</dd>
          <dt>{w.t('me.roles')}</dt>
          <dd>{me.roles.map((role) => w.t(`role.${role}`)).join(', ')}</dd>
          <dt>{w.t('me.paid')}</dt>
          <dd>{w.t(me.paidSupport ? 'yes' : 'no')}</dd>
        </dl>
      )}
      <section class="page-part" aria-labelledby="me-browser">
        <h3 id="me-browser">{w.t('me.browser')}</h3>
        <CheckField label={w.t('me.keys')} hint={w.t('me.keys.hint')} value={keys.value} write={(isOn) => (keys.value = isOn)} />
        <CheckField label={w.t('me.sound')} value={sound.value} write={(isOn) => (sound.value = isOn)} />
        <CheckField
          label={w.t('me.notices')}
          hint={w.t('me.notices.hint')}
          error={isDenied.value ? w.t('me.notices.denied') : null}
          value={notices.value}
          write={(isOn) => void wantNotices(isOn)}
        />
        <button type="button" class="button quiet" disabled={!sound.value && !notices.value} onClick={attempt}>
          {w.t('me.alarm.test')}
        </button>
        <p class="field-row">
          {w.t('me.language')} <LanguageSwitch locale={locale} label={w.t('me.language')} />
        </p>
      </section>
      <button type="button" class="button quiet page-part" onClick={signOut}>
        {w.t('me.signOut')}
      </button>
    </Page>
  );
}
