import type { ComponentType, RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Drawing } from '../icons';
import type { PickerProps } from './Picker';

const face = 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5v.1M15 9.5v.1';

export interface EmojiButtonProps {
  label: string;
  locale: PickerProps['locale'];
  box: RefObject<HTMLTextAreaElement>;
}

/** Beside a box: opens the emoji, which are fetched then, and puts what is picked where the cursor is. */
export function EmojiButton({ label, locale, box }: EmojiButtonProps) {
  const [Picker, show] = useState<ComponentType<PickerProps> | null>(null);
  const isWanted = useRef(false);
  const close = () => {
    isWanted.current = false;
    show(null);
  };
  const toggle = () => {
    isWanted.current = !isWanted.current;
    if (!isWanted.current) return close();
    void import('./Picker').then((part) => isWanted.current && show(() => part.Picker), close);
  };
  const insert = (emoji: string) => {
    const field = box.current;
    if (!field) return;
    field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const leave = () => {
    close();
    box.current?.focus();
  };
  return (
    <>
      <button type="button" class="emoji-button" aria-label={label} title={label} aria-haspopup="dialog" aria-expanded={Picker !== null} onMouseDown={(event) => event.preventDefault()} onClick={toggle}>
        <Drawing path={face} size={22} />
      </button>
      {Picker && <Picker locale={locale} insert={insert} leave={leave} close={close} />}
    </>
  );
}
