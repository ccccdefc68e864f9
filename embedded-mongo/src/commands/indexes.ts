import { decode } from '../bson/decode.js';
import { type Doc, isDoc, isNumeric, toNumber, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { show } from '../errors/show.js';
import { checkPartialFilter } from '../indexes/partial-filter.js';
import { Scan } from '../indexes/scan.js';
import { type CompiledIndex, compileIndex, type IndexSpec, publicSpec } from '../indexes/spec.js';
import { compileMatcher } from '../matcher/compile.js';
import { parseCollation, sameCollation } from '../order/collation.js';
import { equalValues } from '../order/compare.js';
import type { Collection } from '../storage/catalog.js';
import { clearOwned } from '../storage/collections.js';
import { indexDocument } from '../storage/documents.js';
import type { WriteView } from '../storage/view.js';
import { optionalArray, optionalDoc, target } from './arguments.js';
import { one } from './collections.js';
import type { Call, Command } from './command.js';
import { DEFAULT_BATCH, firstReply } from './cursor-reply.js';
import { ensureCollection } from './insert.js';

const knownOptions = new Set([
  'key',
  'name',
  'v',
  'unique',
  'sparse',
  'hidden',
  'partialFilterExpression',
  'expireAfterSeconds',
  'collation',
  'background',
  'ns',
]);

const checkKey = (key: Value): Doc => {
  if (!isDoc(key) || Object.keys(key).length === 0) throw new MongoError('CannotCreateIndex', 'Index keys cannot be an empty object.');
  for (const name of Object.keys(key)) {
    const kind = key[name];
    if (typeof kind === 'string') {
      if (kind !== 'hashed')
        throw new MongoError(
          'CannotCreateIndex',
          ['text', '2d', '2dsphere', 'geoHaystack', 'wildcard'].includes(kind)
            ? `indexes of type '${kind}' are not supported by this server`
            : `Unknown index plugin '${kind}'`,
        );
    } else if (!isNumeric(kind))
      throw new MongoError(
        'CannotCreateIndex',
        `Values in v:2 index key pattern cannot be of type ${Array.isArray(kind) ? 'array' : typeof kind}. Only numbers > 0, numbers < 0, and strings are allowed.`,
      );
    else if (toNumber(kind) === 0 || Number.isNaN(toNumber(kind)))
      throw new MongoError('CannotCreateIndex', 'Values in the index key pattern cannot be 0.');
    if (name === '' || name.split('.').includes('')) throw new MongoError('CannotCreateIndex', 'Index keys cannot be an empty field.');
    if (name.includes('$**')) throw new MongoError('CannotCreateIndex', 'wildcard indexes are not supported by this server');
    if (name.split('.').some((part) => part.startsWith('$') && !['$id', '$ref', '$db'].includes(part)))
      throw new MongoError('CannotCreateIndex', `Index key contains an illegal field name: field name starts with '$'.`);
  }
  return key;
};

const parseSpec = (given: Value): Omit<IndexSpec, 'id'> => {
  if (!isDoc(given)) throw new MongoError('TypeMismatch', "The elements of the 'indexes' array must be objects");
  for (const name of Object.keys(given))
    if (!knownOptions.has(name))
      throw new MongoError(
        'CannotCreateIndex',
        `Error in specification ${show(given)} :: caused by :: The field '${name}' is not valid for an index specification.`,
      );
  const key = checkKey(given.key);
  const name = given.name;
  if (typeof name !== 'string' || name === '')
    throw new MongoError('FailedToParse', "The 'name' field is a required property of an index specification");
  const spec: Omit<IndexSpec, 'id'> = { v: 2, key, name, multikey: false };
  if (given.unique === true || (isNumeric(given.unique) && toNumber(given.unique) !== 0)) spec.unique = true;
  if (given.sparse === true || (isNumeric(given.sparse) && toNumber(given.sparse) !== 0)) spec.sparse = true;
  if (given.hidden === true) spec.hidden = true;
  const partial = optionalDoc(given, 'partialFilterExpression', 'createIndexes.indexes');
  if (partial) {
    if (spec.sparse) throw new MongoError('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options');
    compileMatcher(partial);
    checkPartialFilter(partial);
    spec.partialFilterExpression = partial;
  }
  const seconds = given.expireAfterSeconds;
  if (seconds !== undefined) {
    if (!isNumeric(seconds)) throw new MongoError('CannotCreateIndex', "TTL index 'expireAfterSeconds' option must be numeric");
    if (toNumber(seconds) < 0 || toNumber(seconds) > 2_147_483_647)
      throw new MongoError(
        'CannotCreateIndex',
        `TTL index 'expireAfterSeconds' option must be within an acceptable range, try a different number than ${toNumber(seconds)}`,
      );
    if (Object.keys(key).length > 1)
      throw new MongoError('CannotCreateIndex', 'TTL indexes are single-field indexes, compound indexes do not support TTL.');
    spec.expireAfterSeconds = toNumber(seconds);
  }
  const collation = parseCollation(given.collation);
  if (collation) spec.collation = collation;
  return spec;
};

const sameIndex = (a: Omit<IndexSpec, 'id'>, b: IndexSpec): boolean =>
  equalValues(a.key, b.key) && Object.keys(a.key).join() === Object.keys(b.key).join();

/** What tells two indexes apart; others may stand side by side, such as a unique and a plain one on the same fields. */
const sameSignature = (a: Omit<IndexSpec, 'id'>, b: IndexSpec): boolean =>
  sameIndex(a, b) &&
  Boolean(a.unique) === Boolean(b.unique) &&
  Boolean(a.sparse) === Boolean(b.sparse) &&
  equalValues(a.partialFilterExpression ?? null, b.partialFilterExpression ?? null) &&
  sameCollation(a.collation, b.collation);

/** True when the index is there already; refuses one that would contradict an existing one. */
const exists = (collection: Collection, spec: Omit<IndexSpec, 'id'>): boolean => {
  if (Object.keys(spec.key).join() === '_id' && Number(spec.key._id) === 1) return true;
  for (const { spec: other } of collection.indexes) {
    const alike = sameSignature(spec, other);
    const sameOptions = spec.expireAfterSeconds === other.expireAfterSeconds;
    if (other.name === spec.name) {
      if (!alike) {
        throw new MongoError(
          'IndexKeySpecsConflict',
          `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${show({ v: 2, ...shown(spec) })}, existing index: ${show(shown(other))}`,
        );
      }
      if (!sameOptions) {
        throw new MongoError(
          'IndexOptionsConflict',
          `An equivalent index already exists with the same name but different options. Requested index: ${show(shown(spec))}, existing index: ${show(shown(other))}`,
        );
      }
      return true;
    }
    if (alike) {
      if (!sameOptions)
        throw new MongoError(
          'IndexOptionsConflict',
          `An equivalent index already exists with a different name and options. Requested index: ${show(shown(spec))}, existing index: ${show(shown(other))}`,
        );
      throw new MongoError('IndexOptionsConflict', `Index already exists with a different name: ${other.name}`);
    }
  }
  return false;
};

const shown = (spec: Omit<IndexSpec, 'id'> | IndexSpec): Doc => {
  const { multikey: _multikey, ...rest } = spec;
  delete (rest as { id?: number }).id;
  return rest as unknown as Doc;
};

/** Fills a new index from the documents that are there. A duplicate undoes it. */
const build = (view: WriteView, collection: Collection, index: CompiledIndex): void => {
  const scan = new Scan(view, collection, { walks: [], sorted: false, reverse: false });
  try {
    for (let rows = scan.next(); rows.length > 0; rows = scan.next())
      for (const { record, bytes } of rows) indexDocument(view, collection, index, record, decode(bytes));
  } catch (error) {
    clearOwned(view, 'entries', index.id);
    throw error;
  }
};

const createSome = (
  call: Call,
  view: WriteView,
  name: string,
  specs: Omit<IndexSpec, 'id'>[],
): { before: number; after: number; created: boolean } => {
  const { catalog } = call.server;
  const created = call.collection(name) === undefined;
  const collection = ensureCollection(call, view, name);
  const before = collection.indexes.length;
  const added: CompiledIndex[] = [];
  try {
    for (const spec of specs) {
      if (exists({ ...collection, indexes: [...collection.indexes, ...added] }, spec)) continue;
      const index = compileIndex({ ...spec, id: catalog.newId() });
      build(view, collection, index);
      added.push(index);
    }
  } catch (error) {
    for (const index of added) clearOwned(view, 'entries', index.id);
    if (created && !call.transaction) catalog.forget(collection);
    throw error;
  }
  if (added.length > 0) {
    collection.indexes = [...collection.indexes, ...added];
    if (!call.transaction) {
      catalog.touch(collection);
      catalog.save(collection);
    }
  }
  return { before, after: collection.indexes.length, created };
};

export const createIndexes: Command = {
  fields: ['createIndexes', 'indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'],
  transactional: true,
  async run(call) {
    const name = target(call);
    const given = optionalArray(call.body, 'indexes', 'createIndexes');
    if (!given) throw new MongoError(40414, "BSON field 'createIndexes.indexes' is missing but a required field");
    if (given.length === 0) throw new MongoError('BadValue', 'Must specify at least one index to create');
    const specs = given.map(parseSpec);
    const existing = call.collection(name);
    if (call.transaction && existing && existing.count > 0)
      throw new MongoError(
        'OperationNotSupportedInTransaction',
        `Cannot create new indexes on existing collection ${call.db}.${name} in a multi-document transaction.`,
      );
    const { before, after, created } = await call.write((view) => createSome(call, view, name, specs));
    const reply = { numIndexesBefore: before, numIndexesAfter: after, createdCollectionAutomatically: created };
    return before === after ? { ...reply, note: 'all indexes already exist' } : reply;
  },
};

const toDrop = (collection: Collection, wanted: Value): CompiledIndex[] => {
  const droppable = collection.indexes.filter((index) => index.spec.name !== '_id_');
  if (wanted === '*') return droppable;
  if (Array.isArray(wanted)) return wanted.flatMap((each) => toDrop(collection, each));
  if (wanted === '_id_' || (isDoc(wanted) && equalValues(wanted, { _id: 1 })))
    throw new MongoError('InvalidOptions', 'cannot drop _id index');
  const found = droppable.filter((index) =>
    typeof wanted === 'string' ? index.spec.name === wanted : equalValues(index.spec.key, wanted),
  );
  if (found.length === 0)
    throw new MongoError(
      'IndexNotFound',
      typeof wanted === 'string' ? `index not found with name [${wanted}]` : `can't find index with key: ${show(wanted)}`,
    );
  return found;
};

export const dropIndexes: Command = {
  fields: ['dropIndexes', 'index'],
  async run(call) {
    const name = target(call);
    const nIndexesWas = await call.write((view) => {
      const collection = call.collection(name);
      if (!collection) throw new MongoError('NamespaceNotFound', `ns not found ${call.db}.${name}`);
      const before = collection.indexes.length;
      const doomed = toDrop(collection, call.body.index);
      for (const index of doomed) clearOwned(view, 'entries', index.id);
      collection.indexes = collection.indexes.filter((index) => !doomed.includes(index));
      call.server.catalog.touch(collection);
      call.server.catalog.save(collection);
      return before;
    });
    return call.body.index === '*' ? { nIndexesWas, msg: 'non-_id indexes dropped for collection' } : { nIndexesWas };
  },
};

export const listIndexes: Command = {
  fields: ['listIndexes', 'cursor'],
  run(call) {
    const name = target(call);
    const collection = call.collection(name);
    if (!collection) throw new MongoError('NamespaceNotFound', `ns does not exist: ${call.db}.${name}`);
    const docs = collection.indexes.map(publicSpec);
    const size = optionalDoc(call.body, 'cursor', 'listIndexes')?.batchSize;
    return firstReply(call, `${call.db}.${name}`, one(docs), typeof size === 'number' ? size : DEFAULT_BATCH);
  },
};
