import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { RequestKind } from '../../contract/hubs';
import { useFace } from '../face';
import { kinds } from '../KindDialog';
import { useWords } from '../settings/frame';
import { troubleWords } from '../settings/kit/http';
import { openingSpeech } from './speech';
import { useOpening } from './useOpening';

export interface Choice {
  kind: Signal<RequestKind>;
  take: Signal<boolean>;
}

interface FormProps {
  path: string;
  button: string;
  isReady: boolean;
  /** What is sent, beside the kind and who has the ticket. */
  body(): object;
  children: ComponentChildren;
}

/** What every way to open a ticket asks: what it is, and who has it; and how it went. */
export function OpeningForm({ path, button, isReady, body, children }: FormProps) {
  const w = useWords(openingSpeech);
  const desk = useFace().words.value;
  const kind = useSignal<RequestKind>('Question');
  const take = useSignal(false);
  const { open, isBusy, trouble } = useOpening(path);
  const submit = (event: Event) => {
    event.preventDefault();
    void open({ ...body(), kind: kind.value, take: take.value });
  };
  return (
    <form onSubmit={submit}>
      {children}
      <label class="field">
        {desk.t('kind')}
        <select value={kind.value} onChange={(event) => (kind.value = event.currentTarget.value as RequestKind)}>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {desk.t(`kind.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="check">
        <input type="checkbox" checked={take.value} onChange={(event) => (take.value = event.currentTarget.checked)} />
        {w.t('opening.take')}
      </label>
      {trouble !== null && (
        <p class="opening-trouble" role="alert">
          {troubleWords(trouble, w, true)}
        </p>
      )}
      <button type="submit" class="button" disabled={!isReady || isBusy}>
        {button}
      </button>
    </form>
  );
}
