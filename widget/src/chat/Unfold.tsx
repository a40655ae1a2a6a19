import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';

/** A part that is there as long as it is unfolded. */
export function Unfold({ title, Part }: { title: string; Part: ComponentType }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && <Part />}
    </details>
  );
}
