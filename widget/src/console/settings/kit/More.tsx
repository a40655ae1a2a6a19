import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useFrame } from '../frame';
import { Trouble } from './Trouble';
import type { Pages } from './usePages';

interface MoreProps<T> {
  of: Pages<T>;
  /** What is said where there is nothing. */
  empty: string;
  children(items: readonly T[]): ComponentChildren;
}

/** A list that grows by pages. Whoever asks for more and gets the last of it is told so where the button was. */
export function More<T>({ of, empty, children }: MoreProps<T>) {
  const { w } = useFrame();
  const foot = useRef<HTMLParagraphElement>(null);
  const { items, isLoaded, isLoading, hasMore, trouble } = of;
  const more = () => {
    foot.current?.focus();
    of.more();
  };
  return (
    <>
      {items.length > 0 && children(items)}
      {trouble !== null && <Trouble error={trouble} retry={of.more} />}
      <p class="nothing more-foot" role="status" tabIndex={-1} ref={foot}>
        {isLoading ? w.t('loading') : isLoaded && items.length === 0 ? empty : isLoaded && !hasMore ? w.t('more.end') : ''}
      </p>
      {hasMore && trouble === null && (
        <button type="button" class="button quiet" disabled={isLoading} onClick={more}>
          {w.t('more')}
        </button>
      )}
    </>
  );
}
