import { dayKey, dayWords, messageTime } from '../../../i18n/moscow';
import { useFace } from '../../face';
import { useWords } from '../frame';
import { Difference } from '../kit/Difference';
import { isRecord, type Json } from '../kit/difference';
import { type AuditEntry, auditSpeech, unsaid } from './entry';

/** Entries under the days on which they happened. */
export function AuditDays({ entries }: { entries: readonly AuditEntry[] }) {
  const { now } = useFace();
  const w = useWords(auditSpeech);
  const names = { today: w.t('day.today'), yesterday: w.t('day.yesterday') };
  return (
    <>
      {byDay(entries).map(([first, ...others]) => (
        <section key={first.id} class="audit-day">
          <h3>{dayWords(new Date(first.at), new Date(now.peek()), w.locale, names, true)}</h3>
          <ol>
            {[first, ...others].map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

type Some<T> = [T, ...T[]];

function byDay(entries: readonly AuditEntry[]): Some<AuditEntry>[] {
  const days: Some<AuditEntry>[] = [];
  for (const entry of entries) {
    const day = days.at(-1);
    if (day && dayKey(new Date(day[0].at), true) === dayKey(new Date(entry.at), true)) day.push(entry);
    else days.push([entry]);
  }
  return days;
}

const said = (state: Json): Json => (isRecord(state) ? Object.fromEntries(Object.entries(state).filter(([name]) => !unsaid.has(name)).map(([name, part]) => [name, said(part)])) : state);

function Entry({ entry }: { entry: AuditEntry }) {
  const w = useWords(auditSpeech);
  const { at, kind, name, by, from, before, after } = entry;
  const what = w.find(`kind.${kind}`) ?? kind;
  const deed = before === null ? 'Created' : after === null ? 'Removed' : 'Changed';
  return (
    <li class="audit-entry" data-testid="audit-entry">
      <p class="audit-head">
        <time dateTime={at}>{messageTime(new Date(at), w.locale, true)}</time>
        <strong>{name === '' ? what : w.t('audit.named', { kind: what, name })}</strong>
        <span class={`chip ${deed}`}>{w.t(`audit.${deed}`)}</span>
      </p>
      <p class="audit-who">
        {by.name ?? w.find(`by.${by.kind}`) ?? by.kind}
        {from !== null && <span> · {w.t('audit.from', { from })}</span>}
      </p>
      <Difference before={said(before)} after={said(after)} name={(property) => w.find(`property.${property}`)} value={(text) => w.find(`value.${text}`)} />
    </li>
  );
}
