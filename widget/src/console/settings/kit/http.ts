import { Refused, ServerTrouble, Unanswered } from '../../../core/refused';
import type { FrameWords } from '../../../i18n/settings/words';
import { request } from '../../../ui/http';

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The HTTP side of the desk. Throws `Refused` with the problem's code, `Unanswered` where nobody answered. */
export const api = {
  get: <T>(path: string, query: Query = {}) => call(() => request<T>('GET', withQuery(path, query))),
  post: <T = void>(path: string, body?: unknown) => write<T>('POST', path, body),
  put: <T = void>(path: string, body?: unknown) => write<T>('PUT', path, body),
  delete: <T = void>(path: string, body?: unknown) => write<T>('DELETE', path, body),
};

/** What is empty is not asked for. */
export function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${text}`;
}

/** A write shows the token of its sign-in, asked for each time: saving is rare, and somebody else may have signed in. */
async function write<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body: unknown): Promise<T> {
  const { token } = await api.get<{ token: string }>('/api/account/antiforgery');
  return call(() => request<T>(method, path, body, { headers: { 'x-antiforgery': token } }));
}

/** `fetch` throws a TypeError for whatever kept it from an answer. */
async function call<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof TypeError ? new Unanswered() : error;
  }
}

/** What went wrong, for its reader. `wasWrite`: then nobody knows whether it was done. */
export function troubleWords(error: unknown, w: Pick<FrameWords, 't' | 'or'>, wasWrite = false): string {
  if (error instanceof Unanswered) return w.t(wasWrite ? 'trouble.unsure' : 'trouble.lost');
  if (error instanceof Refused) return w.or(`refusal.${codeOf(error)}`, 'refusal.unknown', { ...(error.detail as Record<string, string>), code: error.code });
  return w.t(error instanceof ServerTrouble && error.message === '503' ? 'refusal.unavailable' : 'refusal.internal');
}

const codes: Readonly<Record<string, string>> = { 400: 'malformed', 401: 'unauthenticated', 403: 'forbidden', 404: 'not-found', 413: 'too-large', 429: 'rate-limited' };

/** The code of a refusal; an answer without one, as of a proxy, has its status for a name. */
export function codeOf(error: Refused): string {
  return codes[error.code] ?? error.code;
}
