import { useState } from 'preact/hooks';
import type { Criticality } from '../contract/hubs';
import { Refused } from '../core/refused';
import { useFace } from './face';
import { condition } from './kinds';
import { view } from './view';

const claims = ['WorkStopped', 'CriticalError'] as const;

/** The visitor says that the open ticket is urgent after all: in two steps, since staff will have to decide on it. */
export const Claim = view(({ criticality }: { criticality: Criticality }) => {
  const { conversation, words, openings } = useFace();
  const w = words;
  const [refused, setRefused] = useState('');
  if (criticality === 'Claimed' || criticality === 'Confirmed') return null;
  const offer = conversation.offers.value.find(({ kind }) => kind === claims[0]);
  const claim = (kind: (typeof claims)[number]) =>
    void conversation.claim(kind).then(
      // What was pressed is gone: the focus goes to the composer.
      () => openings.value++,
      (error: unknown) => setRefused(error instanceof Refused ? error.code : 'internal'),
    );
  return (
    <details onToggle={(event) => event.currentTarget.open && void conversation.askKinds()}>
      <summary>{w.t('claim')}</summary>
      {offer && <p>{condition(offer, w)}</p>}
      {claims.map((kind) => (
        <button key={kind} type="button" class="button quiet claim" disabled={conversation.link.value !== 'open'} onClick={() => claim(kind)}>
          {w.t(`kind.${kind}`)}
          <small>{w.t(`kind.${kind}.about`)}</small>
        </button>
      ))}
      <p class="failure" role="alert">
        {refused && w.or(`refusal.${refused}`, 'refusal.unknown', { code: refused })}
      </p>
    </details>
  );
});
