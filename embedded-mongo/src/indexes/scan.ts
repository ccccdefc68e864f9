import type { Collection } from '../storage/catalog.js';
import { documentKey, ownedRange, type RecordId, recordOf, recordOfDocumentKey } from '../storage/keys.js';
import type { KeyRange, ReadView } from '../storage/view.js';
import type { Plan } from './planner.js';

/** A stored document on its way to the matcher. */
export interface Row {
  record: RecordId;
  bytes: Buffer;
}

const FIRST_CHUNK = 16;
const LARGEST_CHUNK = 256;
const CHUNK_BYTES = 4 * 1024 * 1024;

interface Segment {
  table: 'documents' | 'entries';
  range: KeyRange;
  reverse: boolean;
}

const segmentsOf = (collection: Collection, plan: Plan): Segment[] => {
  if (plan.walks.length === 0) return [{ table: 'documents', range: ownedRange(collection.id), reverse: plan.reverse }];
  return plan.walks.flatMap(({ ranges, reverse }) => ranges.map((range): Segment => ({ table: 'entries', range, reverse })));
};

/**
 * Reads the documents of a plan in chunks. Between chunks nothing of the file is held: the next chunk starts after the last key,
 * so a scan may rest as long as a client likes.
 */
export class Scan {
  private readonly segments: Segment[];
  private segment = 0;
  private chunk = FIRST_CHUNK;
  private readonly seen: Set<RecordId> | undefined;
  /** Index entries or, without an index, documents looked at. */
  keysExamined = 0;
  docsExamined = 0;

  constructor(
    private readonly view: ReadView,
    private readonly collection: Collection,
    plan: Plan,
  ) {
    this.segments = segmentsOf(collection, plan);
    const repeats = this.segments.length > 1 || plan.walks.some(({ index }) => index.spec.multikey);
    if (repeats && plan.walks.length > 0) this.seen = new Set();
  }

  /** The next documents; none when the scan is at its end. */
  next(): Row[] {
    while (this.segment < this.segments.length) {
      const rows = this.readChunk(this.segments[this.segment] as Segment);
      if (rows.length > 0) return rows;
    }
    return [];
  }

  private readChunk(segment: Segment): Row[] {
    const entries = this.view.range(segment.table, segment.range, segment.reverse, this.chunk);
    const last = entries.at(-1);
    if (entries.length < this.chunk || !last) this.segment++;
    else if (segment.reverse) segment.range = { start: segment.range.start, end: last.key };
    else segment.range = { start: Buffer.concat([last.key, Buffer.from([0])]), end: segment.range.end };
    const rows: Row[] = [];
    let bytes = 0;
    for (const { key, value } of entries) {
      const row = segment.table === 'documents' ? { record: recordOfDocumentKey(key), bytes: value } : this.fetch(recordOf(value));
      if (row) {
        rows.push(row);
        bytes += row.bytes.length;
      }
    }
    if (segment.table === 'entries') this.keysExamined += entries.length;
    this.docsExamined += rows.length;
    this.chunk = bytes > CHUNK_BYTES ? Math.max(1, this.chunk >> 1) : Math.min(LARGEST_CHUNK, this.chunk * 2);
    return rows;
  }

  private fetch(record: RecordId): Row | undefined {
    if (this.seen) {
      if (this.seen.has(record)) return undefined;
      this.seen.add(record);
    }
    // A document removed since the last chunk has no bytes any more.
    const bytes = this.view.get('documents', documentKey(this.collection.id, record));
    return bytes === undefined ? undefined : { record, bytes };
  }
}
