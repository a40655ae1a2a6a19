import { useId, useState } from 'preact/hooks';
import { useFace } from '../face';
import { remoteWords } from './words';

interface FormProps {
  isAgreed: boolean;
  isOff: boolean;
  /** Whether it was taken. */
  give(id: string, password: string | null): Promise<boolean>;
}

/** The visitor's own id and password: nothing of it is remembered here or by the browser, and once given it is shown no more. */
export function GivenForm({ isAgreed, isOff, give }: FormProps) {
  const w = remoteWords(useFace().words.locale);
  const [id, setId] = useState('');
  const [password, setPassword] = useState('');
  const [isAgain, setAgain] = useState(false);
  const name = useId();
  if (isAgreed && !isAgain)
    return (
      <p>
        {w.t('given.ok')}{' '}
        <button type="button" class="plain" onClick={() => setAgain(true)}>
          {w.t('given.again')}
        </button>
      </p>
    );
  const send = async (event: Event) => {
    event.preventDefault();
    if (!(await give(id, password || null))) return;
    setId('');
    setPassword('');
    setAgain(false);
  };
  return (
    <form class="remote-form" autocomplete="off" onSubmit={(event) => void send(event)}>
      <label for={`${name}-id`}>{w.t('given.id')}</label>
      <input id={`${name}-id`} type="text" inputMode="numeric" autocomplete="off" required maxLength={20} aria-describedby={`${name}-id-hint`} value={id} onInput={(event) => setId(event.currentTarget.value)} />
      <p id={`${name}-id-hint`} class="hint">
        {w.t('given.id.hint')}
      </p>
      <label for={`${name}-password`}>{w.t('given.password')}</label>
      <input id={`${name}-password`} type="password" autocomplete="off" maxLength={64} aria-describedby={`${name}-password-hint`} value={password} onInput={(event) => setPassword(event.currentTarget.value)} />
      <p id={`${name}-password-hint`} class="hint">
        {w.t('given.password.hint')}
      </p>
      <button type="submit" class="button" disabled={isOff}>
        {w.t('consent')}
      </button>
    </form>
  );
}
