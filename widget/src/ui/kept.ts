/** A drawer of the browser's database, which outlives tabs. Values by name; every call may fail. */
export interface Kept {
  all(): Promise<unknown[]>;
  put(name: string, value: unknown): Promise<unknown>;
  remove(name: string): Promise<unknown>;
}

/** Browsers have been seen that never answer. */
const patience = 3_000;

/** Rejects where storage is denied, as some private windows and settings do. */
export async function openKept(database: string): Promise<Kept> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(database);
    asked.onupgradeneeded = () => asked.result.createObjectStore('kept');
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error());
    setTimeout(reject, patience, new Error('no answer'));
  });
  // Another tab wants to delete it: nothing here is in its way.
  db.onversionchange = () => db.close();
  const use = <T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      // What a visitor was told is kept shall also outlive a power cut.
      const work = db.transaction('kept', mode, { durability: 'strict' });
      const asked = ask(work.objectStore('kept'));
      work.oncomplete = () => resolve(asked.result);
      work.onabort = () => reject(work.error ?? new Error());
      // Without waiting for this tab to come round again: it may be about to go.
      work.commit();
    });
  return {
    all: () => use('readonly', (store) => store.getAll() as IDBRequest<unknown[]>),
    put: (name, value) => use('readwrite', (store) => store.put(value, name)),
    remove: (name) => use('readwrite', (store) => store.delete(name)),
  };
}

/** Deletes every drawer whose name begins so, and the small things that pages of this origin keep. */
export async function forgetKept(beginning: string): Promise<void> {
  for (const storage of [() => localStorage, () => sessionStorage])
    try {
      storage().clear();
    } catch {
      // Denied, so there is nothing in it.
    }
  for (const { name } of await indexedDB.databases()) if (name?.startsWith(beginning)) indexedDB.deleteDatabase(name);
}
