import { useEffect } from 'preact/hooks';
import { Icon } from '../icons';
import type { Limits } from './limits';
import { FileInput } from './Pick';
import { interrupted, type Item, type Tray } from './tray';
import { useLimits } from './useLimits';
import { type FileWords, sizeWords } from './words';

interface TrayProps {
  tray: Tray;
  items: readonly Item[];
  limits(): Promise<Limits>;
  w: FileWords;
}

/** What is attached to the message that is being written. */
export function TrayView(props: TrayProps) {
  return props.items.length > 0 ? <Filled {...props} /> : null;
}

function Filled({ tray, items, limits, w }: TrayProps) {
  const { ask, said } = useLimits(limits, w);
  useEffect(ask, []);
  return (
    <section class="tray" aria-label={w.t('list')}>
      <ul>
        {items.map((item) => (
          <Row key={item.id} item={item} tray={tray} w={w} />
        ))}
      </ul>
      <p role="status" class={tray.isHeld ? 'tray-held' : undefined}>
        {tray.isHeld ? w.t(items.some(isRefused) ? 'blocked' : 'held') : said}
      </p>
    </section>
  );
}

/** It will not go on by itself. */
const isRefused = ({ fault }: Item) => fault !== null && fault.code !== 'lost';

function Row({ item, tray, w }: { item: Item; tray: Tray; w: FileWords }) {
  const { id, name, state, share, preview } = item;
  return (
    <li data-testid="attached" data-state={state}>
      {preview && <img src={preview} alt="" />}
      <span class="tray-name">
        <bdi>{name}</bdi>
        <span class="tray-state" role="status">
          {stateWords(item, w)}
        </span>
        {state === 'sending' && <progress max={1} value={share} aria-label={w.t('sending', { percent: Math.round(share * 100) })} />}
      </span>
      {state === 'failed' && <Again item={item} tray={tray} w={w} />}
      <button
        type="button"
        class="icon-button"
        aria-label={w.t(state === 'sending' ? 'cancel' : 'remove', { name })}
        onClick={({ currentTarget: { form } }) => {
          tray.remove(id);
          form?.querySelector('textarea')?.focus();
        }}
      >
        <Icon name="close" size={16} />
      </button>
    </li>
  );
}

/** The same file would be refused again. */
const final = new Set(['file-empty', 'file-too-large', 'file-type-refused', 'file-content-mismatch', 'file-infected', 'id-already-used']);

function Again({ item: { id, name, fault }, tray, w }: { item: Item; tray: Tray; w: FileWords }) {
  if (final.has(fault?.code ?? '')) return null;
  if (fault?.code !== interrupted)
    return (
      <button type="button" class="plain" aria-label={w.t('retry.name', { name })} onClick={() => tray.retry(id)}>
        {w.t('retry')}
      </button>
    );
  return (
    <label class="plain again">
      <FileInput
        label={w.t('choose.name', { name })}
        add={(files) => {
          if (files.length === 0) return;
          tray.remove(id);
          tray.add(files);
        }}
      />
      {w.t('choose')}
    </label>
  );
}

/** The share moves too often to be read out: it is the bar's. */
function stateWords({ state, size, fault }: Item, w: FileWords): string {
  if (fault) return w.or(`fault.${fault.code}`, 'fault.unknown', { code: fault.code, limit: fault.code === 'file-too-large' ? sizeWords(fault.limit, w) : fault.limit });
  return state === 'preparing' ? w.t('preparing') : `${sizeWords(size, w)}${state === 'ready' ? ` · ${w.t('ready')}` : ''}`;
}

/** While something is held over the document that could be dropped. */
export function Over({ limits, w }: Pick<TrayProps, 'limits' | 'w'>) {
  const { ask, said } = useLimits(limits, w);
  useEffect(ask, []);
  return (
    <p class="drop-here">
      <strong>{w.t('drop')}</strong>
      {said}
    </p>
  );
}
