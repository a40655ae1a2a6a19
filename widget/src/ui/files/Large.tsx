import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AttachmentView } from '../../contract/hubs';
import type { FileWords } from './words';

interface LargeProps {
  file: AttachmentView;
  src: string;
  w: FileWords;
  close(): void;
  children: ComponentChildren;
}

/** A picture in front of everything, as large as there is room; pressed, as large as it is. */
export function Large({ file, src, w, close, children }: LargeProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const picture = useRef<HTMLButtonElement>(null);
  const [isWhole, setWhole] = useState(true);
  /** Where it was pressed, of its width and height: what is there stays in view. */
  const at = useRef([0.5, 0.5]);
  useLayoutEffect(() => {
    const { current: box } = picture;
    const [x = 0, y = 0] = at.current;
    box?.scrollTo(x * box.scrollWidth - box.clientWidth / 2, y * box.scrollHeight - box.clientHeight / 2);
  }, [isWhole]);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="large"
      aria-label={file.name}
      onClose={close}
      // Escape closes the picture, not what is around it.
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
    >
      <button
        ref={picture}
        type="button"
        class={isWhole ? 'large-picture whole' : 'large-picture'}
        aria-label={w.t(isWhole ? 'zoom' : 'fit')}
        onClick={({ detail, offsetX, offsetY, target }) => {
          const { clientWidth, clientHeight } = target as HTMLElement;
          // The keyboard presses nowhere.
          at.current = detail === 0 ? [0.5, 0.5] : [offsetX / clientWidth, offsetY / clientHeight];
          setWhole(!isWhole);
        }}
      >
        <img src={src} alt={file.name} />
      </button>
      <p class="large-foot">
        <bdi>{file.name}</bdi>
        {children}
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {w.t('close')}
        </button>
      </p>
    </dialog>
  );
}
