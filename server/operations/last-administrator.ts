import type { Repositories } from '../persistence/store.js';
import { accessProblem } from '../problem/access-problems.js';

/**
 * Holds, inside the transaction that takes a right away, that somebody is left who can sign in and administer without an end. Throws
 * lastAdministrator.
 */
export const keepAnAdministrator = async (within: Repositories, now: Date): Promise<void> => {
  const holders = (await within.grants.all()).filter(
    ({ role, from, until }) => role === 'administrator' && (from === null || from <= now) && until === null,
  );
  for (const { accountId } of holders) {
    const account = await within.accounts.byId(accountId);
    if (account === null || account.disabledAt !== null) continue;
    if (account.passwordHash === null && account.oidcSubject === null) continue;
    // Whoever is left is written too, so that of two who disable each other at once the second sees the first.
    if (await within.accounts.replace(account, account.revision)) return;
  }
  throw accessProblem('lastAdministrator');
};
