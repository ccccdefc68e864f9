import { hashPassword } from '../identity/password-hash.js';
import { passwordFault } from '../identity/password-rules.js';
import type { AccountLink } from '../persistence/account-links.js';
import type { Account } from '../persistence/accounts.js';
import type { Repositories } from '../persistence/store.js';
import { accessProblem } from '../problem/access-problems.js';
import { signInProblem } from '../problem/sign-in-problems.js';
import type { Site } from '../site.js';
import { limited } from './limited.js';
import { secretHash } from './secret-hash.js';
import { securityEntry } from './security-entry.js';
import { stranger } from './sign-in.js';

/** A new password, typed twice. */
export interface NewPassword {
  readonly password: string;
  readonly again: string;
}

/** Refuses a password that is no good for an account. Throws passwordShort, passwordLong, passwordCommon, passwordsDiffer. */
export const assertGood = ({ password, again }: NewPassword, account: Pick<Account, 'loginName' | 'name'>): void => {
  if (password.normalize('NFC') !== again.normalize('NFC')) throw signInProblem('passwordsDiffer', {}, 'again');
  const fault = passwordFault(password, [account.loginName, account.name]);
  if (fault !== null) throw signInProblem(fault, {}, 'password');
};

const usable = async (
  within: Repositories,
  secret: string,
  now: Date,
): Promise<{ readonly link: AccountLink; readonly account: Account }> => {
  const link = await within.accountLinks.bySecretHash(secretHash(secret));
  if (link === null) throw accessProblem('linkUnknown');
  if (link.usedAt !== null) throw accessProblem('linkUsed');
  if (link.revokedAt !== null) throw accessProblem('linkRevoked');
  if (link.expiresAt <= now) throw accessProblem('linkExpired');
  const account = await within.accounts.byId(link.accountId);
  if (account === null || account.disabledAt !== null) throw accessProblem('linkRevoked');
  return { link, account };
};

/** Whose password a link chooses, without using it up: what opening it does. Throws linkUnknown, linkUsed, linkRevoked, linkExpired. */
export const lookAtAccountLink = async (site: Site, secret: string): Promise<Pick<Account, 'loginName' | 'name'>> =>
  (await usable(site.store, secret, site.clock.now())).account;

/**
 * Chooses a password by a one-time link. A password that is no good does not use the link up. Every session and every known browser of
 * the account ends. Throws what lookAtAccountLink and assertGood throw, and busy.
 */
export const choosePassword = (site: Site, secret: string, chosen: NewPassword, from: string): Promise<void> =>
  limited(async () => {
    const now = site.clock.now();
    const { account: found } = await usable(site.store, secret, now);
    assertGood(chosen, found);
    const passwordHash = await hashPassword(chosen.password);
    const subject = { kind: 'account', id: found.id } as const;
    const entry = securityEntry(site, stranger(from), { action: 'account.password', subject, facts: { way: 'link' } });
    await site.store.transaction(async (within) => {
      // The answer to an earlier try of this very transaction may have been lost after it was kept.
      if ((await within.accounts.byId(found.id))?.passwordHash === passwordHash) return;
      const { link, account } = await usable(within, secret, now);
      if (!(await within.accountLinks.use(link.id, now))) throw accessProblem('linkUsed');
      await within.accounts.replace({ ...account, passwordHash }, account.revision);
      await within.sessions.removeOfAccount(account.id);
      await within.devices.removeOfAccount(account.id);
      await within.auditEntries.add(entry);
    });
  });
