import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { useFace } from './face';

interface LaterProps<P> {
  load(): Promise<{ default: ComponentType<P> }>;
  give: P;
}

/** A part of the desk that is fetched when it is first shown. */
export function Later<P extends object>({ load, give }: LaterProps<P>) {
  const w = useFace().words.value;
  const part = useSignal<{ default: ComponentType<P> } | null>(null);
  const isLost = useSignal(false);
  useEffect(() => {
    load().then(
      (loaded) => (part.value = loaded),
      () => (isLost.value = true),
    );
  }, []);
  const Part = part.value?.default;
  useEffect(() => {
    // A dialog that opened before its fields were there has given the focus to its cross.
    if (Part && document.activeElement?.closest('.dialog-head')) document.querySelector<HTMLElement>('dialog.dialog :is(input, select, textarea)')?.focus();
  }, [Part]);
  if (Part) return <Part {...give} />;
  if (!isLost.value) return <p class="nothing" role="status">{w.t('loading')}</p>;
  return (
    <p class="nothing" role="alert">
      {w.t('refusal.lost')}{' '}
      {/* A browser may remember that a module could not be had, and a new version of the desk has other files. */}
      <button type="button" class="plain" onClick={() => location.reload()}>
        {w.t('retry')}
      </button>
    </p>
  );
}
