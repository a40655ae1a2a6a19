import type { AgentTicket } from '../../contract/hubs';

export interface Part {
  text: string;
  hit: boolean;
}
export interface FoundTicket {
  ticket: AgentTicket;
  subject: Part[];
}
export interface FoundMessage {
  ticket: AgentTicket;
  note: boolean;
  /** Null: the visitor. */
  authorName: string | null;
  at: string;
  text: Part[];
}
export interface FoundClinic {
  id: string;
  name: string;
  number: string | null;
}
export interface FoundVisitor {
  id: string;
  name: string | null;
  email: string | null;
  clinic: string | null;
}
interface Page<T> {
  items: T[];
  next: string | null;
}
export interface Results {
  tickets: Page<FoundTicket>;
  messages: Page<FoundMessage>;
  clinics: Page<FoundClinic>;
  visitors: Page<FoundVisitor>;
  /** What was written from then on may be missing. */
  upTo: string | null;
}
export type Group = 'tickets' | 'messages' | 'clinics' | 'visitors';
export const groups: readonly Group[] = ['tickets', 'messages', 'clinics', 'visitors'];

/** As the server names them; '' is any. */
export const filterNames = ['kind', 'level', 'lane', 'state', 'agent', 'since', 'until'] as const;
export type Filter = Record<(typeof filterNames)[number], string>;
export const anything: Filter = { kind: '', level: '', lane: '', state: '', agent: '', since: '', until: '' };

/** Days are Moscow's, from their beginning to their end. */
export function queryOf(text: string, { since, until, ...rest }: Filter): Record<string, string> {
  const begins = (day: string, plus: number) => (day === '' ? '' : new Date(Date.parse(`${day}T00:00:00+03:00`) + plus * 86_400_000).toISOString());
  return { text, ...rest, since: begins(since, 0), until: begins(until, 1) };
}

/** The results with the next page of a group behind the first. */
export function withMore(before: Results, group: Group, more: Results): Results {
  return { ...before, [group]: { items: [...before[group].items, ...more[group].items], next: more[group].next } };
}
