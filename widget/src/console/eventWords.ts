import type { TicketEventView } from '../contract/hubs';
import type { DeskWords } from '../i18n/desk';
import { dueWords } from '../i18n/moscow';

/**
 * A ticket's event as a line. The words are looked up from the most to the least telling: by type, detail and who did
 * it, down to the type alone.
 */
export function eventWords(event: TicketEventView, w: DeskWords): string {
  const { type, detail, byKind, missed } = event;
  const key = [`event.${type}.${detail ?? ''}`, `event.${type}.${missed ? 'missed' : ''}`, `event.${type}.${byKind ?? ''}`, `event.${type}`].find((key) => w.find(key) !== null);
  const line = w.or(key ?? '', 'event.other', {
    type,
    about: event.about ?? '',
    kind: (detail === null ? null : w.find(`kind.${detail}`)) ?? detail ?? '',
    due: event.due === null ? '' : dueWords(new Date(event.due), w.locale, true),
    by: event.by ?? w.t('event.nobody'),
    length: event.seconds === null ? '' : `, ${Math.floor(event.seconds / 60)}:${String(event.seconds % 60).padStart(2, '0')}`,
    minutes: Math.max(1, Math.round((event.seconds ?? 0) / 60)),
  });
  return event.text === null ? line : `${line}: ${event.text}`;
}
