import { useState } from 'preact/hooks';
import { useFace } from '../face';
import { view } from '../view';
import type { MoreWords } from './More';

/** A reception's computer is shared: whoever leaves takes everything along. The question says what is lost by that. */
export const EndHere = view(({ w, leave }: { w: MoreWords; leave(): void }) => {
  const { conversation, end } = useFace();
  const [state, setState] = useState<'asked' | 'ending' | 'failed'>('asked');
  const unsent = conversation.letters.value.length;
  const yes = () => {
    setState('ending');
    void end().then(leave, () => setState('failed'));
  };
  return (
    <>
      <h2>{w.t('end.title')}</h2>
      <p>{w.t('end.text')}</p>
      {unsent > 0 && <p class="more-lost">{w.plural('end.unsent', unsent)}</p>}
      <p class="more-lost" role="alert">
        {state === 'failed' && w.t('end.failed')}
      </p>
      <button type="button" class="button" disabled={state === 'ending'} onClick={yes}>
        {w.t('end.yes')}
      </button>
      <button type="button" class="button quiet" onClick={leave}>
        {w.t('end.no')}
      </button>
    </>
  );
});
