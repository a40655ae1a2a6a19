import type { Message } from '../../contract/hubs';
import type ru from '../../i18n/panel/quote.ru.json';
import type { Words } from '../../i18n/translate';
import { Drawing, Icon } from '../icons';
import { fromOneToTheNext } from './goTo';

export type QuoteWords = Words<typeof ru>;

const replyArrow = 'M9 7l-5 5 5 5M4 12h10a6 6 0 0 1 6 6v1';
/** The server's own word for what was erased. */
const erased = '[erased]';
/** UTF-16 code units of a quote that are shown. */
const shown = 140;

/** What a quote shows of a message. */
export function startOf({ text, attachments }: Message, w: QuoteWords): string {
  if (text === erased) return w.t('erased');
  const line = (text || attachments?.[0]?.name || '').replace(/\s+/g, ' ');
  return line.length > shown ? `${line.slice(0, shown).replace(/[\ud800-\udbff]$/, '')}…` : line;
}

interface QuoteProps {
  w: QuoteWords;
  name: string | undefined;
  /** Undefined where it is not loaded. */
  message: Message | undefined;
  go(): void;
}

/** The quoted message, short; a press goes to it. */
export function Quote({ w, name, message, go }: QuoteProps) {
  return (
    <button type="button" class="quote" onClick={go}>
      <span class="visually-hidden">{w.t('answers')} </span>
      {name && <strong>{name} </strong>}
      <span dir="auto">{message ? startOf(message, w) : w.t('older')}</span>
    </button>
  );
}

/** One Tab stop for all of them: the newest; arrows go from one to the next. */
export function QuoteButton({ w, message, isNewest, quote }: { w: QuoteWords; message: Message; isNewest: boolean; quote(): void }) {
  return (
    <button type="button" class="quote-this" tabIndex={isNewest ? 0 : -1} aria-label={w.t('quote', { text: startOf(message, w) })} title={w.t('quote.short')} onClick={quote} onKeyDown={fromOneToTheNext}>
      <Drawing path={replyArrow} size={16} />
    </button>
  );
}

/** Above a box: what is being quoted, and the way out of it. */
export function Quoting({ w, name, message, cancel }: { w: QuoteWords; name: string; message: Message; cancel(): void }) {
  return (
    <div class="quoting">
      <p class="quote" role="status">
        <span class="visually-hidden">{w.t('quoting')} </span>
        <strong>{name} </strong>
        <span dir="auto">{startOf(message, w)}</span>
      </p>
      <button type="button" class="quote-cancel" aria-label={w.t('cancel')} title={w.t('cancel')} onClick={cancel}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
