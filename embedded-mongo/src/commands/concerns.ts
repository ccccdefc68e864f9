import { type Doc, isDoc, isNumeric, Timestamp, toNumber } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { show } from '../errors/show.js';
import type { SnapshotRead } from '../transactions/snapshot-reads.js';
import { checkFields } from './arguments.js';
import type { Command, Server } from './command.js';

const LEVELS = ['local', 'available', 'majority', 'linearizable', 'snapshot'];

/** Refuses read and write concerns that are wrong or mean what this server does not do. */
export const checkConcerns = (name: string, command: Command, body: Doc, inTransaction: boolean): void => {
  const { readConcern, writeConcern } = body;
  if (isDoc(readConcern)) {
    checkFields(readConcern, ['level', 'afterClusterTime', 'atClusterTime', 'provenance'], 'readConcern');
    const { level, afterClusterTime, atClusterTime } = readConcern;
    const named = typeof level === 'string' ? level : show(level);
    if (level !== undefined && !LEVELS.includes(named))
      throw new MongoError('FailedToParse', `Enumeration value '${named}' for field 'readConcern.level' is not a valid value.`);
    for (const [field, time] of Object.entries({ afterClusterTime, atClusterTime })) {
      if (time !== undefined && !(time instanceof Timestamp))
        throw new MongoError('TypeMismatch', `BSON field 'readConcern.${field}' is the wrong type, expected type 'timestamp'`);
    }
    if (level === 'snapshot' && !inTransaction && !command.snapshot)
      throw new MongoError(
        'InvalidOptions',
        `Command ${name} does not support { readConcern: { level: "snapshot" } } outside of a transaction`,
      );
    if (atClusterTime !== undefined && (level !== 'snapshot' || inTransaction))
      throw new MongoError(
        'InvalidOptions',
        "readConcern with 'atClusterTime' is supported for level snapshot outside of transactions alone",
      );
  }
  if (isDoc(writeConcern)) checkFields(writeConcern, ['w', 'j', 'wtimeout', 'fsync', 'provenance'], 'writeConcern');
};

/** The state that a read outside of a transaction asks for: the one of its time, or the present, kept for later reads. */
export const snapshotOf = (server: Server, { readConcern }: Doc): SnapshotRead | undefined => {
  if (!isDoc(readConcern) || readConcern.level !== 'snapshot') return undefined;
  const { atClusterTime } = readConcern;
  return atClusterTime instanceof Timestamp ? server.snapshots.at(atClusterTime) : server.snapshots.take(server.clock.tick());
};

/** What a single node cannot promise, said after the write was done, as MongoDB does. */
export const writeConcernError = ({ writeConcern }: Doc): Doc | undefined => {
  const w = isDoc(writeConcern) ? writeConcern.w : undefined;
  if (isNumeric(w) && toNumber(w) > 1) return { code: 100, codeName: 'UnsatisfiableWriteConcern', errmsg: 'Not enough data-bearing nodes' };
  if (typeof w === 'string' && w !== 'majority')
    return {
      code: 79,
      codeName: 'UnknownReplWriteConcern',
      errmsg: `No write concern mode named '${w}' found in replica set configuration`,
    };
  return undefined;
};
