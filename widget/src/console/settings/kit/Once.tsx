import { useSignal } from '@preact/signals';
import { Dialog } from '../../Dialog';

interface OnceProps {
  title: string;
  text: string;
  /** What is shown this once. */
  lines: readonly string[];
  copy: string;
  copied: string;
  done: string;
  left(): void;
}

/** A secret that is shown once, to be copied. */
export function Once({ title, text, lines, copy, copied, done, left }: OnceProps) {
  const isCopied = useSignal(false);
  const take = () => navigator.clipboard.writeText(lines.join('\n')).then(() => (isCopied.value = true), () => undefined);
  return (
    <Dialog title={title} left={left}>
      <p>{text}</p>
      <ul class="secret">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div class="form-foot">
        <button type="button" class="button" onClick={() => void take()}>
          {copy}
        </button>
        <button type="button" class="button quiet" onClick={left}>
          {done}
        </button>
        <p class="form-said" role="status">
          {isCopied.value ? copied : ''}
        </p>
      </div>
    </Dialog>
  );
}
