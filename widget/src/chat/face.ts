import type { Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ChatWords } from '../i18n/chat';
import type { Conversation } from './conversation';
import type { Fatal } from './session';

/** What every part of the panel needs. */
export interface Face {
  conversation: Conversation;
  words: Signal<ChatWords>;
  draft: Signal<string>;
  fatal: Signal<Fatal | null>;
  /** Goes up when the panel is opened: the composer takes the focus. */
  openings: Signal<number>;
  isEmbedded: boolean;
  now(): number;
  close(): void;
}

export const FaceContext = createContext<Face | null>(null);

export function useFace(): Face {
  const face = useContext(FaceContext);
  if (!face) throw new Error('Outside the panel');
  return face;
}
