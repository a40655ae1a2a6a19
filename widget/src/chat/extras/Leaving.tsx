import { useEffect, useRef, useState } from 'preact/hooks';
import { Refused } from '../../core/refused';
import en from '../../i18n/panel/leaving.en.json';
import ru from '../../i18n/panel/leaving.ru.json';
import { request } from '../../ui/http';
import { useFace } from '../face';
import { asked, contactPath, type Given } from '../leaving';
import { partWords } from '../../ui/part';
import { view } from '../view';
import { refusalWords } from './refusals';

/** Only while there is an answer to be waited for. */
export const Leaving = view(() => {
  const ticket = useFace().conversation.ticket.value;
  const now = asked.value;
  return now && ticket?.promise && ticket.number === now.number && <Question key={now.number} close={now.close} />;
});

/** Asked once, and never required: the way out is beside it. */
function Question({ close }: { close: (() => void) | null }) {
  const { words, openings } = useFace();
  const w = partWords(words.locale, ru, en);
  const box = useRef<HTMLFormElement>(null);
  const [email, write] = useState('');
  const [code, refuse] = useState('');
  const [isSaved, thank] = useState(false);
  useEffect(() => {
    if (close) box.current?.focus();
  }, []);
  const done = () => {
    asked.value = null;
    openings.value++;
    close?.();
  };
  const save = () => {
    refuse('');
    const saving = request<Given>('PUT', contactPath, { email, phone: null });
    void saving.then(() => thank(true), (error: unknown) => refuse(error instanceof Refused ? error.code : 'internal'));
  };
  if (isSaved) return <p class="leaving" role="status">{w.t('saved')}</p>;
  return (
    <form
      ref={box}
      class="leaving"
      noValidate
      tabIndex={-1}
      aria-label={w.t('ask')}
      onSubmit={(event) => {
        event.preventDefault();
        if (email.trim()) save();
      }}
    >
      <p>{w.t('ask')}</p>
      <p class="leaving-row">
        <input type="email" autocomplete="email" maxLength={200} aria-label={w.t('email')} placeholder={w.t('email.short')} value={email} onInput={(event) => write(event.currentTarget.value)} />
        <button type="submit" class="button">
          {w.t('save')}
        </button>
        <button type="button" class="plain" onClick={done}>
          {w.t('no')}
        </button>
      </p>
      <p class="failure" role="alert">
        {code && (w.find(`refusal.${code}`) ?? refusalWords(words.locale, code))}
      </p>
    </form>
  );
}
