import type { DeskHours } from '../contract/hubs';

const day = 86_400_000;

/** Milliseconds until the desk has opened or closed; null where it is further off than a day, or past: that is a wrong clock. */
export function untilTurn({ open, opensAt, closesAt }: DeskHours, now: number): number | null {
  const turn = open ? closesAt : opensAt;
  const wait = turn === null ? Infinity : Date.parse(turn) - now + 1_000;
  return wait > 0 && wait < day ? wait : null;
}
