import { Fragment } from 'preact';
import { useId } from 'preact/hooks';

interface PlacesProps<N extends string> {
  title: string;
  about?: string;
  names: readonly N[];
  meaning(name: N): string;
}

/** What may stand in braces in a text, and what is filled in there. */
export function Places<N extends string>({ title, about, names, meaning }: PlacesProps<N>) {
  const id = useId();
  return (
    <section class="page-part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {about && <p class="page-about">{about}</p>}
      <dl class="facts">
        {names.map((name) => (
          <Fragment key={name}>
            <dt>
              <code>{`{${name}}`}</code>
            </dt>
            <dd>{meaning(name)}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
