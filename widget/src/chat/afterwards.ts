import type { ReadonlySignal } from '../core/signals';
import { eventTo, type Host } from './host';
import { keepFor, type Shared } from './keeping';
import { report } from './report';
import { ring } from './ring';
import { tellUnread } from './unread';

export interface Surroundings extends Shared {
  host: Host;
  /** The panel is open, in a window that is looked at. */
  isSeen: ReadonlySignal<boolean>;
  title: string;
}

/** What an open panel can be shown without: one file, fetched once it is there. */
export function comeAfterwards(surroundings: Surroundings, owner: string): Promise<void> {
  const { conversation, host, isSeen, title } = surroundings;
  report(conversation, eventTo(host));
  tellUnread(host, conversation, isSeen, title);
  ring(conversation);
  return keepFor(surroundings, owner);
}
