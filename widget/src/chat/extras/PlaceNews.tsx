import { useRef } from 'preact/hooks';
import type { QueuePlaceView, VisitorTicket } from '../../contract/hubs';
import { useFace } from '../face';
import { extraWords } from './words';

type News = 'place.forward' | 'place.overtaken' | null;

/** What happened to the ticket's place while the visitor looked on; as long as it waits there. */
export function PlaceNews({ ticket: { number, place } }: { ticket: VisitorTicket }) {
  const w = extraWords(useFace().words.locale);
  const seen = useRef({ number, place });
  const news = useRef<News>(null);
  const before = seen.current;
  seen.current = { number, place };
  news.current = place && before.number === number ? newsOf(before.place, place, news.current) : null;
  return news.current && <p class="fine">{w.t(news.current)}</p>;
}

const isAhead = (place: QueuePlaceView | null) => place?.lane === 'Critical';

/** Restore-work goes first (§1.2): either one's own, or somebody else's, who was not ahead before. */
function newsOf(before: QueuePlaceView | null, place: QueuePlaceView, told: News): News {
  if (isAhead(place)) return isAhead(before) ? told : 'place.forward';
  if (before && !isAhead(before) && place.critical > before.critical && place.ahead > before.ahead) return 'place.overtaken';
  return told === 'place.overtaken' && place.critical > 0 ? told : null;
}
