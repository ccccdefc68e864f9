import type { ClientSession, Model } from 'mongoose';
import type { AuditEntries, AuditEntry } from './audit-entries.js';
import { asIs, documentsOf, type Lying } from './documents.js';
import { anything, moment, schemaOf, text, textOrNull } from './schema.js';

export type AuditEntryDocument = Lying<AuditEntry>;

export const auditEntrySchema = schemaOf<AuditEntryDocument>({
  at: moment,
  actor: anything,
  action: text,
  establishmentId: textOrNull,
  subject: anything,
  facts: anything,
});
auditEntrySchema.index({ establishmentId: 1, at: -1 });
auditEntrySchema.index({ 'subject.id': 1, at: -1 });

export const auditEntriesIn = (model: Model<AuditEntryDocument>, session: ClientSession | null): AuditEntries => {
  const documents = documentsOf(model, asIs<AuditEntry>(), session);
  return {
    add: documents.add,
    ofEstablishment: (establishmentId, limit) => documents.many({ establishmentId }, { at: -1, _id: 1 }, limit),
    ofSubject: (id, limit) => documents.many({ 'subject.id': id }, { at: -1, _id: 1 }, limit),
  };
};
