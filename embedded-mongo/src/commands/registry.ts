import * as admin from './admin.js';
import { aggregate } from './aggregate.js';
import { collMod } from './coll-mod.js';
import * as collections from './collections.js';
import type { Command } from './command.js';
import { count, distinct } from './count.js';
import { getMore, killCursors } from './cursors.js';
import { del } from './delete.js';
import { explain } from './explain.js';
import { find } from './find.js';
import { findAndModify } from './find-and-modify.js';
import { createIndexes, dropIndexes, listIndexes } from './indexes.js';
import { insert } from './insert.js';
import { abortTransaction, commitTransaction } from './transactions.js';
import { update } from './update.js';

/** Every command, by the name of its first field. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['abortTransaction', abortTransaction],
  ['aggregate', aggregate],
  ['buildInfo', admin.buildInfo],
  ['buildinfo', admin.buildInfo],
  ['collMod', collMod],
  ['collStats', collections.collStats],
  ['commitTransaction', commitTransaction],
  ['connectionStatus', admin.connectionStatus],
  ['count', count],
  ['create', collections.create],
  ['createIndexes', createIndexes],
  ['dbStats', collections.dbStats],
  ['delete', del],
  ['distinct', distinct],
  ['drop', collections.drop],
  ['dropDatabase', collections.dropDatabase],
  ['dropIndexes', dropIndexes],
  ['embeddedMongoAttach', admin.embeddedMongoAttach],
  ['embeddedMongoBackup', admin.embeddedMongoBackup],
  ['embeddedMongoDetach', admin.embeddedMongoDetach],
  ['endSessions', admin.endSessions],
  ['explain', explain],
  ['find', find],
  ['findAndModify', findAndModify],
  ['findandmodify', findAndModify],
  ['getMore', getMore],
  ['getParameter', admin.getParameter],
  ['hello', admin.hello],
  ['hostInfo', admin.hostInfo],
  ['insert', insert],
  ['isMaster', admin.isMaster],
  ['ismaster', admin.isMaster],
  ['killAllSessions', admin.killAllSessions],
  ['killCursors', killCursors],
  ['killSessions', admin.killSessions],
  ['listCollections', collections.listCollections],
  ['listDatabases', collections.listDatabases],
  ['listIndexes', listIndexes],
  ['ping', admin.ping],
  ['renameCollection', collections.renameCollection],
  ['serverStatus', admin.serverStatus],
  ['update', update],
]);
