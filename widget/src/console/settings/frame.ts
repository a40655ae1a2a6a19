import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type FrameWords, frameSpeech, type Speech } from '../../i18n/settings/words';
import type { Messages, Words } from '../../i18n/translate';
import { useFace } from '../face';
import type { Question } from './kit/Ask';
import type { Unsaved } from './unsaved';

/** What the screens of the settings have in common. */
export interface Frame {
  /** Asks in a dialog; false: left or answered with no. */
  ask(question: Question): Promise<boolean>;
  unsaved: Unsaved;
}

export const FrameContext = createContext<Frame | null>(null);

export function useFrame(): Frame & { w: FrameWords } {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('Outside the settings');
  return { ...frame, w: useWords(frameSpeech) };
}

/** A screen's words in the language that is spoken. */
export function useWords<M extends Messages>(speech: Speech<M>): Words<M & typeof import('../../i18n/settings/frame.ru.json')> {
  return speech(useFace().words.value.locale);
}
