import type { Colleague, DeskHours } from '../contract/hubs';
import type { DeskWords } from '../i18n/desk';
import { moscowTime, openingWords } from '../i18n/moscow';
import { Drawing } from '../ui/icons';
import { AvailabilityField } from './AvailabilityField';
import { useFace } from './face';
import { LanguageSwitch } from './LanguageSwitch';

const glass = 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L21 21';
const bell = 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 21h4';
const gear = 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM10 3h4l.5 2.6 2 1.2L19 6l2 3.5-2 1.7v1.6l2 1.7L19 18l-2.5-.9-2 1.2L14 21h-4l-.5-2.7-2-1.2L5 18l-2-3.5 2-1.7v-1.6L3 9.5 5 6l2.5.8 2-1.2z';
const keyboard = 'M3 7h18v10H3zM7 11h.1M12 11h.1M17 11h.1M8 14h8';

export function TopBar() {
  const { desk, stage, words, locale, now, signOut } = useFace();
  const { sound } = stage.preferences;
  const w = words.value;
  const hours = desk.hours.value;
  const away = namesOf(
    desk.present.value.filter(({ availability }) => availability === 'Away'),
    w,
  );
  return (
    <header class="top">
      <p class="brand">
        iStom <span>Chat</span>
      </p>
      <h1 class="visually-hidden">{w.t('title')}</h1>
      {hours && (
        <p class={hours.open ? 'hours is-open' : 'hours'}>
          <span class="dot" aria-hidden="true" />
          {moscowTime(new Date(now.value), w.locale)} <span class="hours-words">· {hoursWords(hours, w)}</span>
        </p>
      )}
      <p class="duty">
        <span>{w.t('onDuty')}:</span> {namesOf(desk.onDuty.value, w) || w.t('onDuty.nobody')}
        {away && ` · ${w.t('away')}: ${away}`}
      </p>
      <span class="me">{desk.me.value?.name}</span>
      <AvailabilityField />
      <button type="button" class="icon-button" aria-label={w.t('search')} title={`${w.t('search')} (Ctrl+K)`} onClick={() => (stage.dialog.value = 'search')}>
        <Drawing path={glass} />
      </button>
      <button type="button" class="icon-button" aria-pressed={sound.value} aria-label={w.t('sound')} title={w.t('sound')} onClick={() => (sound.value = !sound.value)}>
        <Drawing path={sound.value ? bell : `${bell}M4 4l16 17`} />
      </button>
      <button type="button" class="icon-button" aria-label={w.t('keys')} title={`${w.t('keys')} (?)`} onClick={() => (stage.dialog.value = 'keys')}>
        <Drawing path={keyboard} />
      </button>
      <a class="icon-button" href="#settings" aria-current={stage.route.isSettings.value} aria-label={w.t('settings')} title={w.t('settings')}>
        <Drawing path={gear} />
      </a>
      <LanguageSwitch locale={locale} label={w.t('language')} />
      <button type="button" class="button quiet" onClick={signOut}>
        {w.t('signOut')}
      </button>
    </header>
  );
}

const namesOf = (people: readonly Colleague[], w: DeskWords) =>
  people.map(({ name, availability }) => (availability === 'PaidDuty' ? w.t('onDuty.paid', { name }) : name)).join(', ');

function hoursWords(hours: DeskHours, w: DeskWords): string {
  if (hours.open) return w.t('hours.open', { time: hours.closesAt ? moscowTime(new Date(hours.closesAt), w.locale) : '' });
  return hours.opensAt ? w.t('hours.closed', { when: openingWords(new Date(hours.opensAt), w.locale) }) : w.t('hours.closedNow');
}
