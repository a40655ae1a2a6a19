import { useSignal } from '@preact/signals';
import { useWords } from '../frame';
import { api, troubleWords } from '../kit/http';
import { alarmSpeech, reasonWords } from './alarm';

/** Calls the other program once and says how it went. */
export function TestCall() {
  const w = useWords(alarmSpeech);
  const said = useSignal<{ words: string; isTrouble: boolean } | null>(null);
  const isBusy = useSignal(false);
  const attempt = async () => {
    isBusy.value = true;
    said.value = null;
    said.value = await api.post<{ reason: string | null }>('/api/alarms/test').then(
      ({ reason }) => (reason === null ? { words: w.t('alarms.test.ok'), isTrouble: false } : { words: w.t('alarms.test.failed', { reason: reasonWords(reason, w) }), isTrouble: true }),
      (error: unknown) => ({ words: troubleWords(error, w, true), isTrouble: true }),
    );
    isBusy.value = false;
  };
  return (
    <div class="form-foot page-part">
      <button type="button" class="button quiet" disabled={isBusy.value} onClick={() => void attempt()}>
        {w.t('alarms.test')}
      </button>
      <div role="status">{said.value && <p class={said.value.isTrouble ? 'trouble' : 'form-said'}>{said.value.words}</p>}</div>
    </div>
  );
}
