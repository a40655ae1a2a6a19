import { batch, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AgentTicket, QueueItem } from '../contract/hubs';
import { useFace } from './face';

/** A row of a list as shown: `isGone` while the pointer keeps it from leaving. */
export interface Row<T> {
  item: T;
  isGone: boolean;
}

export const freshRows = <T,>(items: readonly T[]): Row<T>[] => items.map((item) => ({ item, isGone: false }));

/** What is new, drawn without moving anything: rows keep their places, what left stays, greyed; what came is not in it. */
function holdRows<T>(shown: readonly Row<T>[], incoming: readonly T[], idOf: (item: T) => string, keep: (now: T, was: T) => T): Row<T>[] {
  const news = new Map(incoming.map((item) => [idOf(item), item]));
  return shown.map(({ item }) => {
    const now = news.get(idOf(item));
    return now === undefined ? { item, isGone: true } : { item: keep(now, item), isGone: false };
  });
}

/** The queue's rows end the list, so what is new may come after them; they keep the lane in which they are drawn. */
export function holdQueue(shown: readonly Row<QueueItem>[], incoming: readonly QueueItem[]): Row<QueueItem>[] {
  const known = new Set(shown.map(({ item }) => item.ticket.id));
  const kept = holdRows(shown, incoming, ({ ticket }) => ticket.id, (now, was) => ({ ...now, lane: was.lane }));
  const lane = shown.at(-1)?.item.lane;
  return [...kept, ...freshRows(incoming.filter(({ ticket }) => !known.has(ticket.id))).map(({ item, isGone }) => ({ item: { ...item, lane: lane ?? item.lane }, isGone }))];
}

const sameOrder = (shown: readonly Row<{ id: string }>[], incoming: readonly { id: string }[]) =>
  shown.length === incoming.length && shown.every(({ item, isGone }, at) => !isGone && item.id === incoming[at]?.id);

/**
 * Both lists, held still while the pointer is over them: whoever is about to press a row presses that row. What waits
 * is announced, and comes with a press, with the pointer's leaving, or with the first key.
 */
export function useHeldLists() {
  const { desk } = useFace();
  const queue = useSignal<Row<QueueItem>[]>([]);
  const mine = useSignal<Row<AgentTicket>[]>([]);
  const isHeld = useSignal(false);
  const waits = useSignal(false);
  const settle = () =>
    batch(() => {
      isHeld.value = waits.value = false;
      queue.value = freshRows(desk.queue.peek().items);
      mine.value = freshRows(desk.mine.peek());
    });
  useSignalEffect(() => {
    const [items, own] = [desk.queue.value.items, desk.mine.value];
    if (!isHeld.peek()) return settle();
    queue.value = holdQueue(queue.peek(), items);
    mine.value = holdRows(mine.peek(), own, ({ id }) => id, (now) => now);
    waits.value = !sameOrder(mine.peek(), own)
      || !sameOrder(queue.peek().map(({ item, isGone }) => ({ item: item.ticket, isGone })), items.map(({ ticket }) => ticket))
      || queue.peek().some(({ item }, at) => item.lane !== items[at]?.lane);
  });
  useEffect(() => {
    const key = () => isHeld.peek() && settle();
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, []);
  return {
    queue: queue.value,
    mine: mine.value,
    waits: waits.value,
    settle,
    /** A finger has no hovering. */
    moved: ({ pointerType }: PointerEvent) => {
      if (pointerType !== 'touch') isHeld.value = true;
    },
  };
}
