// The JSON hub protocol of SignalR, as far as it is used here (HubProtocol.md in aspnetcore).

const end = '\u001e';

export const handshake = `{"protocol":"json","version":1}${end}`;
export const ping = `{"type":6}${end}`;

export type Incoming =
  | { type: 'handshake'; error?: string }
  | { type: 'call'; target: string; args: unknown[] }
  | { type: 'completion'; id: string; result: unknown; error?: string }
  | { type: 'ping' }
  | { type: 'close'; error?: string; allowReconnect: boolean };

export function invocation(id: string, target: string, args: unknown[]): string {
  return JSON.stringify({ type: 1, invocationId: id, target, arguments: args }) + end;
}

/** Reads one frame. Records of a kind that we do not know are skipped: a newer server may send them. */
export function decode(frame: string): Incoming[] {
  return frame
    .split(end)
    .filter((part) => part !== '')
    .map((part) => read(JSON.parse(part) as Record<string, unknown>))
    .filter((record) => record !== null);
}

function read(record: Record<string, unknown>): Incoming | null {
  const error = typeof record['error'] === 'string' ? { error: record['error'] } : {};
  switch (record['type']) {
    case undefined:
      return { type: 'handshake', ...error };
    case 1:
      return { type: 'call', target: String(record['target']), args: Array.isArray(record['arguments']) ? record['arguments'] : [] };
    case 3:
      return { type: 'completion', id: String(record['invocationId']), result: record['result'], ...error };
    case 6:
      return { type: 'ping' };
    case 7:
      return { type: 'close', allowReconnect: record['allowReconnect'] === true, ...error };
    default:
      return null;
  }
}
