import { useSignal } from '@preact/signals';
import { useWords } from '../frame';
import { api, troubleWords } from '../kit/http';
import { failureWords, mailSpeech } from './mail';

interface Tested {
  code: string | null;
  words: string | null;
}

/** Connects to both servers, as they are saved, and says how it went. */
export function TestServers({ id }: { id: string }) {
  const w = useWords(mailSpeech);
  const said = useSignal<readonly { words: string; isTrouble: boolean }[]>([]);
  const isBusy = useSignal(false);
  const line = (way: 'incoming' | 'outgoing', tested: Tested | null) =>
    tested === null
      ? []
      : [{ words: `${w.t(`mail.${way}`)}: ${tested.code === null ? w.t('mail.test.ok') : failureWords(tested.code, w)}${tested.words ? ` (${tested.words})` : ''}`, isTrouble: tested.code !== null }];
  const attempt = async () => {
    isBusy.value = true;
    said.value = [];
    said.value = await api.post<{ incoming: Tested | null; outgoing: Tested | null }>(`/api/mail/mailboxes/${id}/test`).then(
      ({ incoming, outgoing }) => [...line('incoming', incoming), ...line('outgoing', outgoing)],
      (error: unknown) => [{ words: troubleWords(error, w, true), isTrouble: true }],
    );
    isBusy.value = false;
  };
  return (
    <div class="form-foot page-part">
      <button type="button" class="button quiet" disabled={isBusy.value} onClick={() => void attempt()}>
        {w.t(isBusy.value ? 'mail.test.busy' : 'mail.test')}
      </button>
      <div role="status">
        {said.value.map(({ words, isTrouble }) => (
          <p key={words} class={isTrouble ? 'trouble' : 'form-said'}>
            {words}
          </p>
        ))}
      </div>
    </div>
  );
}
