import { signal, useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { AttachmentView } from '../../contract/hubs';
import { newId } from '../../ui/browser';
import styles from '../../ui/files/files.css?inline';
import { onHanded } from '../../ui/files/hand';
import { limitsOf } from '../../ui/files/limits';
import { Pick } from '../../ui/files/Pick';
import { named } from '../../ui/files/picture';
import { Shown } from '../../ui/files/Shown';
import { type Item, type KeptItem, Tray } from '../../ui/files/tray';
import { Over, TrayView } from '../../ui/files/TrayView';
import { fileWords } from '../../ui/files/words';
import { request } from '../../ui/http';
import { addStyles } from '../../ui/part';
import type { Desk } from '../desk';
import type { Mode } from '../drafts';
import { useFace } from '../face';

addStyles(styles);

const path = (id: string) => `/api/attachments/${id}`;
const limits = limitsOf('/api/attachments');
/** Whoever signs in next finds none of them. */
const trays = new WeakMap<Desk, Map<string, ReturnType<typeof begun>>>();

/** By ticket and mode, as drafts are: a note's file never goes to the customer by a press on a tab. */
export function trayOf(desk: Desk, ticket: string, mode: Mode) {
  const own = trays.get(desk) ?? new Map<string, ReturnType<typeof begun>>();
  trays.set(desk, own);
  const key = `${ticket}:${mode}`;
  const tray = own.get(key) ?? begun(desk, ticket, mode);
  own.set(key, tray);
  return tray;
}

function begun(desk: Desk, ticket: string, mode: Mode) {
  const items = signal<readonly Item[]>([]);
  const kept = new Map<string, KeptItem>();
  const headers = async () => ({ 'x-antiforgery': (await request<{ token: string }>('GET', '/api/account/antiforgery')).token });
  const keep = (id: string, item: KeptItem | null) => {
    if (item) kept.set(id, { ...item, file: undefined });
    else kept.delete(id);
    desk.drafts.attach(ticket, mode, [...kept.values()]);
  };
  const tray: Tray = new Tray({ newId, path: (id) => `/api/tickets/${ticket}/attachments/${id}`, headers, limits, keep, changed: () => (items.value = tray.items) });
  for (const item of desk.drafts.filesOf(ticket, mode)) {
    kept.set(item.id, item);
    tray.restore(item);
  }
  desk.link.subscribe((link) => link === 'open' && tray.resume());
  return { tray, items };
}

const useWords = () => fileWords(useFace().words.value.locale);

/** Wherever on the desk a file is dropped or pasted, it belongs to what is being written. */
export function Attach({ ticket, mode }: { ticket: string; mode: Mode }) {
  const { desk, stage } = useFace();
  const w = useWords();
  const isBehind = stage.route.isSettings.value;
  const add = (files: readonly File[]) => trayOf(desk, ticket, mode).tray.add(named(files, w.t('pasted')));
  const isOver = useSignal(false);
  useLayoutEffect(() => (isBehind ? undefined : onHanded(add, (yes) => (isOver.value = yes))), [ticket, mode, isBehind, w.locale]);
  return (
    <>
      <Pick add={add} limits={limits} w={w} />
      {isOver.value && <Over limits={limits} w={w} />}
    </>
  );
}

export function Attached({ ticket, mode }: { ticket: string; mode: Mode }) {
  const { tray, items } = trayOf(useFace().desk, ticket, mode);
  return <TrayView tray={tray} items={items.value} limits={limits} w={useWords()} />;
}

export function FilesOf({ files }: { files: readonly AttachmentView[] }) {
  return <Shown files={files} path={path} w={useWords()} />;
}
