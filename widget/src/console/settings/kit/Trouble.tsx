import { useFrame } from '../frame';
import { troubleWords } from './http';

/** What went wrong, in words, and what to do about it. */
export function Trouble({ error, retry }: { error: unknown; retry?(): void }) {
  const { w } = useFrame();
  return (
    <div class="trouble" role="alert">
      <p>{troubleWords(error, w)}</p>
      {retry && (
        <button type="button" class="button quiet" onClick={retry}>
          {w.t('retry')}
        </button>
      )}
    </div>
  );
}
