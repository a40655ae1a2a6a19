import { instantWords } from '../../../i18n/settings/dates';
import { useFace } from '../../face';
import { useWords } from '../frame';
import { Table } from '../kit/Table';
import { type Rating, ratingSpeech } from './rating';

/** What the server puts in the place of a text that was erased. */
const erased = '[erased]';

export function RatingLines({ ratings }: { ratings: readonly Rating[] }) {
  const w = useWords(ratingSpeech);
  const desk = useFace().words.value;
  return (
    <Table
      caption={w.t('screen.ratings')}
      rows={ratings}
      keyOf={({ ticket }) => ticket}
      columns={[
        { title: w.t('ratings.ticket'), cell: ({ ticket, number }) => <a class="rating-ticket" href={`#ticket/${ticket}`}>{number}</a> },
        { title: w.t('ratings.mark'), cell: ({ stars }) => <Stars stars={stars} /> },
        { title: w.t('ratings.comment'), cell: ({ comment }) => (comment === erased ? <i>{w.t('ratings.erased')}</i> : <span class="rating-comment">{comment ?? '—'}</span>) },
        { title: w.t('ratings.helped'), cell: ({ helped }) => (helped === null ? '—' : w.t(helped ? 'yes' : 'no')) },
        { title: w.t('ratings.agent'), cell: ({ agentName }) => agentName ?? w.t('ratings.nobody') },
        { title: w.t('ratings.kind'), cell: ({ kind }) => desk.t(`kind.${kind}`) },
        { title: w.t('ratings.at'), cell: ({ at }) => <time dateTime={at}>{instantWords(new Date(at), w.locale)}</time> },
      ]}
    />
  );
}

/** Told by number and not by colour alone; read out as words. */
function Stars({ stars }: { stars: number }) {
  const w = useWords(ratingSpeech);
  return (
    <span class={`stars ${stars <= 2 ? 'low' : ''}`} role="img" aria-label={w.t('ratings.stars', { stars })}>
      {'★'.repeat(stars)}
      <span class="off">{'★'.repeat(5 - stars)}</span>
    </span>
  );
}
