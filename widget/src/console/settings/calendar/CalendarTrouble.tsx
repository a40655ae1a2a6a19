import { Refused } from '../../../core/refused';
import { useWords } from '../frame';
import { troubleWords } from '../kit/http';
import { LineErrors } from '../kit/LineErrors';
import { calendarSpeech } from './year';

interface TroubleProps {
  error: unknown;
  isSave: boolean;
  again(): void;
  reload(): void;
}

/** Why a year was not taken: the line of the file where it has one; where somebody else was faster, what they made of it. */
export function CalendarTrouble({ error, isSave, again, reload }: TroubleProps) {
  const w = useWords(calendarSpeech);
  const refusal = error instanceof Refused ? error : null;
  const line = Number(refusal?.detail['line'] ?? 0);
  const value = String(refusal?.detail['value'] ?? '—');
  const words = { t: w.t, or: ((key, fallback, params) => w.or(key, fallback, { value, ...params })) as typeof w.or };
  const isOutrun = refusal?.code === 'changed-meanwhile';
  const isBad = refusal?.code.startsWith('calendar-') ?? false;
  if (refusal && line > 0) return <LineErrors errors={[{ line, code: refusal.code }]} w={words} />;
  return (
    <div class="trouble" role="alert">
      <div>
        <p>{isOutrun ? w.t('calendar.outrun') : troubleWords(error, words, isSave)}</p>
        {/* The reason in the words of whoever read the file. */}
        {refusal?.code === 'calendar-contradiction' && <p lang="en">{value}</p>}
      </div>
      {!isBad && (
        <button type="button" class="button quiet" onClick={isOutrun ? reload : again}>
          {w.t(isOutrun ? 'reload' : 'retry')}
        </button>
      )}
    </div>
  );
}
