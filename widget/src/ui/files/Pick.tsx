import { useId } from 'preact/hooks';
import { Drawing } from '../icons';
import type { Limits } from './limits';
import { useLimits } from './useLimits';
import type { FileWords } from './words';

const clip = 'M20 11l-8 8a5 5 0 0 1-7-7l8-8a3.5 3.5 0 0 1 5 5l-8 8a2 2 0 0 1-3-3l7-7';

/** The browser's own picker, behind a picture. What may be picked is said as soon as somebody reaches for it. */
export function Pick({ add, limits, w }: { add(files: File[]): void; limits(): Promise<Limits>; w: FileWords }) {
  const { ask, said } = useLimits(limits, w);
  const id = useId();
  return (
    <label class="attach" title={`${w.t('attach')}${said && ` (${said})`}`} onPointerEnter={ask}>
      <FileInput label={w.t('attach')} describedBy={id} multiple onFocus={ask} add={add} />
      <Drawing path={clip} />
      <span id={id} hidden>
        {said}
      </span>
    </label>
  );
}

interface FileInputProps {
  label: string;
  describedBy?: string;
  multiple?: boolean;
  onFocus?(): void;
  add(files: File[]): void;
}

export function FileInput({ label, describedBy, add, ...rest }: FileInputProps) {
  return (
    <input
      {...rest}
      type="file"
      class="visually-hidden"
      aria-label={label}
      aria-describedby={describedBy}
      onChange={({ currentTarget: input }) => {
        add([...(input.files ?? [])]);
        // The same file may be picked again.
        input.value = '';
      }}
    />
  );
}
