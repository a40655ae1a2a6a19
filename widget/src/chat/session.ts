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

/** Renews the visitor's cookie (HttpOnly: nobody here ever sees it). */
export const startSession = (body: SessionRequest) => request<Session>('POST', '/api/visitor/session', body);

/** Some refusals will not change by trying again. */
export function fatalReason(error: unknown): Fatal | null {
  if (!(error instanceof Refused)) return null;
  if (error.code === 'unknown-site' || error.code === '404') return 'unknown-site';
  return /^429|^rate|^identity/.test(error.code) ? null : 'forbidden';
}
