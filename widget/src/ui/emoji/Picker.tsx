import { useEffect, useRef, useState } from 'preact/hooks';
import en from '../../i18n/panel/emoji.en.json';
import ru from '../../i18n/panel/emoji.ru.json';
import { type Locale, words } from '../../i18n/translate';
import { keep } from '../keep';
import { step } from './arrows';
import { afterUse, groups } from './emoji';

export interface PickerProps {
  locale: Locale;
  insert(emoji: string): void;
  /** Done: back to the box. */
  leave(): void;
  /** The focus is elsewhere already. */
  close(): void;
}

const kept = keep(() => localStorage, 'istom-emoji');

export function Picker({ locale, insert, leave, close }: PickerProps) {
  const w = words(locale, locale === 'en' ? (en as typeof ru) : ru);
  const field = useRef<HTMLDivElement>(null);
  const [sought, seek] = useState('');
  const [recent] = useState(() => (kept.get() ?? '').split(' ').filter((emoji) => w.find(emoji) !== null));
  useEffect(() => field.current?.querySelector('input')?.focus(), []);
  const pick = (emoji: string) => {
    kept.set(afterUse((kept.get() ?? '').split(' '), emoji).join(' ').trim());
    insert(emoji);
    leave();
  };
  const shown = sectionsOf(recent, (emoji) => (w.find(emoji) ?? '').toLowerCase().includes(sought.trim().toLowerCase()));
  return (
    <div
      ref={field}
      class="emoji-picker"
      role="dialog"
      aria-label={w.t('title')}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !field.current?.contains(relatedTarget)) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return step(event, field.current);
        // It is the emoji that Escape closes here, and not the panel.
        event.stopPropagation();
        leave();
      }}
    >
      <input
        type="search"
        aria-label={w.t('search')}
        placeholder={w.t('search')}
        value={sought}
        onInput={(event) => seek(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // Not the message's: the first that was found.
          event.preventDefault();
          const first = shown[0]?.emoji[0];
          if (sought && first) pick(first);
        }}
      />
      {shown.map(({ name, emoji }) => (
        <div key={name} role="group" aria-label={w.t(name)}>
          <p aria-hidden="true">{w.t(name)}</p>
          {emoji.map((one) => (
            <button key={one} type="button" class="emoji" aria-label={w.find(one) ?? one} title={w.find(one) ?? one} onClick={() => pick(one)}>
              {one}
            </button>
          ))}
        </div>
      ))}
      <p role="status">{shown.length === 0 && w.t('nothing')}</p>
    </div>
  );
}

type Name = keyof typeof groups | 'recent';

/** Groups that have any that fit. */
function sectionsOf(recent: string[], fits: (emoji: string) => boolean) {
  const all: [Name, readonly string[]][] = [['recent', recent], ...(Object.entries(groups) as [Name, string[]][])];
  return all.map(([name, emoji]) => ({ name, emoji: emoji.filter(fits) })).filter(({ emoji }) => emoji.length > 0);
}
