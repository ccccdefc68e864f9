import type { ClientSession, Model } from 'mongoose';
import type { Account, Accounts } from './accounts.js';
import { asIs, documentsOf, type Lying } from './documents.js';
import { anything, count, moment, momentOrNull, schemaOf, text, textOrNull } from './schema.js';

export type AccountDocument = Lying<Account>;

export const accountSchema = schemaOf<AccountDocument>({
  loginName: text,
  name: text,
  email: textOrNull,
  passwordHash: textOrNull,
  totpSecret: textOrNull,
  totpLastStep: count,
  recoveryHashes: anything,
  oidcIssuer: textOrNull,
  oidcSubject: textOrNull,
  createdAt: moment,
  disabledAt: momentOrNull,
  revision: count,
});
accountSchema.index({ loginName: 1 }, { unique: true });
accountSchema.index({ oidcIssuer: 1, oidcSubject: 1 }, { unique: true, partialFilterExpression: { oidcSubject: { $type: 'string' } } });

export const accountsIn = (model: Model<AccountDocument>, session: ClientSession | null): Accounts => {
  const documents = documentsOf(model, asIs<Account>(), session);
  return {
    byId: (id) => documents.one({ _id: id }),
    byLoginName: (loginName) => documents.one({ loginName }),
    byIdentity: (oidcIssuer, oidcSubject) => documents.one({ oidcIssuer, oidcSubject }),
    all: () => documents.many({}, { loginName: 1, _id: 1 }),
    add: documents.add,
    replace: (account, expected) => documents.replace({ _id: account.id, revision: expected }, { ...account, revision: expected + 1 }),
  };
};
