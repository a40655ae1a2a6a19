import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/icons';
import { useFace } from './face';

/** In front of everything until it is answered or left. The browser keeps the focus inside and gives it back. */
export function Dialog({ title, children, left }: { title: string; children: ComponentChildren; left?(): void }) {
  const { stage, words } = useFace();
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const close = left ?? (() => (stage.dialog.value = null));
  // A browser says it with the next frame: by then another dialog may be in front.
  const closed = () => box.current && close();
  return (
    <dialog ref={box} class="dialog" aria-labelledby={id} onCancel={close} onClose={closed} onClick={(event) => event.target === event.currentTarget && close()}>
      <div class="dialog-body">
        <div class="dialog-head">
          <h2 id={id}>{title}</h2>
          <button type="button" class="icon-button" aria-label={words.value.t('dialog.close')} onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
