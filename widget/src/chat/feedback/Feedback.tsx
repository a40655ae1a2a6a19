import { useState } from 'preact/hooks';
import type { FeedbackView } from '../../contract/hubs';
import { Refused } from '../../core/refused';
import en from '../../i18n/panel/feedback.en.json';
import ru from '../../i18n/panel/feedback.ru.json';
import { refusalWords } from '../extras/refusals';
import { useFace } from '../face';
import { addStyles, partWords } from '../../ui/part';
import { view } from '../view';
import styles from './feedback.css?inline';

addStyles(styles);

const stars = [1, 2, 3, 4, 5] as const;
const longest = 1000;

/** The ticket is resolved: did it help, and how was it? No is a way back; what was rated can be changed for a day. */
export const Feedback = view(({ feedback }: { feedback: FeedbackView }) => {
  const { conversation, words, openings } = useFace();
  const w = partWords(words.locale, ru, en);
  const [refused, setRefused] = useState('');
  const [isChanging, setChanging] = useState(false);
  const tell = (saying: Promise<void>, then: () => void) => {
    setRefused('');
    void saying.then(then, (error: unknown) => setRefused(error instanceof Refused ? error.code : 'internal'));
  };
  const isOff = conversation.link.value !== 'open';
  const isRated = feedback.stars !== null && !isChanging;
  return (
    <div class="feedback">
      {feedback.helped === null && feedback.stars === null ? (
        <p class="feedback-row">
          {w.t('ask')}
          <button type="button" class="button" disabled={isOff} onClick={() => tell(conversation.say('Helped', { helped: true, ticket: null }), () => {})}>
            {w.t('yes')}
          </button>
          <button type="button" class="button quiet" disabled={isOff} onClick={() => tell(conversation.say('Helped', { helped: false, ticket: null }), () => openings.value++)}>
            {w.t('no')}
          </button>
        </p>
      ) : isRated ? (
        <p role="status">
          {w.t('rated', { stars: feedback.stars ?? 0 })}{' '}
          {feedback.open && (
            <button type="button" class="plain" onClick={() => setChanging(true)}>
              {w.t('change')}
            </button>
          )}
        </p>
      ) : (
        feedback.open && <Rating feedback={feedback} isOff={isOff} rate={(stars, comment) => tell(conversation.say('Rate', { stars, comment }), () => setChanging(false))} />
      )}
      <p class="failure" role="alert">
        {refused && (w.find(`refusal.${refused}`) ?? refusalWords(words.locale, refused))}
      </p>
    </div>
  );
});

interface RatingProps {
  feedback: FeedbackView;
  isOff: boolean;
  rate(stars: number, comment: string | null): void;
}

function Rating({ feedback, isOff, rate }: RatingProps) {
  const w = partWords(useFace().words.locale, ru, en);
  const [chosen, choose] = useState(feedback.stars ?? 0);
  const [comment, write] = useState(feedback.comment ?? '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen > 0) rate(chosen, comment.trim() || null);
      }}
    >
      <fieldset class="stars">
        <legend>{w.t('rate')}</legend>
        {stars.map((n) => (
          <label key={n} class={n <= chosen ? 'star on' : 'star'}>
            <input type="radio" name="stars" class="visually-hidden" checked={n === chosen} onChange={() => choose(n)} />
            <span aria-hidden="true">{n <= chosen ? '★' : '☆'}</span>
            <span class="visually-hidden">{w.t('star', { stars: n })}</span>
          </label>
        ))}
      </fieldset>
      {chosen > 0 && (
        <>
          <label class="feedback-comment">
            {w.t('comment')}
            <textarea rows={2} maxLength={longest} value={comment} onInput={(event) => write(event.currentTarget.value)} />
          </label>
          <button type="submit" class="button" disabled={isOff}>
            {w.t('send')}
          </button>
        </>
      )}
    </form>
  );
}
