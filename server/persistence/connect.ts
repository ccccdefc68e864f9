import { type ClientSession, type Connection, type Model, Mongoose, type Schema } from 'mongoose';
import { type AccountDocument, accountSchema, accountsIn } from './account-collection.js';
import { type AccountLinkDocument, accountLinkSchema, accountLinksIn } from './account-link-collection.js';
import { type AssignmentDocument, assignmentSchema, assignmentsIn } from './assignment-collection.js';
import { type AuditEntryDocument, auditEntriesIn, auditEntrySchema } from './audit-entry-collection.js';
import { type BillMappingDocument, billMappingSchema, billMappingsIn } from './bill-mapping-collection.js';
import { type CatalogDocument, catalogSchema, catalogsIn } from './catalog-collection.js';
import { type CellStatisticsDocument, cellStatisticsIn, cellStatisticsSchema } from './cell-statistics-collection.js';
import { type CommentDocument, commentSchema, commentsIn } from './comment-collection.js';
import { type DelegationDocument, delegationSchema, delegationsIn } from './delegation-collection.js';
import { type DeviceDocument, deviceSchema, devicesIn } from './device-collection.js';
import { type EditionDocument, editionSchema, editionsIn } from './edition-collection.js';
import { type EstablishmentDocument, establishmentSchema, establishmentsIn } from './establishment-collection.js';
import {
  type EvidenceDocument,
  type EvidencePieceDocument,
  evidenceIn,
  evidencePieceSchema,
  evidenceSchema,
} from './evidence-collection.js';
import { type GrantDocument, grantSchema, grantsIn } from './grant-collection.js';
import {
  type InventoryDocument,
  inventoriesIn,
  inventorySchema,
  type RecomputationDocument,
  recomputationSchema,
} from './inventory-collection.js';
import { type InvitationDocument, invitationSchema, invitationsIn } from './invitation-collection.js';
import { type KeptDraftDocument, keptDraftSchema, keptDraftsIn } from './kept-draft-collection.js';
import { type LimitDocument, limitSchema, limitsIn } from './limit-collection.js';
import { onLine, renewLine } from './line.js';
import { type MailingDocument, mailingSchema, mailingsIn } from './mailing-collection.js';
import { migrate, migrationState } from './migrations/migrate.js';
import { migrations } from './migrations/migrations.js';
import { type ResponseDocument, responseSchema, responsesIn } from './response-collection.js';
import { type ResponseVersionDocument, responseVersionSchema, responseVersionsIn } from './response-version-collection.js';
import { type ReviewDocument, reviewSchema, reviewsIn } from './review-collection.js';
import { type RoundDocument, roundSchema, roundsIn } from './round-collection.js';
import { type SessionDocument, sessionSchema, sessionsIn } from './session-collection.js';
import { type StandingDocument, standingSchema, standingsIn } from './standing-collection.js';
import { type Repositories, type Store, StoreUnavailable } from './store.js';
import { patienceMs, patiently, translated } from './store-errors.js';
import { missingIndexes, probeWriting } from './store-state.js';
import { newTurns, type TurnLimits } from './turns.js';

/** Acknowledged once a majority of the servers has it in its journal. */
const writeConcern = { w: 'majority', journal: true } as const;

/** How long transactions hold each other up: one that hangs for a second, one that waits for ten seconds at the most. */
const turnLimits: TurnLimits = {
  holdMs: 1_000,
  waitMs: 2 * patienceMs,
  missed: () => new StoreUnavailable(new Error('more is being saved at once than the store takes')),
};

/** The waiting times of a connection, where its address does not set them. */
const patienceBeside = (uri: string): Readonly<Record<string, number>> => {
  const standard = { serverSelectionTimeoutMS: patienceMs, connectTimeoutMS: patienceMs, socketTimeoutMS: 4 * patienceMs };
  return Object.fromEntries(Object.entries(standard).filter(([name]) => !uri.includes(`${name}=`)));
};

/** The server cannot serve the product as it is set up: what is wrong, and the way out. */
export class UnfitStore extends Error {
  constructor(
    readonly en: string,
    readonly ko: string,
  ) {
    super(en);
    this.name = 'UnfitStore';
  }
}

const modelsOf = (connection: Connection) => {
  const model = <D extends { _id: string }>(name: string, schema: Schema<D>): Model<D> =>
    connection.model(name, schema, name) as unknown as Model<D>;
  return {
    establishments: model<EstablishmentDocument>('establishments', establishmentSchema),
    rounds: model<RoundDocument>('rounds', roundSchema),
    responses: model<ResponseDocument>('responses', responseSchema),
    responseVersions: model<ResponseVersionDocument>('responseVersions', responseVersionSchema),
    evidence: model<EvidenceDocument>('evidence', evidenceSchema),
    evidencePieces: model<EvidencePieceDocument>('evidencePieces', evidencePieceSchema),
    keptDrafts: model<KeptDraftDocument>('keptDrafts', keptDraftSchema),
    reviews: model<ReviewDocument>('reviews', reviewSchema),
    comments: model<CommentDocument>('comments', commentSchema),
    delegations: model<DelegationDocument>('delegations', delegationSchema),
    inventories: model<InventoryDocument>('inventories', inventorySchema),
    recomputations: model<RecomputationDocument>('recomputations', recomputationSchema),
    catalogs: model<CatalogDocument>('catalogs', catalogSchema),
    editions: model<EditionDocument>('editions', editionSchema),
    billMappings: model<BillMappingDocument>('billMappings', billMappingSchema),
    cellStatistics: model<CellStatisticsDocument>('cellStatistics', cellStatisticsSchema),
    invitations: model<InvitationDocument>('invitations', invitationSchema),
    sessions: model<SessionDocument>('sessions', sessionSchema),
    accounts: model<AccountDocument>('accounts', accountSchema),
    grants: model<GrantDocument>('grants', grantSchema),
    assignments: model<AssignmentDocument>('assignments', assignmentSchema),
    accountLinks: model<AccountLinkDocument>('accountLinks', accountLinkSchema),
    devices: model<DeviceDocument>('devices', deviceSchema),
    mailings: model<MailingDocument>('mailings', mailingSchema),
    limits: model<LimitDocument>('limits', limitSchema),
    standings: model<StandingDocument>('standings', standingSchema),
    auditEntries: model<AuditEntryDocument>('auditEntries', auditEntrySchema),
  };
};
type Models = ReturnType<typeof modelsOf>;

/** Runs work against the repositories of one transaction. */
type Transact = Store['transaction'];

const repositoriesOf = (models: Models, session: ClientSession | null, transact: Transact): Repositories => ({
  establishments: establishmentsIn(models.establishments, session),
  rounds: roundsIn(models.rounds, session),
  responses: responsesIn(models.responses, session),
  responseVersions: responseVersionsIn(models.responseVersions, session),
  evidence: evidenceIn(models.evidence, models.evidencePieces, session),
  keptDrafts: keptDraftsIn(models.keptDrafts, session),
  reviews: reviewsIn(models.reviews, session),
  comments: commentsIn(models.comments, session),
  delegations: delegationsIn(models.delegations, session),
  inventories: inventoriesIn(models.inventories, models.recomputations, session),
  catalogs: catalogsIn(models.catalogs, session),
  editions: editionsIn(models.editions, session),
  billMappings: billMappingsIn(models.billMappings, session),
  cellStatistics: cellStatisticsIn(models.cellStatistics, session),
  invitations: invitationsIn(models.invitations, session),
  sessions: sessionsIn(models.sessions, session),
  accounts: accountsIn(models.accounts, session),
  grants: grantsIn(models.grants, session),
  assignments: assignmentsIn(models.assignments, session),
  accountLinks: accountLinksIn(models.accountLinks, session),
  devices: devicesIn(models.devices, session),
  mailings: mailingsIn(models.mailings, session),
  limits: limitsIn(models.limits, session),
  standings: standingsIn(models.standings, session),
  auditEntries: auditEntriesIn(models.auditEntries, session, (work) => transact(({ auditEntries }) => work(auditEntries))),
});

const databaseOf = (connection: Connection) => {
  if (connection.db === undefined) throw new Error('The connection has no database');
  return connection.db;
};

/** What a server says of itself: a member of a replica set, or a router of a sharded cluster, has transactions. */
export const hasTransactions = (hello: { readonly setName?: unknown; readonly msg?: unknown }): boolean =>
  hello.setName !== undefined || hello.msg === 'isdbgrid';

/** A single server without a replica set has no transactions, so a submission could be kept in part. */
const refuseStandalone = async (connection: Connection): Promise<void> => {
  const hello = await databaseOf(connection).admin().command({ hello: 1 });
  if (hasTransactions(hello)) return;
  throw new UnfitStore(
    'MONGODB_URI names a standalone server, which has no transactions. Start it as a replica set (mongod --replSet rs0, then rs.initiate() once), or leave MONGODB_URI out to use the embedded store.',
    'MONGODB_URI의 서버는 단독(standalone) 서버라서 트랜잭션을 쓸 수 없습니다. 복제 세트로 시작하거나(mongod --replSet rs0, 이어서 rs.initiate() 한 번), MONGODB_URI를 지우고 내장 저장소를 쓰십시오.',
  );
};

/** Brings the database to this version: collections, then what lies in them, then the indexes that rely on it. */
const prepare = async (connection: Connection, models: Models): Promise<void> => {
  const db = databaseOf(connection);
  for (const model of Object.values(models)) await model.createCollection();
  const { unknown } = await migrationState(db, migrations);
  if (unknown.length > 0)
    throw new UnfitStore(
      `The database was made by a newer version of Onsil (${unknown.join(', ')}). Install that version, or restore a backup made before it.`,
      `더 새로운 온실 버전에서 만든 데이터베이스입니다(${unknown.join(', ')}). 그 버전을 설치하거나 그 전에 만든 백업을 복원하십시오.`,
    );
  await migrate(connection.getClient(), db, migrations);
  for (const model of Object.values(models)) await model.createIndexes();
};

/** A store on one line, which can be replaced when its server was. */
export interface ConnectedStore extends Store {
  /** Goes over to the server at `uri`, which keeps the same data; the old one has ended. What waits for an answer is tried again there. */
  renew(uri: string): Promise<void>;
}

/** What every line is opened with. A fresh object each time: Mongoose changes it. */
const lineOptions = (uri: string, watched: boolean) => {
  const named = new URL(uri.replace(/^mongodb(\+srv)?:\/\/[^/]*/, 'http://store')).pathname.length > 1;
  return {
    ...(named ? {} : { dbName: 'onsil' }),
    writeConcern,
    readPreference: 'primary' as const,
    retryWrites: true,
    ignoreUndefined: true,
    ...patienceBeside(uri),
    appName: 'onsil',
    monitorCommands: watched,
  };
};

/** Told of every command before it is sent: its name and its document. */
export type CommandWatch = (name: string, command: Readonly<Record<string, unknown>>) => void;

/**
 * Connects to a MongoDB server, or to what speaks its protocol, does the migrations and builds every index before anything is served.
 * @param uri with the database's name; "onsil" when it names none
 * @param watch what the tests hold against the allow-list of docs/database.md
 * Throws UnfitStore for a standalone server and for a database of a newer version, StoreUnavailable when nothing answers, and the server's own error when an index cannot be built.
 */
export const connect = async (uri: string, watch?: CommandWatch): Promise<ConnectedStore> => {
  // An instance of its own: nothing else in the process can change these settings, and two stores may be open in one test.
  const mongoose = new Mongoose({ strictQuery: 'throw', sanitizeFilter: true, bufferCommands: false, autoIndex: false, autoCreate: false });
  const connection = mongoose.createConnection(uri, lineOptions(uri, watch !== undefined));
  connection.setMaxListeners(0);
  const models = modelsOf(connection);
  try {
    await translated('the store', async () => {
      await connection.asPromise();
      if (watch !== undefined) connection.on('commandStarted', ({ commandName, command }) => watch(commandName, command));
      await refuseStandalone(connection);
      await prepare(connection, models);
    });
  } catch (error) {
    await connection.close(true);
    throw error;
  }
  const inTurn = newTurns(turnLimits);
  const transaction: Transact = (work) =>
    patiently('the transaction', () =>
      inTurn(() =>
        onLine(connection, async () => {
          const session = connection.getClient().startSession({ defaultTimeoutMS: 2 * patienceMs });
          try {
            return await session.withTransaction(() => work(repositoriesOf(models, session, transaction)), { writeConcern });
          } finally {
            await session.endSession();
          }
        }),
      ),
    );
  return {
    ...repositoriesOf(models, null, transaction),
    transaction,
    ping: () => translated('the store', () => onLine(connection, async () => void (await databaseOf(connection).command({ ping: 1 })))),
    state: () =>
      translated('the store', () =>
        onLine(connection, async () => {
          const db = databaseOf(connection);
          await probeWriting(db, writeConcern);
          const { pending } = await migrationState(db, migrations);
          const missing = await missingIndexes(Object.values(models) as unknown as readonly Model<never>[]);
          return { missingIndexes: missing, pendingMigrations: pending.map(({ id }) => id), freeBytes: null, isAnchored: true };
        }),
      ),
    renew: (address) => translated('the store', () => renewLine(connection, address, lineOptions(address, watch !== undefined))),
    close: () => connection.close(),
  };
};
