import { Refused } from '../core/refused';
import { request } from '../ui/http';

export interface Session {
  visitorId: string;
  verified: boolean;
  conversationId: string | null;
}

export interface SessionRequest {
  site: string;
  page: string;
  title: string;
  locale: string;
  identity?: unknown;
}

/** "End on this computer": the key opens nothing any more, in any tab. */
export const endSession = () =>
  request<void>('POST', '/api/visitor/end', undefined, { keepalive: true }).catch((error: unknown) => {
    // Another tab was first.
    if (!(error instanceof Refused && error.code === '401')) throw error;
  });

/** Why there is no conversation here any more; `ended` is the visitor's own wish. */
export type Fatal = 'unknown-site' | 'forbidden' | 'ended';

/** Nobody waits longer for another tab: the one that asks may be asleep. In milliseconds. */
const patience = 10_000;

/**
 * Renews the visitor's cookie (HttpOnly: nobody here ever sees it). The tabs of a browser ask in turn, so that of those which
 * open in the same moment the later show the first one's key. Where there are no locks, each asks at once.
 */
export async function startSession(body: SessionRequest): Promise<Session> {
  let asked: Promise<Session> | undefined;
  const ask = () => (asked ??= request<Session>('POST', '/api/visitor/session', body));
  await Promise.race([navigator.locks?.request('istom', ask), new Promise((goOn) => setTimeout(goOn, patience))]).catch(() => {});
  return ask();
}

/** Some refusals will not change by trying again. */
export function fatalReason(error: unknown): Fatal | null {
  if (!(error instanceof Refused)) return null;
  if (error.code === 'unknown-site' || error.code === '404') return 'unknown-site';
  return /^429|^rate|^identity/.test(error.code) ? null : 'forbidden';
}
