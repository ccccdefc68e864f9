import type { Entry, KeyRange } from './view.js';

const text = (key: Buffer): string => key.toString('latin1');

/** Changed keys of one table in order; undefined stands for a removed key. */
export class Overlay {
  private readonly values = new Map<string, Buffer | undefined>();
  private sorted: string[] = [];
  private dirty = false;

  get size(): number {
    return this.values.size;
  }

  has(key: Buffer): boolean {
    return this.values.has(text(key));
  }

  get(key: Buffer): Buffer | undefined {
    return this.values.get(text(key));
  }

  set(key: Buffer, value: Buffer | undefined): void {
    const name = text(key);
    if (!this.values.has(name)) {
      this.sorted.push(name);
      this.dirty = true;
    }
    this.values.set(name, value);
  }

  *entries(): Iterable<[Buffer, Buffer | undefined]> {
    for (const [name, value] of this.values) yield [Buffer.from(name, 'latin1'), value];
  }

  /** The changed keys of a range, in order. */
  within(range: KeyRange, reverse: boolean): { name: string; value: Buffer | undefined }[] {
    if (this.dirty) {
      this.sorted.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      this.dirty = false;
    }
    const from = this.lowerBound(text(range.start));
    const to = this.lowerBound(text(range.end));
    const names = this.sorted.slice(from, to);
    if (reverse) names.reverse();
    return names.map((name) => ({ name, value: this.values.get(name) }));
  }

  private lowerBound(name: string): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle] as string) < name) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Reads a range of a snapshot with the changes on top. */
export const mergeRange = (
  overlay: Overlay,
  read: (range: KeyRange, limit: number) => Entry[],
  range: KeyRange,
  reverse: boolean,
  limit: number,
): Entry[] => {
  const changes = overlay.within(range, reverse);
  if (changes.length === 0) return read(range, limit);
  // Every change can hide one entry of the snapshot at most.
  const below = read(range, limit + changes.length);
  const before = (a: string, b: string): boolean => (reverse ? a > b : a < b);
  const merged: Entry[] = [];
  let i = 0;
  let j = 0;
  while (merged.length < limit && (i < below.length || j < changes.length)) {
    const entry = below[i];
    const change = changes[j];
    const name = entry ? text(entry.key) : undefined;
    if (entry && name !== undefined && (!change || before(name, change.name))) {
      merged.push(entry);
      i++;
    } else if (change) {
      if (change.value !== undefined) merged.push({ key: Buffer.from(change.name, 'latin1'), value: change.value });
      if (name === change.name) i++;
      j++;
    }
  }
  return merged;
};
