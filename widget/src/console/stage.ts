import { type Signal, signal } from '@preact/signals';
import type { Mode } from './drafts';
import type { CallView, Message } from '../contract/hubs';
import { Route } from './route';

export type Pane = 'queue' | 'talk' | 'ticket';
export type DialogName = 'keys' | 'search' | 'kind' | 'claim' | 'transfer' | 'handOver' | 'newTicket' | 'split' | 'development' | 'call' | 'remote';

/** For whom a ticket is opened. */
export interface Preset {
  /** Null: nobody who has ever written. */
  visitor: { id: string; name: string | null } | null;
  clinic: { id: string; name: string } | null;
  name?: string | null;
  phone?: string | null;
  /** The telephone exchange's call that it comes of. */
  call?: string;
}

/** What of the desk is in front. */
export class Stage {
  /** Where there is no room for all three. */
  readonly pane = signal<Pane>('queue');
  readonly dialog = signal<DialogName | null>(null);
  /** Of the dialog that opens a ticket; null: it asks. */
  preset: Preset | null = null;
  /** Of the dialog that logs a call: the telephone exchange's; null: none. */
  call: CallView | null = null;
  readonly mode = signal<Mode>('reply');
  /** What the next reply to this ticket's customer quotes. */
  readonly quoted = signal<{ ticket: string; message: Message } | null>(null);
  readonly route = new Route();
  /** Of what is in front of the desk; null: the desk itself. */
  readonly title = signal<string | null>(null);
  /** Whether a ticket that opens puts the cursor into its text box: not while somebody leafs through. */
  wantsBox = true;

  constructor(readonly preferences: Preferences) {}

  /** A ticket comes to the front; it always begins with a reply. */
  turnTo({ wantsBox }: { wantsBox: boolean }): void {
    if (this.route.isSettings.peek()) location.hash = '';
    this.wantsBox = wantsBox;
    this.pane.value = 'talk';
    this.mode.value = 'reply';
  }
}

/** What this browser remembers of its agent's habits. */
export interface Preferences {
  /** Keys of one letter do something (WCAG 2.1.4 wants them to be turned off). */
  keys: Signal<boolean>;
  /** Alarms are heard. */
  sound: Signal<boolean>;
  /** Alarms are shown by the browser too. */
  notices: Signal<boolean>;
}
