import type { Doc } from '../bson/values.js';
import { compileMatcher } from '../matcher/compile.js';
import type { Matches } from '../matcher/context.js';
import { type Path, splitPath } from '../matcher/path.js';
import { foldFor } from '../order/collation.js';
import type { StringFold } from '../order/key-encoding.js';

/** An index as it is stored and listed. */
export interface IndexSpec {
  v: 2;
  key: Doc;
  name: string;
  unique?: boolean;
  sparse?: boolean;
  hidden?: boolean;
  partialFilterExpression?: Doc;
  expireAfterSeconds?: number;
  collation?: Doc;
  /** Ours: owner number of its entries. */
  id: number;
  /** Ours: some document had an array on the way; such an index serves fewer plans. */
  multikey: boolean;
}

export interface IndexField {
  name: string;
  path: Path;
  descending: boolean;
}

/** An index ready for use. */
export interface CompiledIndex {
  spec: IndexSpec;
  id: number;
  fields: IndexField[];
  unique: boolean;
  sparse: boolean;
  /** `spec.multikey` is on disk; an open transaction sets it in memory alone. */
  multikeySaved: boolean;
  partial?: Matches;
  fold?: StringFold;
}

export const compileIndex = (spec: IndexSpec): CompiledIndex => {
  const fields = Object.keys(spec.key).map((name) => ({ name, path: splitPath(name), descending: Number(spec.key[name]) < 0 }));
  const index: CompiledIndex = {
    spec,
    id: spec.id,
    fields,
    unique: spec.unique === true || spec.name === '_id_',
    sparse: spec.sparse === true,
    multikeySaved: spec.multikey,
  };
  if (spec.partialFilterExpression) index.partial = compileMatcher(spec.partialFilterExpression);
  const fold = spec.collation ? foldFor(spec.collation) : undefined;
  if (fold) index.fold = fold;
  return index;
};

/** The index that every collection has. */
export const idIndex = (id: number): IndexSpec => ({ v: 2, key: { _id: 1 }, name: '_id_', id, multikey: false });

/** What listIndexes shows of an index. */
export const publicSpec = (index: CompiledIndex): Doc => {
  const { id: _id, multikey: _multikey, ...shown } = index.spec;
  return shown as unknown as Doc;
};
