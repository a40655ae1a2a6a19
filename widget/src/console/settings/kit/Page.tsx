import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useFace } from '../../face';

interface PageProps {
  title: string;
  /** One sentence under the heading. */
  about?: string;
  /** Where this page belongs, as `linkTo` gives it: `{ link: linkTo('people'), name: 'People' }`. */
  up?: { link: string; name: string };
  /** Buttons beside the heading. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** What a screen shows: its heading takes the focus when the screen opens, and names the browser's tab. */
export function Page({ title, about, up, actions, children }: PageProps) {
  const { stage } = useFace();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => void (stage.title.value = title), [title]);
  return (
    <article class="settings-page">
      {up && (
        <a class="settings-up" href={up.link}>
          {up.name}
        </a>
      )}
      <header class="page-head">
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {actions}
      </header>
      {about && <p class="page-about">{about}</p>}
      {children}
    </article>
  );
}
