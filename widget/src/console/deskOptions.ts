import type { AgentClient, AgentHub, AgentTicket, AlarmKind, AttachmentView } from '../contract/hubs';
import type { Clock } from '../core/clock';
import type { Connection } from '../core/connection';
import type { OutboxStore } from '../core/outbox';
import type { ServerTime } from '../core/serverTime';
import type { Kept } from './drafts';

export interface Reply {
  ticket: string;
  text: string;
  note: boolean;
  /** The message that a reply quotes. */
  replyTo?: string;
  /** Uploaded already. */
  files?: AttachmentView[];
}

export interface DeskOptions {
  connection: Connection<AgentHub, AgentClient>;
  clock: Clock;
  time: ServerTime;
  random(): number;
  newId(): string;
  store: OutboxStore<Reply>;
  drafts: Kept;
  told: Kept;
  /** Makes an alarm heard, if the agent wants that. */
  sound(): void;
  /** Shows it outside of the page too, if the agent wants that. */
  notify(kind: AlarmKind, number: string): void;
}

/** The calls that change one ticket and answer with it. */
export type Change = { [K in keyof AgentHub]: AgentHub[K] extends (request: never) => Promise<AgentTicket> ? K : never }[keyof AgentHub];
