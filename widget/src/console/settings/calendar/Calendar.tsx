import { useSignal } from '@preact/signals';
import { dayKey } from '../../../i18n/moscow';
import { useFace } from '../../face';
import { linkTo } from '../address';
import { useWords } from '../frame';
import { withQuery } from '../kit/http';
import { Loaded } from '../kit/Loaded';
import { Page } from '../kit/Page';
import { useResource } from '../kit/useResource';
import { mayAs, type ScreenProps } from '../screens';
import './calendar.css';
import { useDraft } from './draft';
import { DraftBar } from './DraftBar';
import { Preview } from './Preview';
import { SourceForm } from './SourceForm';
import { calendarSpeech, type CalendarYear, firstYear, lastYear } from './year';
import { YearView } from './YearView';

/** A year of the production calendar, by which promises are counted. Whoever may change it sees what that does before it is saved. */
export default function Calendar({ rest: [asked] }: ScreenProps) {
  const w = useWords(calendarSpeech);
  const { desk, now } = useFace();
  const today = dayKey(new Date(now.peek()), true);
  const year = yearOf(asked) ?? Number(today.slice(0, 4));
  const of = useResource<CalendarYear>(withQuery(`/api/calendar/${year}`, { locale: w.locale }));
  const draft = useDraft();
  const phase = useSignal<'look' | 'source' | 'preview'>('look');
  const isSaved = useSignal(false);
  const mayChange = mayAs(desk.me.value?.roles ?? [], 'Supervisor');
  const turn = (to: typeof phase.value) => {
    phase.value = to;
    isSaved.value = false;
    // The other two take the focus themselves.
    if (to === 'look') document.querySelector<HTMLElement>('.settings-page h2')?.focus();
  };
  const actions = (
    <div class="calendar-actions">
      <YearSwitch year={year} />
      {mayChange && phase.value === 'look' && (
        <button type="button" class="button quiet" onClick={() => turn('source')}>
          {w.t('calendar.import')}
        </button>
      )}
    </div>
  );
  return (
    <Page title={w.t('calendar.title', { year })} about={w.t('calendar.about')} actions={actions}>
      <p class="form-said" role="status">
        {isSaved.value ? w.t('calendar.saved') : ''}
      </p>
      <Loaded of={of}>
        {(value) =>
          phase.value === 'preview' ? (
            <Preview
              year={value}
              draft={draft}
              reload={of.reload}
              back={() => turn('look')}
              saved={(answer) => {
                of.set(answer);
                draft.clear();
                turn('look');
                isSaved.value = true;
              }}
            />
          ) : (
            <>
              {phase.value === 'source' && <SourceForm year={value} draft={draft} next={() => turn('preview')} left={() => turn('look')} />}
              <YearView year={value} draft={draft} today={today} mayChange={mayChange} />
              {!draft.isEmpty && phase.value === 'look' && <DraftBar draft={draft} next={() => turn('preview')} />}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** An address that somebody typed may name no year. */
function yearOf(text: string | undefined): number | null {
  const year = /^\d{4}$/.test(text ?? '') ? Number(text) : 0;
  return year >= firstYear && year <= lastYear ? year : null;
}

function YearSwitch({ year }: { year: number }) {
  const w = useWords(calendarSpeech);
  const link = (to: number, arrow: 'previous' | 'next') =>
    to >= firstYear && to <= lastYear && (
      <a class={`button quiet year-${arrow}`} href={linkTo('calendar', `${to}`)} aria-label={w.t('calendar.year', { year: to })}>
        {to}
      </a>
    );
  return (
    <nav class="year-switch" aria-label={w.t('calendar.years')}>
      {link(year - 1, 'previous')}
      {link(year + 1, 'next')}
    </nav>
  );
}
