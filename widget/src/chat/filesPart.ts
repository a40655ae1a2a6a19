import type { ComponentType } from 'preact';
import type { AttachmentView } from '../contract/hubs';
import { type ReadonlySignal, signal } from '../core/signals';

/** All that has to do with files. It comes right after the panel is shown; until then there is no button for them. */
export interface FilesPart {
  /** What is attached to the message that is being written, and the button for more. */
  Attach: ComponentType;
  Shown: ComponentType<{ files: readonly AttachmentView[] }>;
  isUsed: ReadonlySignal<boolean>;
  /** Not all of them are uploaded: the message waits for that, and `go` is called then. */
  holds(go: () => void): boolean;
  /** What the message takes with it; undefined is nothing. */
  take(): AttachmentView[] | undefined;
}

export const filesPart = signal<FilesPart | null>(null);
