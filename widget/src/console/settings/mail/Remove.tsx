import { useSignal } from '@preact/signals';
import { useFrame, useWords } from '../frame';
import { api, troubleWords } from '../kit/http';
import { type KeptMailbox, mailSpeech } from './mail';

/** The mailbox is used no more; its tickets stay. */
export function Remove({ kept: { mailbox, version }, removed }: { kept: KeptMailbox; removed(): void }) {
  const w = useWords(mailSpeech);
  const { ask } = useFrame();
  const trouble = useSignal<string | null>(null);
  const remove = async () => {
    const isSure = await ask({ title: w.t('mail.remove.title', { address: mailbox.address }), text: w.t('mail.remove.text'), yes: w.t('mail.remove'), no: w.t('mail.remove.no') });
    if (isSure) await api.delete(`/api/mail/mailboxes/${mailbox.id}?version=${version}`).then(removed, (error: unknown) => (trouble.value = troubleWords(error, w, true)));
  };
  return (
    <div class="form-foot page-part">
      <button type="button" class="button quiet" onClick={() => void remove()}>
        {w.t('mail.remove')}
      </button>
      <div role="alert">{trouble.value !== null && <p class="trouble">{trouble.value}</p>}</div>
    </div>
  );
}
