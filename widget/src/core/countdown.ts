import type { PromiseView } from '../contract/hubs';

export interface Countdown {
  /** Counted seconds that are left. */
  seconds: number;
  runs: boolean;
}

/**
 * The counted time left `now`, from a view received at `receivedAt` (both by this machine's clock, which may be
 * wrong by hours: only the difference is used). It never runs past `stopsAt`, the desk's closing.
 */
export function countdown(promise: PromiseView, receivedAt: number, now: number, stopsAt: number | null): Countdown {
  if (!promise.countsNow) return { seconds: promise.remaining, runs: false };
  const until = stopsAt === null ? now : Math.min(now, stopsAt);
  const elapsed = Math.max(0, Math.floor((until - receivedAt) / 1000));
  return { seconds: Math.max(0, promise.remaining - elapsed), runs: until === now };
}

/** 18:00:00, 1:59:07, 04:12: hours only where there are any. */
export function clockFace(seconds: number): string {
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const rest = `${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
  return seconds >= 3600 ? `${Math.floor(seconds / 3600)}:${rest}` : rest;
}
