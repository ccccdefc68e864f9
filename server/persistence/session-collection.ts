import type { ClientSession, Model } from 'mongoose';
import { asIs, documentsOf, type Lying } from './documents.js';
import { moment, schemaOf, text } from './schema.js';
import type { Session, Sessions } from './sessions.js';

export type SessionDocument = Lying<Session>;

export const sessionSchema = schemaOf<SessionDocument>({
  establishmentId: text,
  invitationId: text,
  createdAt: moment,
  lastSeenAt: moment,
  expiresAt: moment,
});
// Whether a session is still valid is decided when it is used; this only clears away what has ended.
sessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const sessionsIn = (model: Model<SessionDocument>, session: ClientSession | null): Sessions => {
  const documents = documentsOf(model, asIs<Session>(), session);
  return {
    byId: (id) => documents.one({ _id: id }),
    add: documents.add,
    touch: async (id, at) => void (await documents.set({ _id: id }, { lastSeenAt: at })),
    remove: (id) => documents.remove({ _id: id }),
  };
};
