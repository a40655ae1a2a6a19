import type { PrivacyNotice } from '../contract/frame';
import type { RequestKind } from '../contract/hubs';
import type { ReadonlySignal, Signal } from '../core/signals';
import type { ChatWords } from '../i18n/chat';
import type { Conversation } from './conversation';
import type { Fatal } from './session';

/** What every part of the panel needs. */
export interface Face {
  conversation: Conversation;
  words: ChatWords;
  draft: Signal<string>;
  /** What the visitor says a new request is about; null is nothing said. */
  kind: Signal<RequestKind | null>;
  notice?: PrivacyNotice | undefined;
  /** To the notice; false is that somebody wanted to write without. */
  consent: Signal<boolean | null>;
  /** The panel covers the whole window. */
  fills: ReadonlySignal<boolean>;
  fatal: Signal<Fatal | null>;
  /** Goes up when the panel is opened: the composer takes the focus. */
  openings: Signal<number>;
  isEmbedded: boolean;
  /** The conversation is over on this computer, in all tabs. Rejects where the server could not be told: then nothing is. */
  end(): Promise<void>;
  now(): number;
  close(): void;
}

let shown: Face | null = null;

/** Once, before the panel is drawn: a document holds one panel, so no context has to be handed down. */
export const provideFace = (face: Face): void => void (shown = face);

export function useFace(): Face {
  if (!shown) throw new Error('Outside the panel');
  return shown;
}
