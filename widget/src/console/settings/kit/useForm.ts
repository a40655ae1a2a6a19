import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Refused } from '../../../core/refused';
import type { FrameWords } from '../../../i18n/settings/words';
import { useUnsaved } from '../unsaved';
import { codeOf } from './http';

export interface FormOptions<V, A> {
  /** What the form begins with, and goes back to on Cancel. Where it changes, as after saving, the form begins anew. */
  initial: V;
  /** Sends everything at once; throws what `api` throws. */
  save(values: V): Promise<A>;
  /** After it was saved; the form then begins with what was sent. Where that reads it anew, the next save waits for its version. */
  saved?(answer: A, values: V): unknown;
  /** The resource anew, offered where somebody else has changed it. */
  reload?(): void;
  /** The screen's own words: those of its refusals. */
  w: Pick<FrameWords, 't' | 'or'>;
}

/** What a field component takes: `<TextField {...form.field('name')} label=… />`. */
export interface Bound<T> {
  name: string;
  value: T;
  error: string | null;
  write(value: T): void;
}

export interface Form<V> {
  field<K extends keyof V & string>(name: K): Bound<V[K]>;
  values: V;
  isDirty: boolean;
  isSaving: boolean;
  isSaved: boolean;
  /** Why it was not saved, unless it stands at a field. */
  trouble: unknown;
  submit(form: HTMLFormElement): void;
  cancel(): void;
  reload?: (() => void) | undefined;
  w: FormOptions<V, unknown>['w'];
}

type Errors = Readonly<Record<string, string>>;

/** The state of a form. Nothing is saved in halves: all values go in one request, and stay in the form if it fails. */
export function useForm<V extends object, A = unknown>({ initial, save, saved, reload, w }: FormOptions<V, A>): Form<V> {
  const start = useSignal(initial);
  const values = useSignal(initial);
  const errors = useSignal<Errors>({});
  const trouble = useSignal<unknown>(null);
  const isSaving = useSignal(false);
  const isSaved = useSignal(false);
  const isThere = useRef(true);
  const isDirty = () => JSON.stringify(values.peek()) !== JSON.stringify(start.peek());
  useUnsaved(isDirty);
  useEffect(() => () => void (isThere.current = false), []);
  const begin = (from: V) => {
    start.value = values.value = from;
    errors.value = {};
    trouble.value = null;
  };
  useEffect(() => {
    if (JSON.stringify(initial) === JSON.stringify(start.peek())) return;
    // What is written while it is being saved stays.
    if (isSaving.peek() && isDirty()) start.value = initial;
    else begin(initial);
  }, [JSON.stringify(initial)]);

  const refuse = (error: unknown, form: HTMLFormElement) => {
    const at = error instanceof Refused ? propertyOf(error) : null;
    if (error instanceof Refused && at !== null && form.elements.namedItem(at)) errors.value = { [at]: w.or(`refusal.${codeOf(error)}`, 'refusal.unknown', { ...(error.detail as Record<string, string>), code: error.code }) };
    else trouble.value = error;
    toFirstError(form);
  };
  const submit = (form: HTMLFormElement) => {
    if (isSaving.peek()) return;
    trouble.value = null;
    errors.value = invalid(form, w);
    if (Object.keys(errors.value).length > 0) return toFirstError(form);
    const sent = values.peek();
    isSaved.value = false;
    isSaving.value = true;
    save(sent)
      .then(
        (answer) => {
          if (!isThere.current) return;
          start.value = sent;
          isSaved.value = values.peek() === sent;
          return saved?.(answer, sent);
        },
        (error: unknown) => void (isThere.current && refuse(error, form)),
      )
      .finally(() => (isSaving.value = false));
  };
  const write = (name: keyof V & string, value: unknown) => {
    values.value = { ...values.peek(), [name]: value };
    isSaved.value = false;
    errors.value = Object.fromEntries(Object.entries(errors.peek()).filter(([at]) => at !== name));
  };
  return {
    field: (name) => ({ name, value: values.value[name], error: errors.value[name] ?? null, write: (value) => write(name, value) }),
    values: values.value,
    isDirty: values.value !== start.value && isDirty(),
    isSaving: isSaving.value,
    isSaved: isSaved.value,
    trouble: trouble.value,
    submit,
    cancel: () => {
      begin(start.peek());
      isSaved.value = false;
    },
    reload:
      reload &&
      (() => {
        begin(start.peek());
        reload();
      }),
    w,
  };
}

/** `property` as the fields are named here: `Name`, `Values.Name` and `name` are the same. */
function propertyOf({ detail }: Refused): string | null {
  const { property } = detail;
  const last = typeof property === 'string' ? (property.split('.').at(-1) ?? '') : '';
  return last === '' ? null : last.charAt(0).toLowerCase() + last.slice(1);
}

/** What the browser finds at the fields, in the desk's words. */
function invalid(form: HTMLFormElement, w: FormOptions<never, never>['w']): Errors {
  const found: Record<string, string> = {};
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)) continue;
    if (field.name === '' || found[field.name] !== undefined || field.validity.valid) continue;
    found[field.name] = complaint(field, w);
  }
  return found;
}

function complaint(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, w: FormOptions<never, never>['w']): string {
  const { validity } = field;
  if (validity.badInput) return w.t('field.malformed');
  if (validity.valueMissing) return w.t('field.missing');
  if (validity.tooLong) return w.t('field.tooLong');
  if (validity.tooShort) return w.t('field.tooShort');
  if (!(validity.rangeUnderflow || validity.rangeOverflow) || !(field instanceof HTMLInputElement)) return w.t('field.malformed');
  const { min, max } = field;
  return w.t(min === '' ? 'field.max' : max === '' ? 'field.min' : 'field.range', { min, max });
}

function toFirstError(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"], .trouble')?.focus());
}
