import { signal } from '@preact/signals';
import type { AlarmView } from '../contract/hubs';
import type { DeskOptions } from './deskOptions';

/** Makes one heard, and shows them outside of the page, as the agent wants it. */
export function tell({ sound, notify }: DeskOptions, fresh: readonly Pick<AlarmView, 'kind' | 'number'>[]): void {
  if (fresh.length > 0) sound();
  for (const { kind, number } of fresh) notify(kind, number);
}

/** What the server tells this agent until somebody acknowledges it. */
export class Calls {
  readonly on = signal<readonly AlarmView[]>([]);

  /** `act`: shows a refusal. */
  constructor(
    private readonly options: DeskOptions,
    private readonly act: (action: () => Promise<void>) => Promise<boolean>,
  ) {
    options.connection.on('Alarms', (alarms) => this.see(alarms));
  }

  /** One that is new, or is told again, is heard. */
  see(calls: readonly AlarmView[]): void {
    const known = new Map(this.on.peek().map(({ id, times }) => [id, times]));
    this.on.value = calls;
    tell(
      this.options,
      calls.filter(({ id, times }) => times > (known.get(id) ?? 0)),
    );
  }

  /** Somebody will see to it: nobody is told again. */
  acknowledge(alarm: string): Promise<boolean> {
    return this.act(async () => this.see(await this.options.connection.invoke('Acknowledge', [{ alarm }])));
  }
}
