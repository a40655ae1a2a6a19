import type { ComponentChildren } from 'preact';
import { useFrame } from '../frame';
import { Trouble } from './Trouble';
import type { Resource } from './useResource';

interface LoadedProps<T> {
  of: Resource<T>;
  children(value: T): ComponentChildren;
}

/** A resource in whichever state it is: being read, in trouble, or there. */
export function Loaded<T>({ of: { value, trouble, reload }, children }: LoadedProps<T>) {
  const { w } = useFrame();
  if (trouble !== null && value === null) return <Trouble error={trouble} retry={reload} />;
  if (value === null) return <p class="nothing" role="status">{w.t('loading')}</p>;
  return (
    <>
      {trouble !== null && <Trouble error={trouble} retry={reload} />}
      {children(value)}
    </>
  );
}
