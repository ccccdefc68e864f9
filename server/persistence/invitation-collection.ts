import { type ClientSession, type Model, trusted } from 'mongoose';
import { asIs, documentsOf, type Lying, type Shape } from './documents.js';
import type { Invitation, Invitations } from './invitations.js';
import { moment, momentOrNull, schemaOf, text, textOrNull } from './schema.js';

export type InvitationDocument = Lying<Invitation>;

export const invitationSchema = schemaOf<InvitationDocument>({
  secretHash: text,
  establishmentId: text,
  purpose: { type: String, enum: ['demo', 'letter', 'return', 'device', 'delegate'], required: true },
  delegationId: textOrNull,
  madeIn: textOrNull,
  createdAt: moment,
  expiresAt: moment,
  usedAt: momentOrNull,
  revokedAt: momentOrNull,
});
invitationSchema.index({ secretHash: 1 }, { unique: true });
invitationSchema.index({ establishmentId: 1, purpose: 1 });
invitationSchema.index({ madeIn: 1 });
invitationSchema.index({ delegationId: 1 });

const shape: Shape<Invitation, InvitationDocument> = {
  ...asIs<Invitation>(),
  // One from before there were delegations is of the establishment itself.
  lift: ({ _id, ...rest }) => ({
    id: _id,
    ...rest,
    delegationId: rest.delegationId ?? null,
    madeIn: rest.madeIn ?? null,
  }),
};

export const invitationsIn = (model: Model<InvitationDocument>, session: ClientSession | null): Invitations => {
  const documents = documentsOf(model, shape, session);
  return {
    byId: (id) => documents.one({ _id: id }),
    bySecretHash: (secretHash) => documents.one({ secretHash }),
    add: documents.add,
    use: async (id, at) =>
      (await documents.set({ _id: id, usedAt: null, revokedAt: null, expiresAt: trusted({ $gt: at }) }, { usedAt: at })) === 1,
    lettersOf: (establishmentIds) =>
      documents.part({ establishmentId: trusted({ $in: [...establishmentIds] }), purpose: 'letter' }, ['establishmentId', 'usedAt']),
    countExpired: async (before) => (await documents.many({ expiresAt: trusted({ $lt: before }) }, { _id: 1 })).length,
    removeExpired: (before) => documents.remove({ expiresAt: trusted({ $lt: before }) }),
    revokeUnused: (establishmentId, purpose, at, delegationId = null) =>
      documents.set({ establishmentId, purpose, delegationId, usedAt: null, revokedAt: null }, { revokedAt: at }),
    madeIn: (sessionId, purpose) => documents.many({ madeIn: sessionId, purpose }, { createdAt: -1, _id: 1 }),
    removeOfDelegation: (delegationId) => documents.remove({ delegationId }),
  };
};
