/** The server understood and said no. `code` is stable; its words are in i18n. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly detail: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}

/** Nobody knows whether the call arrived: the link broke or the answer did not come in time. */
export class Unanswered extends Error {}

/** The server failed without a reason that we know: as good as unanswered, so try again later. */
export class ServerTrouble extends Error {}

/** Refusals that pass by themselves: the same call, repeated later, may well succeed. */
const passing = new Set(['internal', 'unavailable', 'overloaded', 'rate-limited']);

export function isPassing(error: unknown): boolean {
  return error instanceof Refused ? passing.has(error.code) : true;
}

/**
 * Reads the error text of a completion: `{"code":…,"detail":…}`, bare or behind whatever
 * SignalR puts in front of it ("An unexpected error occurred invoking 'X' on the server. HubException: ").
 */
export function errorFromText(text: string): Refused | ServerTrouble {
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
    const refused = refusedFrom(parse(text.slice(at)));
    if (refused) return refused;
  }
  return new ServerTrouble(text);
}

/** Hubs put a refusal's facts into `detail`; in problem details, where that is a sentence, they are members beside the code. */
export function refusedFrom(value: unknown): Refused | null {
  if (!isRecord(value) || typeof value['code'] !== 'string' || value['code'] === '') return null;
  return new Refused(value['code'], isRecord(value['detail']) ? value['detail'] : value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
