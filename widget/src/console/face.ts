import type { ReadonlySignal, Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DeskWords } from '../i18n/desk';
import type { Locale } from '../i18n/translate';
import type { Desk } from './desk';

/** What every part of the desk needs. */
export interface Face {
  desk: Desk;
  words: ReadonlySignal<DeskWords>;
  locale: Signal<Locale>;
  /** Moves once a second. */
  now: ReadonlySignal<number>;
  signOut(): void;
}

export const FaceContext = createContext<Face | null>(null);

export function useFace(): Face {
  const face = useContext(FaceContext);
  if (!face) throw new Error('Outside the desk');
  return face;
}
