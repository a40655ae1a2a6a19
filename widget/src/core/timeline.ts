interface Entry {
  sequence: number;
}

/**
 * One stream as far as this browser knows it. What is shown is always a prefix of the truth: an entry that
 * arrives ahead of a missing one waits aside until the gap is closed, so two viewers never see two orders.
 */
export class Timeline<T extends Entry> {
  #entries: T[] = [];
  readonly #ahead = new Map<number, T>();
  #known = 0;
  #begun = false;

  get entries(): readonly T[] {
    return this.#entries;
  }

  /** Everything up to this sequence has been asked for and answered. */
  get known(): number {
    return this.#known;
  }

  get first(): number {
    return this.#entries[0]?.sequence ?? 0;
  }

  /** Something between `known` and the newest entry heard of is missing. */
  get hasGap(): boolean {
    return this.#ahead.size > 0;
  }

  /** What the server pushed: may be repeated, late, or missing its predecessors. */
  push(entries: readonly T[]): void {
    for (const entry of entries) {
      if (this.#begun && entry.sequence <= this.#known) this.#place(entry, false);
      else this.#ahead.set(entry.sequence, entry);
    }
    this.#absorb();
  }

  /**
   * The server's answer to "since `known`"; `last` is the stream's last sequence then. A long answer comes in pages,
   * so that only an empty one tells that there is nothing more up to `last`.
   */
  answer(entries: readonly T[], last: number): void {
    this.#begun = true;
    for (const entry of entries) this.#place(entry, true);
    this.#known = Math.max(this.#known, ...(entries.length === 0 ? [last] : entries.map((entry) => entry.sequence)));
    this.#absorb();
  }

  /** An older page. */
  older(entries: readonly T[]): void {
    for (const entry of entries) this.#place(entry, true);
  }

  /** Whose it was is gone. */
  clear(): void {
    this.#entries = [];
  }

  #absorb(): void {
    if (!this.#begun) return;
    for (const [sequence, entry] of [...this.#ahead].sort(([a], [b]) => a - b)) {
      if (sequence > this.#known + 1) return;
      this.#ahead.delete(sequence);
      this.#place(entry, true);
      this.#known = Math.max(this.#known, sequence);
    }
  }

  /** A repeated sequence replaces (an erased message comes again, masked); it never doubles. */
  #place(entry: T, insert: boolean): void {
    const list = [...this.#entries];
    let at = list.length;
    while (at > 0 && (list[at - 1]?.sequence ?? 0) >= entry.sequence) at--;
    const repeated = list[at]?.sequence === entry.sequence;
    if (!repeated && !insert && entry.sequence < this.first) return;
    list.splice(at, repeated ? 1 : 0, entry);
    this.#entries = list;
  }
}
