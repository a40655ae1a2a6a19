import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

/** Room for the list and a screen side by side; styles/frame.css turns at the same width. */
export function useWide(): boolean {
  const media = useMemo(() => matchMedia('(min-width: 721px)'), []);
  const isWide = useSignal(media.matches);
  useEffect(() => {
    const turn = () => (isWide.value = media.matches);
    media.addEventListener('change', turn);
    return () => media.removeEventListener('change', turn);
  }, []);
  return isWide.value;
}
