import { useId } from 'preact/hooks';
import { Beneath, describedBy, Field, type FieldProps, Needed } from './Field';

interface TextProps extends FieldProps<string> {
  type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search' | 'time';
  autocomplete?: 'off' | 'name' | 'email' | 'username' | 'current-password' | 'new-password' | 'one-time-code';
  minLength?: number;
  maxLength?: number;
  pattern?: string;
}

export function TextField({ type = 'text', autocomplete = 'off', minLength, maxLength, pattern, ...field }: TextProps) {
  return (
    <Field {...field}>
      {(attributes) => (
        <input
          {...attributes}
          type={type}
          autocomplete={autocomplete}
          minLength={minLength}
          maxLength={maxLength}
          pattern={pattern}
          value={field.value}
          onInput={(event) => field.write(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface AreaProps extends FieldProps<string> {
  rows?: number;
  maxLength?: number;
}

export function AreaField({ rows = 4, maxLength, ...field }: AreaProps) {
  return (
    <Field {...field}>
      {(attributes) => <textarea {...attributes} rows={rows} maxLength={maxLength} value={field.value} onInput={(event) => field.write(event.currentTarget.value)} />}
    </Field>
  );
}

interface NumberProps extends FieldProps<number | null> {
  min?: number;
  max?: number;
  step?: number;
}

/** Null: nothing was written, or no number. */
export function NumberField({ min, max, step, ...field }: NumberProps) {
  return (
    <Field {...field}>
      {(attributes) => (
        <input
          {...attributes}
          type="number"
          inputMode="decimal"
          min={min}
          max={max}
          step={step}
          value={field.value ?? ''}
          onInput={({ currentTarget }) => field.write(Number.isNaN(currentTarget.valueAsNumber) ? null : currentTarget.valueAsNumber)}
        />
      )}
    </Field>
  );
}

interface DateProps extends FieldProps<string> {
  min?: string;
  max?: string;
}

/** `2026-11-23`, '' for none; shown as the browser's owner writes dates. */
export function DateField({ min, max, ...field }: DateProps) {
  return <Field {...field}>{(attributes) => <input {...attributes} type="date" min={min} max={max} value={field.value} onInput={(event) => field.write(event.currentTarget.value)} />}</Field>;
}

export interface Option<T extends string> {
  value: T;
  label: string;
  hint?: string;
}

/** `none`: the words of the choice that chooses nothing, ''. */
export function SelectField<T extends string>({ options, none, ...field }: FieldProps<T> & { options: readonly Option<T>[]; none?: string }) {
  return (
    <Field {...field}>
      {(attributes) => (
        <select {...attributes} value={field.value} onChange={(event) => field.write(event.currentTarget.value as T)}>
          {none !== undefined && <option value="">{none}</option>}
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One thing that is on or off. */
export function CheckField({ label, hint, error = null, name, value, write }: FieldProps<boolean>) {
  const id = useId();
  return (
    <div class="field">
      <label class="check">
        <input type="checkbox" name={name} checked={value} aria-invalid={error !== null} aria-describedby={describedBy(id, hint, error)} onChange={(event) => write(event.currentTarget.checked)} />
        {label}
      </label>
      <Beneath id={id} hint={hint} error={error} />
    </div>
  );
}

/** Several of a set, in the order of the options. */
export function ChecksField<T extends string>({ label, hint, error = null, name, required = false, value, write, options }: FieldProps<readonly T[]> & { options: readonly Option<T>[] }) {
  const id = useId();
  const turn = (one: T, isOn: boolean) => write(options.map((option) => option.value).filter((option) => (option === one ? isOn : value.includes(option))));
  return (
    <fieldset class="field" aria-describedby={describedBy(id, hint, error)}>
      <legend>
        {label}
        <Needed required={required} />
      </legend>
      {options.map((option, at) => (
        <label key={option.value} class="check">
          <input
            type="checkbox"
            name={name}
            required={required && value.length === 0 && at === 0}
            aria-invalid={error !== null}
            checked={value.includes(option.value)}
            onChange={(event) => turn(option.value, event.currentTarget.checked)}
          />
          <span>
            {option.label}
            {option.hint && <span class="hint"> {option.hint}</span>}
          </span>
        </label>
      ))}
      <Beneath id={id} hint={hint} error={error} />
    </fieldset>
  );
}
