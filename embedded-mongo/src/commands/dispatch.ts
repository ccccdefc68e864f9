import { type Doc, isNumeric, type Timestamp, toNumber, type Value } from '../bson/values.js';
import { Pacer } from '../cursors/pacer.js';
import { MongoError } from '../errors/mongo-error.js';
import { parseCollation } from '../order/collation.js';
import type { Session } from '../sessions/sessions.js';
import { write } from '../storage/commit.js';
import { Transaction } from '../transactions/transaction.js';
import { checkApiVersion } from './api-version.js';
import { checkFields } from './arguments.js';
import type { Call, Command, Reply, Sent, Server } from './command.js';
import { checkConcerns, snapshotOf, writeConcernError } from './concerns.js';
import { commands } from './registry.js';
import { matchContext } from './statement.js';

/** Fields that any command may carry. */
const genericFields = [
  '$db',
  '$readPreference',
  '$clusterTime',
  'lsid',
  'txnNumber',
  'autocommit',
  'startTransaction',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'comment',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  '$audit',
  '$client',
  '$configServerState',
  'mayBypassWriteBlocking',
];

const fieldSets = new Map<Command, ReadonlySet<string>>();
const knownFields = (command: Command): ReadonlySet<string> => {
  const known = fieldSets.get(command) ?? new Set([...genericFields, ...command.fields]);
  fieldSets.set(command, known);
  return known;
};

const txnNumberOf = (value: Value): bigint | undefined => {
  if (value === undefined) return undefined;
  if (!isNumeric(value)) throw new MongoError('TypeMismatch', "BSON field 'txnNumber' is the wrong type, expected type 'long'");
  const number = BigInt(typeof value === 'bigint' ? value : toNumber(value));
  if (number < 0n) throw new MongoError('InvalidOptions', 'txnNumber must not be negative');
  return number;
};

const isEnding = (name: string): boolean => name === 'commitTransaction' || name === 'abortTransaction';

/** Takes a transaction number into account; opens or finds the transaction that the command belongs to. */
const enter = (server: Server, session: Session, txnNumber: bigint, name: string, command: Command, body: Doc): Transaction | undefined => {
  const inTransaction = body.autocommit === false;
  if (isEnding(name)) return undefined;
  if (txnNumber < session.txnNumber) {
    throw new MongoError(
      'TransactionTooOld',
      `Cannot start transaction ${txnNumber} on session ${session.key} because a newer transaction ${session.txnNumber} has already started.`,
    );
  }
  if (inTransaction && !command.transactional)
    throw new MongoError('OperationNotSupportedInTransaction', `Cannot run '${name}' in a multi-document transaction.`);
  if (!inTransaction && !command.retryable) throw new MongoError(50768, `It is illegal to provide a txnNumber for command ${name}`);
  const starts = body.startTransaction === true;
  if (txnNumber > session.txnNumber) {
    if (inTransaction && !starts)
      throw new MongoError(
        'NoSuchTransaction',
        `Given transaction number ${txnNumber} does not match any in-progress transactions. The active transaction number is ${session.txnNumber}`,
        {},
        ['TransientTransactionError'],
      );
    server.sessions.abort(session);
    session.txnNumber = txnNumber;
    session.results = new Map();
    session.state = 'none';
    if (!inTransaction) return undefined;
    session.transaction = new Transaction(server.store, server.catalog, server.intents);
    session.state = 'running';
    return session.transaction;
  }
  if (!inTransaction) return undefined;
  if (starts) throw new MongoError(50911, `Only servers in a sharded cluster can start a new transaction at the active transaction number`);
  if (session.state === 'committed')
    throw new MongoError('TransactionCommitted', `Transaction with { txnNumber: ${txnNumber} } has been committed.`);
  if (!session.transaction)
    throw new MongoError('NoSuchTransaction', `Transaction with { txnNumber: ${txnNumber} } has been aborted.`, {}, [
      'TransientTransactionError',
    ]);
  return session.transaction;
};

const checkTransactionFields = (body: Doc, txnNumber: bigint | undefined): void => {
  if (body.autocommit !== undefined && body.autocommit !== false)
    throw new MongoError('InvalidOptions', 'Specifying autocommit=true is not allowed.');
  if (body.autocommit === false && txnNumber === undefined)
    throw new MongoError('InvalidOptions', "'autocommit' field requires a transaction number to also be specified");
  if (body.startTransaction !== undefined && body.autocommit !== false)
    throw new MongoError('InvalidOptions', 'Specifying startTransaction requires autocommit=false');
  if (txnNumber !== undefined && body.lsid === undefined)
    throw new MongoError('InvalidOptions', 'Transaction number requires a session ID to also be specified');
};

const deadlineOf = (body: Doc): number => {
  const value = body.maxTimeMS;
  if (value === undefined) return Number.POSITIVE_INFINITY;
  if (!isNumeric(value)) throw new MongoError('TypeMismatch', "BSON field 'maxTimeMS' is the wrong type, expected type 'long'");
  const limit = toNumber(value);
  if (limit < 0 || limit > 2_147_483_647) throw new MongoError('BadValue', `${limit} value for maxTimeMS is out of range [0, 2147483647]`);
  return limit === 0 ? Number.POSITIVE_INFINITY : performance.now() + limit;
};

/** Where a reply tells the time of the snapshot it was read from. */
const timed = ({ cursor }: Reply, atClusterTime: Timestamp): Reply =>
  cursor === undefined ? { atClusterTime } : { cursor: { ...(cursor as Doc), atClusterTime } };

/** Runs one command. What it throws is answered by the wire. */
export const dispatch = async (server: Server, connection: { id: number }, body: Doc, sequences: Map<string, Sent[]>): Promise<Reply> => {
  const name = Object.keys(body)[0] ?? '';
  const command = commands.get(name);
  if (!command) throw new MongoError('CommandNotFound', `no such command: '${name}'`);
  server.commandCounts.set(name, (server.commandCounts.get(name) ?? 0) + 1);
  const db = body.$db ?? 'admin';
  if (typeof db !== 'string') throw new MongoError('TypeMismatch', "BSON field '$db' is the wrong type, expected type 'string'");
  if (!command.open) checkFields(body, knownFields(command), name);
  const txnNumber = txnNumberOf(body.txnNumber);
  checkTransactionFields(body, txnNumber);
  checkApiVersion(name, body);
  checkConcerns(name, command, body, body.autocommit === false);
  const session = body.lsid === undefined ? undefined : server.sessions.open(body.lsid);
  const transaction = session && txnNumber !== undefined ? enter(server, session, txnNumber, name, command, body) : undefined;
  try {
    const snapshot = transaction ? undefined : snapshotOf(server, body);
    const find = (database: string, collection: string) => (transaction ?? snapshot ?? server.catalog).find(database, collection);
    const collation = parseCollation(body.collation);
    const call: Call = {
      server,
      connection,
      name,
      db,
      body,
      sequences,
      session,
      txnNumber,
      transaction,
      view: transaction ?? snapshot ?? server.store.committed,
      pacer: new Pacer(deadlineOf(body)),
      collation,
      match: matchContext(collation, body.let),
      find,
      collection: (collection) => find(db, collection),
      write: (change) => (transaction ? Promise.resolve(change(transaction)) : write(server.store, server.catalog, change)),
    };
    const reply = await command.run(call);
    // A router gives this token, by which any other router could end the transaction; clients send it back.
    if (transaction) return { ...reply, recoveryToken: { recoveryShardId: 'embedded-mongo' } };
    if (snapshot) return { ...reply, ...timed(reply, snapshot.time) };
    const concern = writeConcernError(body);
    return concern ? { ...reply, writeConcernError: concern } : reply;
  } catch (error) {
    // A command that fails ends its transaction; the client starts again.
    if (session && transaction) server.sessions.abort(session);
    throw error;
  }
};
