import type { Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import { TIMEOUT_MINUTES } from '../sessions/sessions.js';
import { MAX_DOCUMENT_BYTES } from '../storage/documents.js';
import { optionalArray } from './arguments.js';
import type { Call, Command, Reply } from './command.js';

/** The MongoDB version whose behavior is followed; the name says what this really is. */
export const VERSION = '7.0.0';
export const MAX_MESSAGE_BYTES = 48_000_000;
const MAX_WIRE_VERSION = 21;

const helloReply = (call: Call): Reply => ({
  msg: 'isdbgrid',
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  maxMessageSizeBytes: MAX_MESSAGE_BYTES,
  maxWriteBatchSize: 100_000,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: TIMEOUT_MINUTES,
  connectionId: call.connection.id,
  minWireVersion: 0,
  maxWireVersion: MAX_WIRE_VERSION,
  readOnly: false,
});

/**
 * Drivers offer more in the handshake every year, and a server that does not know an offer stays silent on it; so is it with
 * compression here. Waiting for changes of the topology is the one thing that is refused.
 */
const refuseStreaming = (call: Call): void => {
  if (call.body.maxAwaitTimeMS !== undefined)
    throw new MongoError('CommandNotSupported', "hello with 'maxAwaitTimeMS' is not supported: this server gives no topologyVersion");
};

export const hello: Command = {
  fields: [],
  open: true,
  run: (call) => {
    refuseStreaming(call);
    return { isWritablePrimary: true, ...helloReply(call) };
  },
};

export const isMaster: Command = {
  fields: [],
  open: true,
  run: (call) => {
    refuseStreaming(call);
    return { ismaster: true, helloOk: true, ...helloReply(call) };
  },
};

export const ping: Command = { fields: ['ping'], run: () => ({}) };

export const buildInfo: Command = {
  fields: ['buildInfo', 'buildinfo'],
  run: () => ({
    version: VERSION,
    versionArray: VERSION.split('.').map(Number).concat(0),
    gitVersion: 'embedded-mongo',
    modules: ['embedded-mongo'],
    embeddedMongo: true,
    javascriptEngine: 'none',
    bits: 64,
    debug: false,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    storageEngines: ['lmdb'],
  }),
};

export const serverStatus: Command = {
  fields: ['serverStatus'],
  open: true,
  run: ({ server }) => {
    const memory = process.memoryUsage();
    const uptime = (Date.now() - server.startedAt.getTime()) / 1000;
    return {
      host: server.address,
      version: VERSION,
      process: 'embedded-mongo',
      pid: process.pid,
      uptime,
      uptimeMillis: Math.round(uptime * 1000),
      localTime: new Date(),
      connections: { current: server.connections },
      mem: { resident: Math.round(memory.rss / 1_048_576), heapUsed: Math.round(memory.heapUsed / 1_048_576) },
      metrics: { cursor: { open: { total: server.cursors.size } }, commands: Object.fromEntries(server.commandCounts) },
      sessions: { active: server.sessions.size },
      storageEngine: { name: 'lmdb', supportsCommittedReads: true, persistent: true },
      ok: 1,
    };
  },
};

export const endSessions: Command = {
  fields: ['endSessions'],
  run(call) {
    call.server.sessions.end(optionalArray(call.body, 'endSessions', 'endSessions') ?? []);
    return {};
  },
};

export const killSessions: Command = {
  fields: ['killSessions', 'killAllSessions'],
  run(call) {
    call.server.sessions.end(optionalArray(call.body, 'killSessions', 'killSessions') ?? []);
    return {};
  },
};

export const killAllSessions: Command = {
  fields: ['killAllSessions'],
  run(call) {
    call.server.sessions.abortAll();
    return {};
  },
};

export const connectionStatus: Command = {
  fields: ['connectionStatus', 'showPrivileges'],
  run: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }),
};

export const hostInfo: Command = {
  fields: ['hostInfo'],
  run: () => ({
    system: { currentTime: new Date(), hostname: 'localhost', cpuArch: process.arch },
    os: { type: process.platform },
    extra: {},
  }),
};

export const getParameter: Command = {
  fields: ['getParameter'],
  open: true,
  run: ({ body }) => {
    if (body.featureCompatibilityVersion !== undefined) return { featureCompatibilityVersion: { version: '7.0' } };
    throw new MongoError('InvalidOptions', 'no option found to get');
  },
};

/** Answers a process that keeps the server alive; when the last of them is gone, the server stops. */
export const embeddedMongoAttach: Command = {
  fields: ['embeddedMongoAttach'],
  run: ({ server, connection }) => {
    server.attachments.attach(connection);
    return { pid: process.pid };
  },
};

export const embeddedMongoDetach: Command = {
  fields: ['embeddedMongoDetach'],
  run: ({ server, connection }) => ({ last: server.attachments.detach(connection) }),
};

/** A consistent copy of the store's file into a new folder, made while serving. */
export const embeddedMongoBackup: Command = {
  fields: ['embeddedMongoBackup'],
  run: async ({ server, body }) => {
    const path: Value = body.embeddedMongoBackup;
    if (typeof path !== 'string' || path === '') throw new MongoError('TypeMismatch', 'embeddedMongoBackup must name a file');
    await server.store.backup(path);
    return {};
  },
};
