import type { KeptItem } from '../../ui/files/tray';
import { openKept } from '../../ui/kept';

/**
 * Files that wait for their message outlive the tab. Each is one tab's, by a lock of its name; when that tab goes, what is left passes
 * to another. Where the browser has no room for a file, its name alone is kept, to be chosen again.
 */
export function fileDrawer(name: string) {
  const opened = openKept(name).catch(() => null);
  const held = new Map<string, () => void>();
  const hold = (id: string, begin: () => void) => {
    const have = () => {
      begin();
      return new Promise<void>((done) => held.set(id, done));
    };
    const { locks } = navigator as Partial<Navigator>;
    if (locks) void locks.request(`${name}:${id}`, have).catch(() => {});
    else void have();
  };
  const all = async () => ((await (await opened)?.all().catch(() => null)) ?? []).filter(isItem);
  const write = async (item: KeptItem) => {
    const kept = await opened;
    await kept?.put(item.id, item).catch(() => kept.put(item.id, { ...item, file: undefined }));
  };
  return {
    keep(id: string, item: KeptItem | null): void {
      if (item) {
        if (!held.has(id)) hold(id, () => {});
        void write(item).catch(() => {});
      } else {
        void opened.then((kept) => kept?.remove(id)).catch(() => {}).then(held.get(id));
        held.delete(id);
      }
    },
    /** What was left by tabs that are gone; and what will be, once they are. */
    async left(take: (item: KeptItem) => void): Promise<void> {
      for (const { id } of await all())
        hold(id, () => {
          void all().then((items) => {
            const item = items.find((other) => other.id === id);
            // Sent or given up by the tab that had it.
            if (item) take(item);
            else held.get(id)?.();
          });
        });
    },
  };
}

const isItem = (value: unknown): value is KeptItem => typeof (value as Partial<KeptItem> | null)?.id === 'string' && typeof (value as KeptItem).name === 'string';
