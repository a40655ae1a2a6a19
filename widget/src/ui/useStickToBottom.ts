import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

const near = 80;

/** Follows new messages while the reader is at the end; a reader who scrolled up is not pulled away. */
export function useStickToBottom(last: number, letters: number, first: number) {
  const list = useRef<HTMLDivElement>(null);
  const [isBehind, setBehind] = useState(false);
  const was = useRef({ atEnd: true, last, letters, first, height: 0 });
  const toBottom = () => {
    const box = list.current;
    if (box) box.scrollTop = box.scrollHeight;
    setBehind(false);
  };
  useEffect(() => {
    const box = list.current;
    if (!box) return;
    const look = () => {
      was.current.atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < near;
      if (was.current.atEnd) setBehind(false);
    };
    const resize = new ResizeObserver(() => {
      if (was.current.atEnd) toBottom();
    });
    box.addEventListener('scroll', look, { passive: true });
    resize.observe(box);
    return () => {
      box.removeEventListener('scroll', look);
      resize.disconnect();
    };
  }, []);
  useLayoutEffect(() => {
    const box = list.current;
    const before = was.current;
    if (!box) return;
    if (first < before.first) box.scrollTop += box.scrollHeight - before.height;
    else if (before.atEnd || letters > before.letters) toBottom();
    else if (last > before.last) setBehind(true);
    was.current = { atEnd: before.atEnd, last, letters, first, height: box.scrollHeight };
  }, [last, letters, first]);
  return { list, isBehind, toBottom };
}
