import type { ReadonlySignal } from '../core/signals';
import { asLocale } from '../i18n/translate';
import { clock } from '../ui/browser';
import { onWake } from '../ui/onWake';
import { eventTo, type Host } from './host';
import { keepFocusInside } from './keepFocusInside';
import { filesPart } from './filesPart';
import { keepFor, type Shared } from './keeping';
import { askOnLeaving } from './leaving';
import { notifyOf } from './notices';
import { extras } from './extras';
import { report } from './report';
import { ring } from './ring';
import { tellUnread } from './unread';

export interface Surroundings extends Shared {
  host: Host;
  /** The panel is open, in a window that is looked at. */
  isSeen: ReadonlySignal<boolean>;
  title: string;
  /** The panel covers the whole window. */
  fills: ReadonlySignal<boolean>;
}

/** What an open panel can be shown without: one file, fetched once it is there. */
export function comeAfterwards(surroundings: Surroundings, owner: string): Promise<void> {
  const { connection, conversation, fills, host, isSeen, title } = surroundings;
  void import('./extras/part').then((parts) => (extras.value = parts), () => {});
  report(conversation, eventTo(host));
  tellUnread(host, conversation, isSeen, title);
  ring(conversation);
  notifyOf(host, conversation, isSeen, clock, asLocale(document.documentElement.lang));
  // Of whom a site tells who they are, their clinic is known.
  if (owner === '') askOnLeaving(host, conversation, isSeen);
  keepFocusInside(fills);
  conversation.link.subscribe((link) => {
    // Where it could not come, it is asked for again.
    if (link === 'open' && !filesPart.value) void import('./files/part').then(({ makeFiles }) => (filesPart.value ??= makeFiles(surroundings, owner)), () => {});
  });
  onWake(() => connection.wake());
  // Said at once, instead of when the silence has lasted; the next attempt finds out whether it is true.
  addEventListener('offline', () => connection.restart());
  return keepFor(surroundings, owner);
}
