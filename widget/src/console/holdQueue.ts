import type { QueueItem } from '../contract/hubs';

/** A row of the queue as shown: `isGone` while the pointer keeps it from leaving. */
export interface Row {
  item: QueueItem;
  isGone: boolean;
}

export const freshRows = (items: readonly QueueItem[]): Row[] => items.map((item) => ({ item, isGone: false }));

/**
 * The new queue, drawn without moving anything under a pointer that is on its way to a row: rows keep their
 * places (what left stays, greyed), and what is new comes last until the pointer rests.
 */
export function holdRows(shown: readonly Row[], incoming: readonly QueueItem[]): Row[] {
  const news = new Map(incoming.map((item) => [item.ticket.id, item]));
  const kept = shown.map(({ item }) => {
    const now = news.get(item.ticket.id);
    news.delete(item.ticket.id);
    return now ? { item: { ...now, lane: item.lane }, isGone: false } : { item, isGone: true };
  });
  return [...kept, ...freshRows([...news.values()])];
}
