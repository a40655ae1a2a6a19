import { useSignal } from '@preact/signals';
import { dueWords, messageTime } from '../../i18n/moscow';
import { useFace } from '../face';
import type { OpenTicket } from '../openTicket';
import { useWords } from '../settings/frame';
import { OpeningForm } from './OpeningForm';
import { openingSpeech } from './speech';

/** The customer's messages that are another matter become a ticket of their own. */
export function SplitTicket({ open }: { open: OpenTicket }) {
  const w = useWords(openingSpeech);
  const { desk } = useFace();
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const theirs = open.messages.value.filter(({ author }) => author === 'Visitor');
  const first = theirs.find(({ id }) => chosen.value.has(id));
  const turn = (id: string, isOn: boolean) => {
    const next = new Set(chosen.peek());
    if (isOn) next.add(id);
    else next.delete(id);
    chosen.value = next;
  };
  return (
    <OpeningForm path={`/api/tickets/${open.ticket.value.id}/split`} button={w.t('split.do')} isReady={first !== undefined} body={() => ({ messages: [...chosen.peek()] })}>
      <fieldset class="opening-messages">
        <legend>{w.t('split.what')}</legend>
        {theirs.map(({ id, text, sentAt }) => (
          <label key={id} class="check">
            <input type="checkbox" checked={chosen.value.has(id)} onChange={(event) => turn(id, event.currentTarget.checked)} />
            <span>
              {text} <time dateTime={sentAt}>{messageTime(new Date(sentAt), w.locale, true)}</time>
            </span>
          </label>
        ))}
      </fieldset>
      {open.hasOlder.value && (
        <button type="button" class="plain older" onClick={() => void desk.older()}>
          {w.t('split.older')}
        </button>
      )}
      <p class="hint" role="status">
        {first ? w.t('split.since', { since: dueWords(new Date(first.sentAt), w.locale, true) }) : w.t('split.hint')}
      </p>
    </OpeningForm>
  );
}
