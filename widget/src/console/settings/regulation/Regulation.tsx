import { dayKey } from '../../../i18n/moscow';
import { useFace } from '../../face';
import { linkTo } from '../address';
import { useWords } from '../frame';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { useResource } from '../kit/useResource';
import type { ScreenProps } from '../screens';
import { type Edition, holdsOn, regulationSpeech, startOf } from './edition';
import { EditionCard } from './EditionCard';
import { EditionForm } from './EditionForm';
import './regulation.css';

/** The terms of the regulation, edition by edition, each from a date on. */
export default function Regulation({ rest: [id] }: ScreenProps) {
  const w = useWords(regulationSpeech);
  const { now } = useFace();
  const today = dayKey(new Date(now.peek()), true);
  const of = useResource<Edition[]>('/api/regulation');
  if (id !== undefined) {
    return (
      <Page title={w.t(id === 'new' ? 'edition.new' : 'edition.change')} up={{ link: linkTo('regulation'), name: w.t('screen.regulation') }}>
        <Loaded of={of}>{(editions) => <EditionForm id={id} editions={editions} today={today} reload={of.reload} />}</Loaded>
      </Page>
    );
  }
  const add = (
    <a class="button" href={linkTo('regulation', 'new')}>
      {w.t('edition.add')}
    </a>
  );
  return (
    <Page title={w.t('screen.regulation')} about={w.t('regulation.about')} actions={add}>
      <Loaded of={of}>
        {(editions) => (
          <ol class="editions">
            {editions.map((edition, at) => (
              <EditionCard key={edition.settings.id} edition={edition} until={editions[at + 1]?.settings.holdsFrom ?? null} stands={standsOf(edition, editions, today)} changed={of.reload} />
            ))}
          </ol>
        )}
      </Loaded>
    </Page>
  );
}

export type Stands = 'past' | 'now' | 'later';

function standsOf(edition: Edition, editions: readonly Edition[], today: string): Stands {
  if (startOf(edition) > today) return 'later';
  return edition === holdsOn(editions, today) ? 'now' : 'past';
}
