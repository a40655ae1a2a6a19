import { Refused, refusedFrom, ServerTrouble } from '../core/refused';

/** JSON to and from the own origin. A refusal carries the problem's code, or its status where there is none. */
export async function request<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, { headers, keepalive = false }: { headers?: Record<string, string>; keepalive?: boolean } = {}): Promise<T> {
  const isWrite = method !== 'GET';
  // With cookies, as all that goes to the own origin.
  const response = await fetch(path, {
    method,
    // Sent with every write, body or not: a foreign form cannot send this type without a preflight.
    headers: { ...(isWrite && { 'content-type': 'application/json' }), ...headers },
    // Outlives the page that asks.
    keepalive,
    ...(isWrite && { body: JSON.stringify(body ?? {}) }),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  if (response.status >= 500) throw new ServerTrouble(String(response.status));
  throw refusedFrom(answer) ?? new Refused(String(response.status));
}
