import type { Doc } from '../bson/values.js';
import type { SortSpec } from '../indexes/planner.js';
import type { StringCompare } from '../order/compare.js';

/**
 * The dotted paths that are read of each document; `all` where whole documents are needed. What lies on the way to a path is kept
 * as it is met: arrays with all their elements, in them and elsewhere whatever is no document; of documents, the fields on the way.
 */
export type Paths = ReadonlySet<string> | 'all';

/** Documents in batches, so that what a step costs is shared by many. An early end costs at most the batch that was being read. */
export type Source = Iterable<readonly Doc[]> | AsyncIterable<readonly Doc[]>;

/** What a pipeline asks of a collection. */
export interface ReadRequest {
  /** To be applied in full. Never contains $expr. `{}` selects everything. */
  readonly query: Doc;
  /** The wanted order, a wish: the answer says whether it was granted. */
  readonly sort: SortSpec | undefined;
  /** So many documents are enough when the order is granted or none is wanted. */
  readonly limit: number | undefined;
  /** What must be present in the documents; the rest may be left out. */
  readonly paths: Paths;
}

export interface ReadAnswer {
  readonly documents: Source;
  /** The documents come in the order of `request.sort`. */
  readonly sorted: boolean;
}

export interface Namespace {
  readonly db: string;
  readonly collection: string;
}

/** One document to be merged into a collection. */
export interface MergeChange {
  /** Finds at most one document: equality on the `on` fields. */
  readonly query: Doc;
  /** Given the stored document, the one to store instead; undefined leaves the collection as it is. May throw. */
  readonly apply: (stored: Doc | undefined) => Doc | undefined;
}

/** Writing for $merge. Absent where writing is not allowed. */
export interface MergeWriter {
  /** A unique index on exactly these fields (in any order) exists. */
  isUnique(target: Namespace, fields: readonly string[]): boolean;
  /** Applies the changes in order; every stored document is durable when it returns or the promise resolves. */
  write(target: Namespace, changes: readonly MergeChange[]): void | Promise<void>;
}

/** Where a pipeline runs. */
export interface PipelineContext {
  readonly db: string;
  /** The collection whose documents `run` is given; undefined for `aggregate: 1`. */
  readonly collection: string | undefined;
  /** Reads another collection of the same database: $lookup, $unionWith. A collection that does not exist is empty. */
  read(collection: string, request: ReadRequest): ReadAnswer;
  /** An index serves equality on this path; where not, $lookup builds a table of the collection instead of asking again and again. */
  hasIndex(collection: string, path: string): boolean;
  readonly merge?: MergeWriter | undefined;
  /** $$NOW: one moment for the whole command. */
  readonly now: Date;
  /** `let` of the command: names to values. */
  readonly variables?: Doc | undefined;
  /** The command's collation: comparison, and what makes strings equal under it. Both absent for byte order. */
  readonly strings?: StringCompare | undefined;
  readonly fold?: ((text: string) => string) | undefined;
  /** Gives others a turn when work has gone on for long; rejects when the command's time is over or its reader is gone. */
  breathe?(): Promise<void>;
  /** Bytes (estimated) that one $group, $sort, $lookup … may hold; 100 MB when absent. */
  readonly memoryLimit?: number | undefined;
}

/** The request that the source given to `run` has answered. */
export interface Lead extends ReadRequest {}

/** A compiled pipeline: everything is validated; only data can fail from here on. It may run many times. */
export interface Pipeline {
  /** To be asked of the collection: the leading $match, $sort and $limit, and the paths that the pipeline reads. */
  readonly lead: Lead;
  /** The $merge at the end, if any: the pipeline then gives no documents. */
  readonly target: Namespace | undefined;
  /**
   * Runs over the answer to `lead` and gives documents in batches of a few hundred. Ending the iteration early ends the source.
   * `sorted` is the answer's: a granted order is not made again. Documents may share parts with those of the source: do not change them.
   */
  run(source: Source, sorted?: boolean): AsyncGenerator<readonly Doc[], void, undefined>;
}
