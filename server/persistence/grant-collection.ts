import type { ClientSession, Model } from 'mongoose';
import { accountRoles } from '../survey/role.js';
import { asIs, documentsOf, type Lying, type Shape } from './documents.js';
import type { Grant, Grants } from './grants.js';
import { anything, moment, momentOrNull, schemaOf, text, textOrNull } from './schema.js';

export type GrantDocument = Lying<Grant>;

export const grantSchema = schemaOf<GrantDocument>({
  accountId: text,
  role: { type: String, enum: [...accountRoles], required: true },
  scope: anything,
  grantedBy: textOrNull,
  grantedAt: moment,
  from: momentOrNull,
  until: momentOrNull,
  endedAt: momentOrNull,
});
grantSchema.index({ accountId: 1, endedAt: 1 });

const shape: Shape<Grant, GrantDocument> = {
  ...asIs<Grant>(),
  // One from before roles could begin later held at once.
  lift: ({ _id, ...rest }) => ({ id: _id, ...rest, from: rest.from ?? null }),
};

export const grantsIn = (model: Model<GrantDocument>, session: ClientSession | null): Grants => {
  const documents = documentsOf(model, shape, session);
  return {
    byId: (id) => documents.one({ _id: id }),
    ofAccount: (accountId) => documents.many({ accountId, endedAt: null }, { grantedAt: -1, _id: 1 }),
    all: () => documents.many({ endedAt: null }, { accountId: 1, _id: 1 }),
    add: documents.add,
    end: async (id, accountId, at) => (await documents.set({ _id: id, accountId, endedAt: null }, { endedAt: at })) === 1,
  };
};
