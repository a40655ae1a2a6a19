import { signal } from '@preact/signals';
import type { AgentTicket, CallTicket, CallView, SupportLevel } from '../contract/hubs';
import type { Countdown } from '../core/countdown';
import { Calls, tell } from './calls';
import type { DeskOptions } from './deskOptions';

export type Stage = 'near' | 'missed';

export interface Alarm {
  key: string;
  stage: Stage;
  ticket: AgentTicket;
}

/** Counted seconds before the end from which a deadline is near: time enough to read and to answer. */
export const near: Record<SupportLevel, number> = { Standard: 30 * 60, Urgent: 15 * 60, Paid: 5 * 60 };

const most = 300;

/** Tells of each deadline twice in its life, when it comes near and when it is missed, and never again: not after a reload either. */
export class Alarms {
  readonly raised = signal<readonly Alarm[]>([]);
  #told: string[];

  /** What the server tells, besides. */
  readonly calls: Calls;

  /** Who is on the phone, or was just now. */
  readonly phone = signal<readonly CallView[]>([]);
  /** Who asks to be called back about a ticket that is in no list. */
  readonly callbacks = signal<readonly CallTicket[]>([]);

  constructor(
    private readonly options: DeskOptions,
    act: (action: () => Promise<void>) => Promise<boolean>,
  ) {
    this.calls = new Calls(options, act);
    options.connection.on('Calls', (calls, callbacks) => this.seePhone(calls, callbacks));
    this.#told = told(options.told.get());
  }

  /** Looks at every ticket that this agent can do something about. */
  look(tickets: readonly AgentTicket[], left: (ticket: AgentTicket) => Countdown | null): void {
    const now = tickets.flatMap((ticket) => alarmOf(ticket, left(ticket)));
    const fresh = now.filter(({ key }) => !this.#told.includes(key));
    const still = this.raised.peek().filter(({ key }) => now.some((alarm) => alarm.key === key));
    if (fresh.length > 0) {
      this.#told = [...this.#told, ...fresh.map(({ key }) => key)].slice(-most);
      this.options.told.set(JSON.stringify(this.#told));
      tell(
        this.options,
        fresh.map(({ stage, ticket }) => ({ kind: stage === 'near' ? 'DeadlineNear' : 'DeadlineMissed', number: ticket.number })),
      );
    }
    if (fresh.length > 0 || still.length < this.raised.peek().length) this.raised.value = [...still, ...fresh];
  }

  seePhone(calls: readonly CallView[], callbacks: readonly CallTicket[]): void {
    this.phone.value = calls;
    this.callbacks.value = callbacks;
  }

  dismiss(key: string): void {
    this.raised.value = this.raised.peek().filter((alarm) => alarm.key !== key);
  }

  dismissAll(): void {
    this.raised.value = [];
  }
}

/** Standing time alarms nobody: at night there is nothing to be done about it. */
function alarmOf(ticket: AgentTicket, left: Countdown | null): Alarm[] {
  if (!ticket.promise || !left || (left.seconds > 0 && (!left.runs || left.seconds > near[ticket.level]))) return [];
  const stage: Stage = left.seconds === 0 ? 'missed' : 'near';
  return [{ key: `${ticket.id}:${ticket.promise.due}:${stage}`, stage, ticket }];
}

function told(text: string | null): string[] {
  try {
    const keys: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}
