import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { FrameWords } from '../../../i18n/settings/words';
import { useFrame } from '../frame';
import { Beneath, describedBy } from './Field';

interface FileDropProps {
  label: string;
  hint?: string;
  /** How the names of welcome files end: `['csv']`. */
  kinds: readonly string[];
  /** The largest welcome file, in megabytes of 1,048,576 bytes. */
  limit: number;
  several?: boolean;
  /** A file that may be read, or several; what is in them is the caller's to judge. */
  chosen(file: File, ...others: readonly File[]): void;
}

/** A file by choice or by dropping it here. One that is too large or of another kind is refused before anything is sent. */
export function FileDrop({ label, hint, kinds, limit, several = false, chosen }: FileDropProps) {
  const { w } = useFrame();
  const id = useId();
  const name = useSignal<string | null>(null);
  const error = useSignal<string | null>(null);
  const isOver = useSignal(false);
  const take = (files: FileList | null | undefined) => {
    const [file, ...others] = files ?? [];
    if (!file) return;
    error.value = others.length > 0 && !several ? w.t('file.one') : ([file, ...others].map((one) => complaint(one, kinds, limit, w)).find((words) => words !== null) ?? null);
    name.value = error.value === null ? [file, ...others].map((one) => one.name).join(', ') : null;
    if (error.value === null) chosen(file, ...others);
  };
  const over = (event: DragEvent, isIn: boolean) => {
    event.preventDefault();
    isOver.value = isIn;
  };
  return (
    <div class="field">
      <label
        class={isOver.value ? 'file-drop is-over' : 'file-drop'}
        onDragOver={(event) => over(event, true)}
        onDragLeave={(event) => over(event, false)}
        onDrop={(event) => {
          over(event, false);
          take(event.dataTransfer?.files);
        }}
      >
        <input
          type="file"
          multiple={several}
          class="visually-hidden"
          accept={kinds.map((kind) => `.${kind}`).join(',')}
          aria-invalid={error.value !== null}
          aria-describedby={describedBy(id, hint, error.value)}
          onChange={({ currentTarget }) => {
            take(currentTarget.files);
            // The same file, mended, can be chosen again.
            currentTarget.value = '';
          }}
        />
        <strong>{label}</strong>
        <span class="file-how">
          <span class="button quiet">{w.t('file.choose')}</span> {w.t('file.drop')}
        </span>
      </label>
      <p role="status">{name.value}</p>
      <Beneath id={id} hint={hint} error={error.value} />
    </div>
  );
}

function complaint({ name, size }: File, kinds: readonly string[], limit: number, w: FrameWords): string | null {
  if (!kinds.some((kind) => name.toLowerCase().endsWith(`.${kind}`))) return w.t('file.kind', { kinds: kinds.map((kind) => kind.toUpperCase()).join(', ') });
  return size > limit * 1_048_576 ? w.t('file.tooLarge', { limit }) : null;
}
