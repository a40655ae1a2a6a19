import type { ComponentChildren } from 'preact';
import { Refused } from '../../../core/refused';
import { useFrame } from '../frame';
import { troubleWords } from './http';
import type { Form as State } from './useForm';

interface FormProps<V> {
  of: State<V>;
  /** The words of the button, where "Save" says too little. */
  save?: string;
  /** Shown on Cancel's place; without it Cancel puts the values back. */
  left?(): void;
  children: ComponentChildren;
}

/** Fields, and under them save, cancel and how it went. */
export function Form<V>({ of, save, left, children }: FormProps<V>) {
  const { w } = useFrame();
  const cancel = () => {
    of.cancel();
    left?.();
  };
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        of.submit(event.currentTarget);
      }}
    >
      {children}
      {of.trouble !== null && <Failed of={of} />}
      <div class="form-foot">
        <button type="submit" class="button" aria-disabled={of.isSaving || undefined}>
          {of.isSaving ? w.t('saving') : (save ?? w.t('save'))}
        </button>
        {(of.isDirty || left) && (
          <button type="button" class="button quiet" disabled={of.isSaving} onClick={cancel}>
            {w.t('cancel')}
          </button>
        )}
        <p class="form-said" role="status">
          {of.isSaved ? w.t('saved') : ''}
        </p>
      </div>
    </form>
  );
}

/** Why nothing was saved; where somebody else was faster, a way to see what they did. */
function Failed<V>({ of }: { of: State<V> }) {
  const { w } = useFrame();
  const isOutrun = of.trouble instanceof Refused && of.trouble.code === 'changed-meanwhile';
  return (
    <div class="trouble" role="alert" tabIndex={-1}>
      <p>{troubleWords(of.trouble, of.w, true)}</p>
      {isOutrun && of.reload && (
        <button type="button" class="button quiet" onClick={of.reload}>
          {w.t('reload')}
        </button>
      )}
    </div>
  );
}
