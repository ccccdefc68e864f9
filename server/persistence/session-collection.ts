import type { ClientSession, Model } from 'mongoose';
import { asIs, documentsOf, type Lying, type Shape } from './documents.js';
import { moment, schemaOf, textOrNull } from './schema.js';
import type { Session, Sessions } from './sessions.js';

export type SessionDocument = Lying<Session>;

export const sessionSchema = schemaOf<SessionDocument>({
  establishmentId: textOrNull,
  invitationId: textOrNull,
  delegationId: textOrNull,
  accountId: textOrNull,
  secondFactor: { type: Boolean, default: false },
  pendingFactor: textOrNull,
  device: { type: String, default: '' },
  address: { type: String, default: '' },
  createdAt: moment,
  lastSeenAt: moment,
  expiresAt: moment,
});
// Whether a session is still valid is decided when it is used; this only clears away what has ended.
sessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
sessionSchema.index({ accountId: 1 });
sessionSchema.index({ establishmentId: 1 });
sessionSchema.index({ delegationId: 1 });

const shape: Shape<Session, SessionDocument> = {
  ...asIs<Session>(),
  // A session that was made before there were accounts and delegations has none of these.
  lift: ({ _id, ...rest }) => ({
    id: _id,
    ...rest,
    delegationId: rest.delegationId ?? null,
    accountId: rest.accountId ?? null,
    secondFactor: rest.secondFactor ?? false,
  }),
};

export const sessionsIn = (model: Model<SessionDocument>, session: ClientSession | null): Sessions => {
  const documents = documentsOf(model, shape, session);
  return {
    byId: (id) => documents.one({ _id: id }),
    ofAccount: (accountId) => documents.many({ accountId }, { lastSeenAt: -1, _id: 1 }),
    ofEstablishment: (establishmentId) => documents.many({ establishmentId }, { createdAt: -1, _id: 1 }),
    add: documents.add,
    prepareFactor: async (id, pendingFactor) => void (await documents.set({ _id: id }, { pendingFactor })),
    touch: async (id, at) => void (await documents.set({ _id: id }, { lastSeenAt: at })),
    remove: async (id) => void (await documents.remove({ _id: id })),
    removeOwn: async (id, accountId) => (await documents.remove({ _id: id, accountId })) === 1,
    removeOfAccount: (accountId) => documents.remove({ accountId }),
    removeOfEstablishment: (establishmentId) => documents.remove({ establishmentId }),
    removeOfDelegation: (delegationId) => documents.remove({ delegationId }),
  };
};
