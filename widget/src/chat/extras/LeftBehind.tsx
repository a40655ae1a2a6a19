import { fileNames, leftBehind, settle } from '../leftBehind';
import { useFace } from '../face';
import { view } from '../view';
import { extraWords } from './words';

/** Written before the visitor was signed in and not sent: they say whether it goes out under their name. */
export const LeftBehind = view(() => {
  const { words, openings } = useFace();
  const w = extraWords(words.locale);
  const letters = leftBehind.value;
  if (letters.length === 0) return null;
  const choose = (send: boolean) => {
    settle(send);
    openings.value++;
  };
  return (
    <div class="left-behind" role="group" aria-label={w.t('left')}>
      <p role="status">{w.t('left')}</p>
      <ul>
        {letters.map(({ id, body }) => (
          <li key={id} dir="auto">
            {[body.text, fileNames(body)].filter(Boolean).join('\n')}
          </li>
        ))}
      </ul>
      {letters.some(({ body }) => body.files) && <p>{w.t('left.files')}</p>}
      <p class="leaving-row">
        <button type="button" class="button" onClick={() => choose(true)}>
          {w.t('left.send')}
        </button>
        <button type="button" class="plain" onClick={() => choose(false)}>
          {w.t('discard')}
        </button>
      </p>
    </div>
  );
});
