import { type Doc, isDoc } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';

/** The commands of MongoDB's Stable API version 1. */
const stable = new Set([
  'abortTransaction',
  'aggregate',
  'collMod',
  'commitTransaction',
  'count',
  'create',
  'createIndexes',
  'delete',
  'drop',
  'dropDatabase',
  'dropIndexes',
  'endSessions',
  'explain',
  'find',
  'findAndModify',
  'getMore',
  'hello',
  'insert',
  'killCursors',
  'listCollections',
  'listDatabases',
  'listIndexes',
  'ping',
  'update',
]);

/** Fields of its commands that do not belong to it. */
const unstableFields: Readonly<Record<string, readonly string[]>> = {
  aggregate: ['explain'],
  create: ['autoIndexId'],
  find: ['noCursorTimeout'],
};
const unstableIndexOptions = ['background', 'sparse'];
const unstableStages = ['$listLocalSessions'];

const strictError = (what: string): MongoError =>
  new MongoError('APIStrictError', `Provided apiStrict:true, but ${what} is not in API Version 1.`);

const namesOf = (values: unknown): string[] =>
  Array.isArray(values) ? values.flatMap((value) => (isDoc(value) ? Object.keys(value) : [])) : [];

const checkStrict = (name: string, body: Doc): void => {
  if (!stable.has(name)) throw strictError(`the command ${name}`);
  const field = unstableFields[name]?.find((unstable) => body[unstable] !== undefined);
  if (field !== undefined) throw strictError(`the field '${field}' of ${name}`);
  const stage = name === 'aggregate' ? namesOf(body.pipeline).find((used) => unstableStages.includes(used)) : undefined;
  if (stage !== undefined) throw strictError(`the stage ${stage}`);
  const option = name === 'createIndexes' ? namesOf(body.indexes).find((used) => unstableIndexOptions.includes(used)) : undefined;
  if (option !== undefined) throw strictError(`the index option '${option}'`);
};

/** Holds a client that declares a version of the Stable API to it. Nothing of version 1 is deprecated. */
export const checkApiVersion = (name: string, body: Doc): void => {
  const { apiVersion, apiStrict, apiDeprecationErrors } = body;
  for (const [field, value] of Object.entries({ apiStrict, apiDeprecationErrors })) {
    if (value !== undefined && typeof value !== 'boolean')
      throw new MongoError('TypeMismatch', `BSON field '${field}' is the wrong type, expected type 'bool'`);
    if (value !== undefined && apiVersion === undefined)
      throw new MongoError(4886600, 'Provided apiStrict and/or apiDeprecationErrors without passing apiVersion');
  }
  if (apiVersion === undefined) return;
  if (apiVersion !== '1') throw new MongoError('APIVersionError', `API version must be "1"`);
  if (apiStrict === true) checkStrict(name, body);
};
