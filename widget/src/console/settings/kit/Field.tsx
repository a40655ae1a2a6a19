import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useFrame } from '../frame';

/** What every field has beside its control. */
export interface FieldProps<T> {
  label: string;
  hint?: string;
  /** Why the value was refused, in words. */
  error?: string | null;
  /** As the server's refusals name it. */
  name?: string;
  required?: boolean;
  value: T;
  write(value: T): void;
}

/** The attributes by which a control belongs to its label, hint and error. */
export interface Attributes {
  id: string;
  name: string | undefined;
  required: boolean;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

interface FrameProps extends Omit<FieldProps<unknown>, 'value' | 'write'> {
  children(attributes: Attributes): ComponentChildren;
}

/** A label, a control, a hint, an error. */
export function Field({ label, hint, error = null, name, required = false, children }: FrameProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>
        {label}
        <Needed required={required} />
      </label>
      {children({ id, name, required, 'aria-invalid': error !== null, 'aria-describedby': describedBy(id, hint, error) })}
      <Beneath id={id} hint={hint} error={error} />
    </div>
  );
}

export function Needed({ required }: { required: boolean }) {
  const { w } = useFrame();
  return required ? <span class="needed"> · {w.t('required')}</span> : null;
}

/** The ids of what stands beneath a field. */
export function describedBy(id: string, hint: string | undefined, error: string | null): string | undefined {
  return [hint && `${id}-hint`, error !== null && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

/** The hint and the error of a field, under the ids that it names. */
export function Beneath({ id, hint, error }: { id: string; hint: string | undefined; error: string | null }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      {error !== null && (
        <p id={`${id}-error`} class="field-error">
          {error}
        </p>
      )}
    </>
  );
}
