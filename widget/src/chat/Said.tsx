import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { AttachmentView } from '../contract/hubs';
import { signal } from '../core/signals';
import { filesPart } from './filesPart';
import { view } from './view';

const linked = signal<ComponentType<{ text: string }> | null>(null);

/** Somebody's words. What makes links of addresses comes with the first text that may have one; files stand there by name until what shows them is there. */
export const Said = view(({ text, files }: { text: string; files?: readonly AttachmentView[] | null | undefined }) => {
  const RichText = linked.value;
  const Shown = filesPart.value?.Shown;
  useEffect(() => {
    if (!RichText && /[@:]/.test(text)) void import('../ui/RichText').then((part) => (linked.value = part.RichText), () => {});
  }, [text]);
  return (
    <>
      {text &&
        (RichText ? (
          <RichText text={text} />
        ) : (
          <span class="text" dir="auto">
            {text}
          </span>
        ))}
      {files && (Shown ? <Shown files={files} /> : files.map(({ name }) => name).join())}
    </>
  );
});
