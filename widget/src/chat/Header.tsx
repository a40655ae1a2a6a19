import { useState } from 'preact/hooks';
import { moscowTime, openingWords } from '../i18n/moscow';
import type { DeskHours } from '../contract/hubs';
import type { ChatWords } from '../i18n/chat';
import { Icon } from '../ui/icons';
import { useFace } from './face';
import { later } from './later';
import { view } from './view';

const More = later(() => import('./more/More'), (part) => part.More);

export const Header = view(() => {
  const { conversation, words, isEmbedded, close } = useFace();
  const w = words;
  const [isMore, showMore] = useState(false);
  const desk = conversation.desk.value;
  return (
    <>
      <header class="header">
        <Buoy />
        <div class="header-words">
          <h1>{w.t('title')}</h1>
          {desk && (
            <p class={desk.open ? 'is-open' : 'is-closed'}>
              <span class="dot" aria-hidden="true" />
              {hoursWords(desk, w)}
            </p>
          )}
        </div>
        <button type="button" class="icon-button" aria-label={w.t('more')} aria-haspopup="dialog" onClick={() => showMore(true)}>
          <Icon name="more" />
        </button>
        {isEmbedded && (
          <button type="button" class="icon-button" aria-label={w.t('close')} onClick={close}>
            <Icon name="close" />
          </button>
        )}
      </header>
      {isMore && <More close={() => showMore(false)} />}
    </>
  );
});

function hoursWords(desk: DeskHours, w: ChatWords): string {
  if (!desk.open) return desk.opensAt ? w.t('desk.closed', { when: openingWords(new Date(desk.opensAt), w.locale) }) : w.t('desk.closedNow');
  if (!desk.closesAt) return w.t('desk.openNow');
  return w.t(desk.agentsOnline > 0 ? 'desk.open' : 'desk.openUnmanned', { time: moscowTime(new Date(desk.closesAt), w.locale) });
}

/** The lifebuoy again, small: the panel belongs to the button. */
function Buoy() {
  return (
    <svg class="buoy" width="36" height="36" viewBox="0 0 60 60" fill="none" aria-hidden="true">
      <circle cx="30" cy="30" r="17" stroke="#fff" stroke-width="15" />
      <circle cx="30" cy="30" r="17" stroke="#e0432b" stroke-width="15" stroke-dasharray="13.35" transform="rotate(-67.5 30 30)" />
    </svg>
  );
}
