import { useEffect, useState } from 'preact/hooks';
import type { KindOffer } from '../../contract/hubs';
import { Refused } from '../../core/refused';
import en from '../../i18n/panel/kinds.en.json';
import ru from '../../i18n/panel/kinds.ru.json';
import type { Words } from '../../i18n/translate';
import { refusalWords } from '../extras/refusals';
import { useFace } from '../face';
import { condition, type OfferedKind } from '../kinds';
import { addStyles, partWords } from '../../ui/part';
import { view } from '../view';
import styles from './kinds.css?inline';

addStyles(styles);

const claims = ['WorkStopped', 'CriticalError'] as const;

/** What a new request may be about. */
export const Choices = view(({ offers, chosen }: { offers: (KindOffer & { kind: OfferedKind })[]; chosen: OfferedKind }) => {
  const { words: w, kind } = useFace();
  const own = partWords(w.locale, ru, en);
  return (
    <fieldset class="kinds-list">
      <legend>{own.t('kinds.legend')}</legend>
      <div>
        {offers.map((offer) => (
          <label key={offer.kind} class="kind">
            <input type="radio" name="kind" checked={offer.kind === chosen} onChange={() => (kind.value = offer.kind)} />
            <span>
              {w.t(`kind.${offer.kind}`)}
              <small>{own.t(`kind.${offer.kind}.about`)}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
});

/** Who has to confirm that it is urgent, and what holds until then. */
export const Confirmation = view(({ offer }: { offer: KindOffer }) => <small>{confirmation(offer, partWords(useFace().words.locale, ru, en))}</small>);

function confirmation({ kind, confirmation }: KindOffer, own: Words<typeof ru>): string | null {
  if (confirmation === 'First') return own.t('kind.confirm.first');
  return confirmation === 'Later' ? own.t(kind === 'CriticalError' ? 'kind.confirm.error' : 'kind.confirm.stopped') : null;
}

/** What the open ticket may be, and what follows from saying so: staff will decide. */
export const Claims = view(() => {
  const { conversation, words: w, openings } = useFace();
  const own = partWords(w.locale, ru, en);
  const [refused, setRefused] = useState('');
  const offer = conversation.offers.value.find(({ kind }) => kind === claims[0]);
  useEffect(() => void conversation.askKinds(), []);
  const claim = (kind: (typeof claims)[number]) =>
    void conversation.say('Claim', { kind }).then(
      // What was pressed is gone: the focus goes to the composer.
      () => openings.value++,
      (error: unknown) => setRefused(error instanceof Refused ? error.code : 'internal'),
    );
  return (
    <>
      {offer && <p>{condition(offer, w) ?? confirmation(offer, own)}</p>}
      {claims.map((kind) => (
        <button key={kind} type="button" class="button quiet claim" disabled={conversation.link.value !== 'open'} onClick={() => claim(kind)}>
          {w.t(`kind.${kind}`)}
          <small>{own.t(`kind.${kind}.about`)}</small>
        </button>
      ))}
      <p class="failure" role="alert">
        {refused && (own.find(`refusal.${refused}`) ?? refusalWords(w.locale, refused))}
      </p>
    </>
  );
});
