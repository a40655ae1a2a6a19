import { useState } from 'preact/hooks';
import type { Limits } from './limits';
import { type FileWords, limitWords } from './words';

/** The limits in words, as soon as somebody has asked for them. */
export function useLimits(limits: () => Promise<Limits>, w: FileWords) {
  const [known, setKnown] = useState<Limits | null>(null);
  const ask = () => void limits().then(setKnown, () => {});
  return { ask, said: known ? limitWords(known, w) : '' };
}
