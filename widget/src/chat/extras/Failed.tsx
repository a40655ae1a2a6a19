import type { Letter } from '../../core/outbox';
import type { Written } from '../conversation';
import { useFace } from '../face';
import { extraWords } from './words';
import { refusalWords } from './refusals';

/** A letter that the server does not take: why, and what can be done about it. */
export function Failed({ letter: { id, code, detail } }: { letter: Letter<Written> }) {
  const { words, conversation } = useFace();
  return (
    <span class="failure" role="alert">
      {refusalWords(words.locale, code ?? '', detail?.['until'] as string | undefined)}
      <button type="button" class="plain" onClick={() => conversation.retry(id)}>
        {words.t('retry')}
      </button>
      <button type="button" class="plain" onClick={() => conversation.discard(id)}>
        {extraWords(words.locale).t('discard')}
      </button>
    </span>
  );
}
