import { useMemo } from 'preact/hooks';
import { useFrame } from '../frame';
import { type Change, differences, type Json } from './difference';
import { valueWords } from './valueWords';

interface DifferenceProps {
  /** Null: it did not exist. */
  before: Json;
  /** Null: it no longer exists. */
  after: Json;
  /** The words of a property; null for what has none, which is then shown as it is called. */
  name(property: string): string | null;
  /** The words of a value that is a name of its own, as `Paid`. */
  value?(text: string, property: string): string | null;
}

/** What has changed, property by property: before → after. */
export function Difference({ before, after, name, value }: DifferenceProps) {
  const { w } = useFrame();
  const changes = useMemo(() => differences(before, after), [before, after]);
  if (changes.length === 0) return <p class="nothing">{w.t('change.none')}</p>;
  const words = (one: Json | undefined, { path }: Change) => valueWords(one, w, (text) => value?.(text, path.at(-1) ?? '') ?? null);
  return (
    <dl class="difference">
      {changes.map((change) => (
        <div key={change.path.join('.')}>
          <dt>{change.path.map((property) => name(property) ?? property).join(' · ')}</dt>
          <dd>
            {before !== null && (
              <del>
                <span class="visually-hidden">{w.t('change.before')}: </span>
                {words(change.before, change)}
              </del>
            )}
            {before !== null && after !== null && <span aria-hidden="true"> → </span>}
            {after !== null && (
              <ins>
                {before !== null && <span class="visually-hidden">{w.t('change.after')}: </span>}
                {words(change.after, change)}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
