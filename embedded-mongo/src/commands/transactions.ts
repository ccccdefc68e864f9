import { MongoError } from '../errors/mongo-error.js';
import { write } from '../storage/commit.js';
import type { Call, Command } from './command.js';

const noSuchTransaction = (message: string): MongoError => new MongoError('NoSuchTransaction', message, {}, ['TransientTransactionError']);

const requireSession = (call: Call, verb: string) => {
  const { session, txnNumber } = call;
  if (call.db !== 'admin') throw new MongoError('Unauthorized', `${verb}Transaction may only be run against the admin database.`);
  if (!session || txnNumber === undefined) throw new MongoError('InvalidOptions', `${verb}Transaction must be run within a transaction`);
  if (txnNumber < session.txnNumber)
    throw new MongoError(
      'TransactionTooOld',
      `Cannot ${verb} transaction ${txnNumber}, a newer transaction ${session.txnNumber} has already started on this session.`,
    );
  if (txnNumber !== session.txnNumber)
    throw noSuchTransaction(
      `Given transaction number ${txnNumber} does not match any in-progress transactions. The active transaction number is ${session.txnNumber}`,
    );
  return session;
};

export const commitTransaction: Command = {
  fields: ['commitTransaction', 'recoveryToken'],
  transactional: true,
  async run(call) {
    const session = requireSession(call, 'commit');
    const { server } = call;
    if (session.state === 'committed') return {};
    const { transaction } = session;
    if (session.state !== 'running' || !transaction)
      throw noSuchTransaction(`Transaction with { txnNumber: ${session.txnNumber} } has been aborted.`);
    // A transaction on its way to the disk is no longer one that could be ended from elsewhere.
    session.transaction = undefined;
    try {
      if (transaction.changed) {
        await write(server.store, server.catalog, (commit) => {
          transaction.apply(commit);
          session.state = 'committed';
          session.results = new Map();
          server.sessions.save(session);
        });
      } else session.state = 'committed';
    } catch (error) {
      session.state = 'aborted';
      throw error;
    } finally {
      transaction.end();
      await server.cursors.killWhere((cursor) => cursor.session === session.key && cursor.txnNumber === call.txnNumber);
    }
    return {};
  },
};

export const abortTransaction: Command = {
  fields: ['abortTransaction', 'recoveryToken'],
  transactional: true,
  async run(call) {
    const session = requireSession(call, 'abort');
    if (session.state === 'committed') throw new MongoError('TransactionCommitted', `Transaction ${session.txnNumber} has been committed.`);
    if (session.state !== 'running') throw noSuchTransaction(`Transaction with { txnNumber: ${session.txnNumber} } has been aborted.`);
    call.server.sessions.abort(session);
    await call.server.cursors.killWhere((cursor) => cursor.session === session.key && cursor.txnNumber === call.txnNumber);
    return {};
  },
};
