import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../frame';
import { api, withQuery } from '../kit/http';
import { bodyOf, type DraftState } from './draft';
import { CalendarTrouble } from './CalendarTrouble';
import { PreviewDays } from './PreviewDays';
import { PreviewPromises } from './PreviewPromises';
import { calendarSpeech, type CalendarPreview, type CalendarYear } from './year';

interface PreviewProps {
  year: CalendarYear;
  draft: DraftState;
  /** The year anew: somebody else has changed it. */
  reload(): void;
  back(): void;
  saved(year: CalendarYear): void;
}

/** What a change does to days and to open promises; nothing is saved before this was seen. */
export function Preview({ year, draft, reload, back, saved }: PreviewProps) {
  const w = useWords(calendarSpeech);
  const heading = useRef<HTMLHeadingElement>(null);
  const seen = useSignal<CalendarPreview | null>(null);
  const trouble = useSignal<{ error: unknown; isSave: boolean } | null>(null);
  const isSaving = useSignal(false);
  const path = `/api/calendar/${year.year}`;
  const look = () => {
    trouble.value = null;
    api.post<CalendarPreview>(withQuery(`${path}/preview`, { locale: w.locale }), bodyOf(draft)).then(
      (preview) => (seen.value = preview),
      (error: unknown) => (trouble.value = { error, isSave: false }),
    );
  };
  const save = () => {
    if (isSaving.peek()) return;
    isSaving.value = true;
    trouble.value = null;
    api.put<CalendarYear>(withQuery(path, { version: year.version, locale: w.locale }), bodyOf(draft)).then(saved, (error: unknown) => {
      isSaving.value = false;
      trouble.value = { error, isSave: true };
    });
  };
  useEffect(() => heading.current?.focus(), []);
  useEffect(look, [year.version]);
  const preview = seen.value;
  return (
    <section class="page-part calendar-preview" aria-labelledby="preview">
      <h3 id="preview" ref={heading} tabIndex={-1}>
        {w.t('preview')}
      </h3>
      {preview === null && trouble.value === null && <p class="nothing" role="status">{w.t('loading')}</p>}
      {preview && (
        <>
          <PreviewDays before={year} preview={preview} />
          <PreviewPromises preview={preview} />
        </>
      )}
      {trouble.value && <CalendarTrouble {...trouble.value} again={trouble.value.isSave ? save : look} reload={reload} />}
      <div class="form-foot">
        {preview && preview.days.length + preview.promisesTotal + (draft.decree === null && draft.file === null ? 0 : 1) > 0 && (
          <button type="button" class="button" aria-disabled={isSaving.value || undefined} onClick={save}>
            {w.t(isSaving.value ? 'saving' : 'save')}
          </button>
        )}
        <button type="button" class="button quiet" onClick={back}>
          {w.t('preview.back')}
        </button>
      </div>
    </section>
  );
}
