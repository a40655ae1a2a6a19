import type { Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface TextBoxProps {
  label: string;
  placeholder: string;
  value: string;
  invalid: boolean;
  describedBy: string;
  boxRef?: Ref<HTMLTextAreaElement>;
  write(text: string): void;
  send(): void;
}

const tallest = 160;

/** Grows with its text. Enter sends, Shift+Enter is a new line; an Enter that ends an IME's word is neither. */
export function TextBox({ label, placeholder, value, invalid, describedBy, boxRef, write, send }: TextBoxProps) {
  const own = useRef<HTMLTextAreaElement | null>(null);
  useLayoutEffect(() => {
    const box = own.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${Math.min(tallest, box.scrollHeight)}px`;
  }, [value]);
  return (
    <textarea
      ref={(box) => {
        own.current = box;
        if (typeof boxRef === 'function') boxRef(box);
        else if (boxRef) boxRef.current = box;
      }}
      rows={1}
      aria-label={label}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      placeholder={placeholder}
      value={value}
      onInput={(event) => write(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        send();
      }}
    />
  );
}
