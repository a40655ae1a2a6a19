/** A list of listeners; one that throws does not silence the others. */
export class Topic<T> {
  readonly #listeners = new Set<(value: T) => void>();

  subscribe(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(value: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        // Thrown again outside: a bug stays visible, and the connection lives on.
        void Promise.reject(error instanceof Error ? error : new Error(String(error)));
      }
    }
  }
}
