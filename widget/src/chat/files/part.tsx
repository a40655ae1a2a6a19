import { useLayoutEffect } from 'preact/hooks';
import { computed, signal } from '../../core/signals';
import { newId } from '../../ui/browser';
import styles from '../../ui/files/files.css?inline';
import { onHanded } from '../../ui/files/hand';
import { limitsOf } from '../../ui/files/limits';
import { Pick } from '../../ui/files/Pick';
import { named } from '../../ui/files/picture';
import { Shown } from '../../ui/files/Shown';
import { type Item, Tray } from '../../ui/files/tray';
import { Over, TrayView } from '../../ui/files/TrayView';
import { fileWords } from '../../ui/files/words';
import { addStyles } from '../../ui/part';
import { useFace } from '../face';
import type { FilesPart } from '../filesPart';
import type { Shared } from '../keeping';
import { view } from '../view';
import { fileDrawer } from './drawer';

addStyles(styles);

const root = '/api/visitor/attachments';
const path = (id: string) => `${root}/${id}`;

/** @param owner Whose files they are: a signed-in visitor's wait for that visitor alone. */
export function makeFiles({ conversation, draft, fatal }: Shared, owner: string): FilesPart {
  const w = fileWords(useFace().words.locale);
  const items = signal<readonly Item[]>([]);
  const isOver = signal(false);
  const limits = limitsOf(root);
  const drawer = fileDrawer(`istom:${owner}:files`);
  const tray: Tray = new Tray({ newId, path, headers: () => Promise.resolve({}), limits, keep: drawer.keep, changed: () => (items.value = tray.items) });
  const add = (files: readonly File[]) => tray.add(named(files, w.t('pasted')));

  draft.subscribe(() => tray.hesitate());
  conversation.link.subscribe((link) => link === 'open' && tray.resume());
  fatal.subscribe((why) => why === 'ended' && tray.clear());
  void drawer.left((item) => tray.restore(item));

  const Attach = view(() => {
    useLayoutEffect(() => onHanded(add, (yes) => (isOver.value = yes)), []);
    return (
      <>
        <TrayView tray={tray} items={items.value} limits={limits} w={w} />
        <Pick add={add} limits={limits} w={w} />
        {isOver.value && <Over limits={limits} w={w} />}
      </>
    );
  });
  return {
    Attach,
    Shown: ({ files }) => <Shown files={files} path={path} w={w} />,
    isUsed: computed(() => items.value.length > 0),
    holds: (go) => tray.holds(go),
    take: () => tray.take(),
  };
}
