import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { useWords } from '../settings/frame';
import { api, troubleWords } from '../settings/kit/http';
import { openingSpeech } from './speech';

export interface Clinic {
  id: string;
  name: string;
}

/** Whoever types is not answered letter by letter. */
const pause = 300;

/** Finds a clinic by a few letters of its name, its number, or a phone. */
export function ClinicChoice({ clinic, choose }: { clinic: Clinic | null; choose(clinic: Clinic | null): void }) {
  const w = useWords(openingSpeech);
  const sought = useSignal('');
  const found = useSignal<readonly Clinic[] | null>(null);
  const trouble = useSignal<unknown>(null);
  const id = useId();
  const text = sought.value.trim();
  useEffect(() => {
    found.value = trouble.value = null;
    if (text === '') return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      api.get<{ items: { clinic: Clinic }[] }>('/api/clinics', { search: text, limit: 6 }).then(
        ({ items }) => isCurrent && (found.value = items.map((line) => line.clinic)),
        (error: unknown) => isCurrent && (trouble.value = error),
      );
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text]);
  if (clinic)
    return (
      <p class="opening-chosen">
        {w.t('new.clinic')}: <strong>{clinic.name}</strong>
        <button type="button" class="plain" onClick={() => choose(null)}>
          {w.t('new.clinic.change')}
        </button>
      </p>
    );
  const take = (one: Clinic) => {
    sought.value = '';
    choose(one);
  };
  return (
    <div class="field">
      <label for={id}>{w.t('new.clinic')}</label>
      <input id={id} type="text" role="searchbox" autocomplete="off" maxLength={200} value={sought.value} onInput={(event) => (sought.value = event.currentTarget.value)} />
      <p class="hint" role="status">
        {trouble.value !== null ? troubleWords(trouble.value, w) : found.value?.length === 0 ? w.t('new.clinic.none') : w.t('new.clinic.hint')}
      </p>
      <ul class="opening-found">
        {found.value?.map((one) => (
          <li key={one.id}>
            <button type="button" class="button quiet wide" onClick={() => take(one)}>
              {one.name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
