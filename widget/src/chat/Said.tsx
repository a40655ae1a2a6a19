import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { signal } from '../core/signals';
import { view } from './view';

const linked = signal<ComponentType<{ text: string }> | null>(null);

/** Somebody's words. What makes links of addresses comes with the first text that may have one. */
export const Said = view(({ text }: { text: string }) => {
  const RichText = linked.value;
  useEffect(() => {
    if (!RichText && /[@:]/.test(text)) void import('../ui/RichText').then((part) => (linked.value = part.RichText), () => {});
  }, [text]);
  return RichText ? (
    <RichText text={text} />
  ) : (
    <span class="text" dir="auto">
      {text}
    </span>
  );
});
