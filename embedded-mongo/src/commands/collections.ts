import { type Doc, isDoc } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { publicSpec } from '../indexes/spec.js';
import { compileMatcher } from '../matcher/compile.js';
import { parseCollation } from '../order/collation.js';
import type { Collection } from '../storage/catalog.js';
import { checkDatabase, checkNamespace, clearOwned } from '../storage/collections.js';
import type { WriteView } from '../storage/view.js';
import { optionalDoc, optionalFlag, optionalText, target } from './arguments.js';
import type { Call, Command, Server } from './command.js';
import { DEFAULT_BATCH, firstReply } from './cursor-reply.js';

const refusedOptions = [
  'capped',
  'size',
  'max',
  'timeseries',
  'expireAfterSeconds',
  'clusteredIndex',
  'viewOn',
  'pipeline',
  'validator',
  'validationLevel',
  'validationAction',
  'changeStreamPreAndPostImages',
  'encryptedFields',
  'storageEngine',
  'indexOptionDefaults',
];

export const create: Command = {
  fields: ['create', 'collation', 'autoIndexId', ...refusedOptions],
  transactional: true,
  async run(call) {
    const name = target(call);
    checkDatabase(call.db);
    checkNamespace(call.db, name);
    for (const option of refusedOptions) {
      const value = call.body[option];
      const empty = value === undefined || value === false || (isDoc(value) && Object.keys(value).length === 0);
      if (!empty && !(option === 'validationLevel' || option === 'validationAction'))
        throw new MongoError('CommandNotSupported', `the option '${option}' of create is not supported by this server`);
    }
    if (parseCollation(call.body.collation))
      throw new MongoError('CommandNotSupported', 'a default collation of a collection is not supported by this server');
    // What is there is looked up when the turn to write has come: others may have made or dropped it since the command arrived.
    await call.write((view) => {
      if (!call.collection(name)) view.createCollection(call.db, name, {});
      // A collection without options may be made again, as on MongoDB since 7.0.
      else if (call.transaction) throw new MongoError('NamespaceExists', `Collection ${call.db}.${name} already exists.`);
    });
    return {};
  },
};

/** Inside a commit: removes a collection with its indexes. */
export const dropCollection = (server: Server, view: WriteView, collection: Collection): void => {
  clearOwned(view, 'documents', collection.id);
  for (const index of collection.indexes) clearOwned(view, 'entries', index.id);
  server.catalog.forget(collection);
};

const endCursors = (call: Call, test: (namespace: string) => boolean): Promise<void> =>
  call.server.cursors.killWhere((cursor) => test(cursor.namespace));

export const drop: Command = {
  fields: ['drop'],
  async run(call) {
    const name = target(call);
    const nIndexesWas = await call.write((view) => {
      const collection = call.collection(name);
      if (collection) dropCollection(call.server, view, collection);
      return collection?.indexes.length;
    });
    if (nIndexesWas === undefined) return {};
    await endCursors(call, (namespace) => namespace === `${call.db}.${name}`);
    return { nIndexesWas, ns: `${call.db}.${name}` };
  },
};

export const dropDatabase: Command = {
  fields: ['dropDatabase'],
  async run(call) {
    const { db, server } = call;
    const dropped = await call.write((view) => {
      const collections = server.catalog.list(db);
      for (const collection of collections) dropCollection(server, view, collection);
      return collections.length;
    });
    if (dropped === 0) return {};
    await endCursors(call, (namespace) => namespace.startsWith(`${db}.`));
    return { dropped: db };
  },
};

const parseNamespace = (namespace: string | undefined, name: string): { db: string; name: string } => {
  const dot = namespace?.indexOf('.') ?? -1;
  if (namespace === undefined || dot < 1)
    throw new MongoError('InvalidNamespace', `Invalid namespace specified for ${name}: '${namespace ?? ''}'`);
  return { db: namespace.slice(0, dot), name: namespace.slice(dot + 1) };
};

export const renameCollection: Command = {
  fields: ['renameCollection', 'to', 'dropTarget'],
  async run(call) {
    const { server } = call;
    if (call.db !== 'admin') throw new MongoError('Unauthorized', 'renameCollection may only be run against the admin database.');
    const from = parseNamespace(optionalText(call.body, 'renameCollection', 'renameCollection'), 'renameCollection');
    const to = parseNamespace(optionalText(call.body, 'to', 'renameCollection'), 'to');
    const dropTarget = optionalFlag(call.body, 'dropTarget', 'renameCollection');
    if (from.db === to.db && from.name === to.name) throw new MongoError('IllegalOperation', "Can't rename a collection to itself");
    checkDatabase(to.db);
    checkNamespace(to.db, to.name);
    await call.write((view) => {
      const source = server.catalog.find(from.db, from.name);
      if (!source) throw new MongoError('NamespaceNotFound', `Source collection ${from.db}.${from.name} does not exist`);
      const existing = server.catalog.find(to.db, to.name);
      if (existing && !dropTarget) throw new MongoError('NamespaceExists', 'target namespace exists');
      if (existing) dropCollection(server, view, existing);
      server.catalog.forget(source);
      source.db = to.db;
      source.name = to.name;
      server.catalog.touch(source);
      server.catalog.save(source);
      server.catalog.saveCount(source);
    });
    await endCursors(call, (namespace) => namespace === `${from.db}.${from.name}`);
    return {};
  },
};

const described = (collection: Collection, nameOnly: boolean): Doc => {
  const short: Doc = { name: collection.name, type: 'collection' };
  if (nameOnly) return short;
  const [id] = collection.indexes;
  return { ...short, options: collection.options, info: { readOnly: false, uuid: collection.uuid }, idIndex: id ? publicSpec(id) : {} };
};

export const listCollections: Command = {
  fields: ['listCollections', 'filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  async run(call) {
    const filter = compileMatcher(optionalDoc(call.body, 'filter', 'listCollections') ?? {}, call.match);
    const nameOnly = optionalFlag(call.body, 'nameOnly', 'listCollections');
    const docs = call.server.catalog
      .list(call.db)
      .filter((collection) => filter(described(collection, false)))
      .map((collection) => described(collection, nameOnly));
    const size = optionalDoc(call.body, 'cursor', 'listCollections')?.batchSize;
    return firstReply(
      call,
      `${call.db}.$cmd.listCollections`,
      one(docs),
      typeof size === 'number' ? size : Math.max(DEFAULT_BATCH, docs.length + 1),
    );
  },
};

/** All documents as one batch. */
export async function* one(docs: Doc[]): AsyncGenerator<Doc[]> {
  if (docs.length > 0) yield docs;
}

export const listDatabases: Command = {
  fields: ['listDatabases', 'filter', 'nameOnly', 'authorizedDatabases'],
  run(call) {
    if (call.db !== 'admin') throw new MongoError('Unauthorized', 'listDatabases may only be run against the admin database.');
    const { catalog } = call.server;
    const filter = compileMatcher(optionalDoc(call.body, 'filter', 'listDatabases') ?? {}, call.match);
    const nameOnly = optionalFlag(call.body, 'nameOnly', 'listDatabases');
    const databases = catalog.databases().map((name): Doc => {
      const docs = catalog.list(name).reduce((sum, collection) => sum + collection.count, 0);
      return nameOnly ? { name } : { name, sizeOnDisk: docs, empty: docs === 0 };
    });
    const shown = databases.filter(filter);
    return nameOnly ? { databases: shown } : { databases: shown, totalSize: 0 };
  },
};

export const collStats: Command = {
  fields: ['collStats', 'scale'],
  run(call) {
    const name = target(call);
    const collection = call.collection(name);
    return { ns: `${call.db}.${name}`, count: collection?.count ?? 0, nindexes: collection?.indexes.length ?? 0, capped: false };
  },
};

export const dbStats: Command = {
  fields: ['dbStats', 'scale', 'freeStorage'],
  run(call) {
    const collections = call.server.catalog.list(call.db);
    return {
      db: call.db,
      collections: collections.length,
      objects: collections.reduce((sum, collection) => sum + collection.count, 0),
      indexes: collections.reduce((sum, collection) => sum + collection.indexes.length, 0),
    };
  },
};
