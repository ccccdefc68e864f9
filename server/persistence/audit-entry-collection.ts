import type { ClientSession, Model } from 'mongoose';
import type { AuditEntries, AuditEntry } from './audit-entries.js';
import { asIs, documentsOf, type Lying } from './documents.js';
import { anything, moment, schemaOf, text } from './schema.js';

export type AuditEntryDocument = Lying<AuditEntry>;

export const auditEntrySchema = schemaOf<AuditEntryDocument>({
  at: moment,
  actor: anything,
  action: text,
  establishmentId: text,
  subject: anything,
  facts: anything,
});
auditEntrySchema.index({ establishmentId: 1, at: -1 });

export const auditEntriesIn = (model: Model<AuditEntryDocument>, session: ClientSession | null): AuditEntries => {
  const documents = documentsOf(model, asIs<AuditEntry>(), session);
  return {
    add: documents.add,
    ofEstablishment: (establishmentId, limit) => documents.many({ establishmentId }, { at: -1, _id: 1 }, limit),
  };
};
