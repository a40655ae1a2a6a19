import { useSignal } from '@preact/signals';
import { useWords } from '../frame';
import { api, troubleWords } from '../kit/http';
import { alarmSpeech, reasonWords } from './alarm';

/** Calls the other program once and says how it went. */
export function TestCall() {
  const w = useWords(alarmSpeech);
  const said = useSignal('');
  const isBusy = useSignal(false);
  const attempt = async () => {
    isBusy.value = true;
    said.value = '';
    said.value = await api.post<{ reason: string | null }>('/api/alarms/test').then(
      ({ reason }) => (reason === null ? w.t('alarms.test.ok') : w.t('alarms.test.failed', { reason: reasonWords(reason, w) })),
      (error: unknown) => troubleWords(error, w, true),
    );
    isBusy.value = false;
  };
  return (
    <div class="form-foot page-part">
      <button type="button" class="button quiet" disabled={isBusy.value} onClick={() => void attempt()}>
        {w.t('alarms.test')}
      </button>
      <p class="form-said" role="status">
        {said.value}
      </p>
    </div>
  );
}
