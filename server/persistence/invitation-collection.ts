import { type ClientSession, type Model, trusted } from 'mongoose';
import { asIs, documentsOf, type Lying } from './documents.js';
import type { Invitation, Invitations } from './invitations.js';
import { moment, momentOrNull, schemaOf, text } from './schema.js';

export type InvitationDocument = Lying<Invitation>;

export const invitationSchema = schemaOf<InvitationDocument>({
  secretHash: text,
  establishmentId: text,
  purpose: { type: String, enum: ['demo', 'letter', 'return'], required: true },
  createdAt: moment,
  expiresAt: moment,
  usedAt: momentOrNull,
  revokedAt: momentOrNull,
});
invitationSchema.index({ secretHash: 1 }, { unique: true });
invitationSchema.index({ establishmentId: 1, purpose: 1 });

export const invitationsIn = (model: Model<InvitationDocument>, session: ClientSession | null): Invitations => {
  const documents = documentsOf(model, asIs<Invitation>(), session);
  return {
    bySecretHash: (secretHash) => documents.one({ secretHash }),
    add: documents.add,
    use: async (id, at) =>
      (await documents.set({ _id: id, usedAt: null, revokedAt: null, expiresAt: trusted({ $gt: at }) }, { usedAt: at })) === 1,
    lettersOf: (establishmentIds) =>
      documents.part({ establishmentId: trusted({ $in: [...establishmentIds] }), purpose: 'letter' }, ['establishmentId', 'usedAt']),
    countExpired: async (before) => (await documents.many({ expiresAt: trusted({ $lt: before }) }, { _id: 1 })).length,
    removeExpired: (before) => documents.remove({ expiresAt: trusted({ $lt: before }) }),
    revokeUnused: (establishmentId, purpose, at) =>
      documents.set({ establishmentId, purpose, usedAt: null, revokedAt: null }, { revokedAt: at }),
  };
};
