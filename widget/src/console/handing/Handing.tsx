import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { AgentTicket } from '../../contract/hubs';
import { newId } from '../../ui/browser';
import { useFace } from '../face';
import { type Board, developmentSpeech, isOver, type Item, type Severity, severities } from '../settings/development/development';
import { useWords } from '../settings/frame';
import { api, troubleWords } from '../settings/kit/http';
import './handing.css';

/** Whoever types is not answered letter by letter. */
const pause = 300;

/** §1.3: a ticket goes to development: to an item that is there, or to a new one that begins with what the customer asked. */
export default function Handing({ ticket }: { ticket: AgentTicket }) {
  const w = useWords(developmentSpeech);
  const { stage } = useFace();
  const sought = useSignal('');
  const chosen = useSignal<Item | null>(null);
  const isNew = useSignal(false);
  const title = useSignal(ticket.preview);
  const description = useSignal('');
  const severity = useSignal<Severity>('Normal');
  const isBusy = useSignal(false);
  const trouble = useSignal<unknown>(null);
  const id = useRef(newId());
  const found = useFound(sought.value.trim());
  const isReady = isNew.value ? title.value.trim() !== '' : chosen.value !== null;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (isBusy.peek() || !isReady) return;
    isBusy.value = true;
    trouble.value = null;
    const added = { title: title.peek(), description: description.peek(), severity: severity.peek() };
    try {
      await api.post(`/api/tickets/${ticket.id}/development`, isNew.peek() ? { item: id.current, new: added } : { item: chosen.peek()?.id, new: null });
      stage.dialog.value = null;
    } catch (error) {
      trouble.value = error;
    }
    isBusy.value = false;
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <p class="hint">{w.t('hand.about')}</p>
      {isNew.value ? (
        <>
          <label class="field">
            {w.t('item.title')}
            <input type="text" required maxLength={200} value={title.value} onInput={(event) => (title.value = event.currentTarget.value)} />
          </label>
          <label class="field">
            {w.t('item.description')}
            <textarea rows={4} maxLength={8000} value={description.value} onInput={(event) => (description.value = event.currentTarget.value)} />
          </label>
          <label class="field">
            {w.t('item.severity')}
            <select value={severity.value} onChange={(event) => (severity.value = event.currentTarget.value as Severity)}>
              {severities.map((one) => (
                <option key={one} value={one}>
                  {w.t(`severity.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <button type="button" class="plain" onClick={() => (isNew.value = false)}>
            {w.t('hand.known')}
          </button>
        </>
      ) : (
        <>
          <label class="field">
            {w.t('hand.search')}
            <input type="text" role="searchbox" autocomplete="off" maxLength={200} value={sought.value} onInput={(event) => (sought.value = event.currentTarget.value)} />
          </label>
          <fieldset class="handing-items">
            <legend class="hint" role="status">
              {found === null ? w.t('loading') : found.length === 0 ? w.t('hand.none') : w.t('hand.choose')}
            </legend>
            {found?.map((item) => (
              <label key={item.id} class="check">
                <input type="radio" name="item" checked={chosen.value?.id === item.id} onChange={() => (chosen.value = item)} />
                <span>
                  {item.title} <span class="hint">{[item.externalKey, w.t(`state.${item.state}`), item.tickets > 0 && w.plural('waiting.tickets', item.tickets)].filter(Boolean).join(' · ')}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <button type="button" class="plain" onClick={() => (isNew.value = true)}>
            {w.t('hand.new')}
          </button>
        </>
      )}
      {trouble.value !== null && (
        <p class="handing-trouble" role="alert">
          {troubleWords(trouble.value, w, true)}
        </p>
      )}
      <button type="submit" class="button wide" disabled={!isReady || isBusy.value}>
        {w.t('hand.do')}
      </button>
    </form>
  );
}

/** Items that still take tickets; an answer that comes after the next letter does not count. */
function useFound(text: string): readonly Item[] | null {
  const found = useSignal<readonly Item[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(
      () => void api.get<Board>('/api/development/items', { search: text }).then(({ items }) => isCurrent && (found.value = items.filter((item) => !isOver(item)).slice(0, 8)), () => isCurrent && (found.value = [])),
      text === '' ? 0 : pause,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text]);
  return found.value;
}
