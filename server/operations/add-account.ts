import type { Account } from '../persistence/accounts.js';
import type { AuditActor } from '../persistence/audit-entries.js';
import { AlreadyThere } from '../persistence/store.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import { loginNameOf } from './login-name.js';
import { securityEntry } from './security-entry.js';

export interface AccountToAdd {
  /** As typed. */
  readonly loginName: string;
  readonly name: string;
  readonly email: string | null;
}

/**
 * Adds an account without any role and without a password: its owner chooses one by a one-time link.
 * Throws loginNameForm, accountName, emailForm, loginNameTaken.
 */
export const addAccount = async (site: Site, toAdd: AccountToAdd, by: AuditActor): Promise<Account> => {
  const loginName = loginNameOf(toAdd.loginName);
  if (!/^[\p{L}\p{N}][\p{L}\p{N}\p{M}._@+-]{1,63}$/u.test(loginName)) throw accessProblem('loginNameForm', {}, 'loginName');
  const name = toAdd.name.normalize('NFC').trim();
  if (name === '' || name.length > 100 || /\p{Cc}/u.test(name)) throw accessProblem('accountName', {}, 'name');
  const email = toAdd.email === null || toAdd.email.trim() === '' ? null : toAdd.email.trim();
  if (email !== null && !/^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,190}$/.test(email)) throw accessProblem('emailForm', {}, 'email');
  const account: Account = {
    id: site.random.uuid(),
    loginName,
    name,
    email,
    passwordHash: null,
    totpSecret: null,
    totpLastStep: 0,
    recoveryHashes: [],
    oidcIssuer: null,
    oidcSubject: null,
    createdAt: site.clock.now(),
    disabledAt: null,
    revision: 1,
  };
  const entry = securityEntry(site, by, { action: 'account.add', subject: { kind: 'account', id: account.id } });
  try {
    await site.store.transaction(async (within) => {
      if ((await within.accounts.byId(account.id)) !== null) return;
      await within.accounts.add(account);
      await within.auditEntries.add(entry);
    });
  } catch (error) {
    if (error instanceof AlreadyThere) throw accessProblem('loginNameTaken', { loginName }, 'loginName');
    throw error;
  }
  return account;
};
