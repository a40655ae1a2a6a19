import type { Letter, OutboxStore } from '../core/outbox';

/** Browser storage that may be denied, full or tampered with: then memory it is. */
export function keep(storage: () => Storage, key: string) {
  let memory: string | null = null;
  return {
    get(): string | null {
      try {
        return storage().getItem(key) ?? memory;
      } catch {
        return memory;
      }
    },
    set(value: string): void {
      memory = value;
      try {
        storage().setItem(key, value);
      } catch {
        // Kept in memory.
      }
    },
  };
}

export function letterStore<B>(key: string, isBody: (value: unknown) => value is B): OutboxStore<B> {
  const kept = keep(() => sessionStorage, key);
  return {
    load: () => {
      try {
        const letters = JSON.parse(kept.get() ?? '[]') as Letter<B>[];
        return letters.filter((letter) => typeof letter.id === 'string' && isBody(letter.body));
      } catch {
        return [];
      }
    },
    save: (letters) => kept.set(JSON.stringify(letters)),
  };
}
