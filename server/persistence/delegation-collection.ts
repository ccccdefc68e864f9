import type { ClientSession, Model } from 'mongoose';
import type { Delegation, Delegations } from './delegations.js';
import { asIs, documentsOf, type Lying } from './documents.js';
import { moment, momentOrNull, schemaOf, text, truth } from './schema.js';

export type DelegationDocument = Lying<Delegation>;

export const delegationSchema = schemaOf<DelegationDocument>({
  establishmentId: text,
  responseId: text,
  roundId: text,
  name: text,
  codeHash: text,
  sections: { type: [String], default: null },
  maySubmit: truth,
  createdAt: moment,
  expiresAt: moment,
  revokedAt: momentOrNull,
});
delegationSchema.index({ responseId: 1, createdAt: -1 });
delegationSchema.index({ establishmentId: 1 });

export const delegationsIn = (model: Model<DelegationDocument>, session: ClientSession | null): Delegations => {
  const documents = documentsOf(model, asIs<Delegation>(), session);
  return {
    byId: (id) => documents.one({ _id: id }),
    ofResponse: (responseId) => documents.many({ responseId }, { createdAt: -1, _id: 1 }),
    add: documents.add,
    revoke: async (id, responseId, at) => (await documents.set({ _id: id, responseId, revokedAt: null }, { revokedAt: at })) === 1,
    revokeOfEstablishment: (establishmentId, at) => documents.set({ establishmentId, revokedAt: null }, { revokedAt: at }),
    removeOfResponse: (responseId) => documents.remove({ responseId }),
  };
};
