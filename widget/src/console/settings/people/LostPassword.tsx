import { useSignal } from '@preact/signals';
import { useFace } from '../../face';
import { useWords } from '../frame';
import { api, troubleWords } from '../kit/http';
import { type Issued, IssuedLink } from './IssuedLink';
import { type Person, peopleSpeech } from './person';

/** A link by which a colleague sets a new password; not for oneself, and not while the account is disabled. */
export function LostPassword({ person: { id, name, disabled } }: { person: Person }) {
  const w = useWords(peopleSpeech);
  const isOwn = useFace().desk.me.value?.id === id;
  const issued = useSignal<Issued | null>(null);
  const trouble = useSignal<unknown>(null);
  const make = () => {
    trouble.value = null;
    void api.post<Issued>(`/api/agents/${id}/password-reset`).then((link) => (issued.value = link), (error: unknown) => (trouble.value = error));
  };
  return (
    <section class="page-part" aria-labelledby="people-reset">
      <h3 id="people-reset">{w.t('people.reset.title')}</h3>
      <p>{isOwn ? w.t('people.reset.own') : disabled ? w.t('people.reset.disabled') : w.t('people.reset.about', { name })}</p>
      {trouble.value !== null && (
        <p class="trouble" role="alert">
          {troubleWords(trouble.value, w, true)}
        </p>
      )}
      {!isOwn && !disabled && (
        <button type="button" class="button quiet" onClick={make}>
          {w.t('people.reset')}
        </button>
      )}
      {issued.value && <IssuedLink kind="reset" issued={issued.value} left={() => (issued.value = null)} />}
    </section>
  );
}
