import { type ClientSession, type Model, mongo, trusted } from 'mongoose';
import { nextLink } from './audit-chain.js';
import type { AuditEntries, AuditLink, LyingEntry } from './audit-entries.js';
import { asIs, documentsOf, type Lying } from './documents.js';
import { anything, count, moment, schemaOf, text, textOrNull } from './schema.js';

export type AuditEntryDocument = Lying<AuditLink>;

export const auditEntrySchema = schemaOf<AuditEntryDocument>({
  at: moment,
  actor: anything,
  action: text,
  establishmentId: textOrNull,
  subject: anything,
  facts: anything,
  requestId: textOrNull,
  reason: textOrNull,
  seq: count,
  prev: text,
  hash: text,
});
auditEntrySchema.index({ establishmentId: 1, at: -1 });
auditEntrySchema.index({ 'subject.id': 1, at: -1 });
auditEntrySchema.index({ at: 1 });
// Two writers that saw the same head want the same number; one of them begins again behind the other.
auditEntrySchema.index({ seq: 1 }, { unique: true });

/** Whether another transaction took this number first. The driver then does the whole transaction again. */
const repeatable = (error: unknown): unknown => {
  const tookSeq = error instanceof mongo.MongoServerError && error.code === 11_000 && 'seq' in ((error.keyPattern ?? {}) as object);
  if (tookSeq) (error as mongo.MongoError).addErrorLabel('TransientTransactionError');
  return error;
};

/**
 * The audit log as a chain, within a transaction of `session`.
 * @param alone runs an append that has no transaction in one of its own
 */
export const auditEntriesIn = (
  model: Model<AuditEntryDocument>,
  session: ClientSession | null,
  alone: (work: (entries: AuditEntries) => Promise<AuditLink>) => Promise<AuditLink>,
): AuditEntries => {
  const documents = documentsOf(model, asIs<AuditLink>(), session);
  const within = session === null ? {} : { session };
  const head = async () => (await documents.many({}, { seq: -1 }, 1))[0] ?? null;
  return {
    add: async (entry) => {
      if (session === null) return alone((entries) => entries.add(entry));
      const link = nextLink(entry, await head());
      try {
        await documents.add(link);
      } catch (error) {
        throw repeatable(error);
      }
      return link;
    },
    ofEstablishment: (establishmentId, limit) => documents.many({ establishmentId }, { at: -1, seq: -1 }, limit),
    ofSubject: (id, limit) => documents.many({ 'subject.id': id }, { at: -1, seq: -1 }, limit),
    head,
    hashAt: async (seq) => (await documents.one({ seq }))?.hash ?? null,
    async *between(from, before) {
      const since = trusted({ $gt: new Date(from.getTime() - 1), $lt: before });
      for await (const found of model.find({ at: since }, null, within).sort({ at: 1, seq: 1 }).lean<AuditEntryDocument>().cursor())
        yield asIs<AuditLink>().lift(found as AuditEntryDocument);
    },
    async *lying() {
      for await (const found of model.find({}, null, within).sort({ seq: 1, _id: 1 }).lean().cursor()) yield found as LyingEntry;
    },
    removeThrough: (seq) => documents.remove({ seq: trusted({ $lt: seq + 1 }) }),
  };
};
