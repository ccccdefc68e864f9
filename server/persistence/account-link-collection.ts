import { type ClientSession, type Model, trusted } from 'mongoose';
import type { AccountLink, AccountLinks } from './account-links.js';
import { asIs, documentsOf, type Lying } from './documents.js';
import { moment, momentOrNull, schemaOf, text } from './schema.js';

export type AccountLinkDocument = Lying<AccountLink>;

export const accountLinkSchema = schemaOf<AccountLinkDocument>({
  secretHash: text,
  accountId: text,
  createdAt: moment,
  expiresAt: moment,
  usedAt: momentOrNull,
  revokedAt: momentOrNull,
});
accountLinkSchema.index({ secretHash: 1 }, { unique: true });
accountLinkSchema.index({ accountId: 1 });

export const accountLinksIn = (model: Model<AccountLinkDocument>, session: ClientSession | null): AccountLinks => {
  const documents = documentsOf(model, asIs<AccountLink>(), session);
  return {
    bySecretHash: (secretHash) => documents.one({ secretHash }),
    add: documents.add,
    use: async (id, at) =>
      (await documents.set({ _id: id, usedAt: null, revokedAt: null, expiresAt: trusted({ $gt: at }) }, { usedAt: at })) === 1,
    revokeUnused: (accountId, at) => documents.set({ accountId, usedAt: null, revokedAt: null }, { revokedAt: at }),
  };
};
