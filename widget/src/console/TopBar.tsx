import type { DeskHours } from '../contract/hubs';
import type { DeskWords } from '../i18n/desk';
import { moscowTime, openingWords } from '../i18n/moscow';
import { useFace } from './face';
import { LanguageSwitch } from './LanguageSwitch';

export function TopBar() {
  const { desk, words, locale, now, signOut } = useFace();
  const w = words.value;
  const hours = desk.hours.value;
  const names = desk.onDuty.value.map(({ name }) => name).join(', ');
  return (
    <header class="top">
      <p class="brand">
        iStom <span>Chat</span>
      </p>
      <h1 class="visually-hidden">{w.t('title')}</h1>
      {hours && (
        <p class={hours.open ? 'hours is-open' : 'hours'}>
          <span class="dot" aria-hidden="true" />
          {moscowTime(new Date(now.value), w.locale)} · {hoursWords(hours, w)}
        </p>
      )}
      <p class="duty">
        <span>{w.t('onDuty')}:</span> {names || w.t('onDuty.nobody')}
      </p>
      <span class="me">{desk.me.value?.name}</span>
      <LanguageSwitch locale={locale} label={w.t('language')} />
      <button type="button" class="button quiet" onClick={signOut}>
        {w.t('signOut')}
      </button>
    </header>
  );
}

function hoursWords(hours: DeskHours, w: DeskWords): string {
  if (hours.open) return w.t('hours.open', { time: hours.closesAt ? moscowTime(new Date(hours.closesAt), w.locale) : '' });
  return hours.opensAt ? w.t('hours.closed', { when: openingWords(new Date(hours.opensAt), w.locale) }) : w.t('hours.closedNow');
}
