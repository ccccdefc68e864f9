import { mergeRange, Overlay } from './overlay.js';
import type { Entry, KeyRange, ReadView, Table } from './view.js';

/**
 * The store as it was at one moment. Nothing of the file is held for it: whoever writes keeps the values that a write hides here,
 * and reads take them in place of the present ones.
 */
export class Snapshot implements ReadView {
  private readonly hidden: Record<Table, Overlay> = { documents: new Overlay(), entries: new Overlay() };

  constructor(
    private readonly present: ReadView,
    private readonly onRelease: (snapshot: Snapshot) => void,
  ) {}

  get(table: Table, key: Buffer): Buffer | undefined {
    const hidden = this.hidden[table];
    return hidden.has(key) ? hidden.get(key) : this.present.get(table, key);
  }

  range(table: Table, range: KeyRange, reverse: boolean, limit: number): Entry[] {
    const read = (part: KeyRange, count: number): Entry[] => this.present.range(table, part, reverse, count);
    return mergeRange(this.hidden[table], read, range, reverse, limit);
  }

  /** True when the value under a key was replaced since. */
  hasChanged(table: Table, key: Buffer): boolean {
    return this.hidden[table].has(key);
  }

  /** Keeps the value that is about to be replaced for the first time. */
  keep(table: Table, key: Buffer, value: Buffer | undefined): void {
    if (!this.hidden[table].has(key)) this.hidden[table].set(key, value);
  }

  release(): void {
    this.onRelease(this);
  }
}
