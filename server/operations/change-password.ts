import { Attempts } from '../identity/attempts.js';
import { hashPassword, passwordIs } from '../identity/password-hash.js';
import { accessProblem } from '../problem/access-problems.js';
import { signInProblem } from '../problem/sign-in-problems.js';
import type { Site } from '../site.js';
import { type AccountHolder, holderActor } from './account-holder.js';
import { beginning, beginSession, type Cookies } from './begin-session.js';
import { assertGood, type NewPassword } from './choose-password.js';
import { limited, limiterPlace } from './limited.js';
import { secretHash } from './secret-hash.js';
import { securityEntry } from './security-entry.js';
import type { Visit } from './visit.js';

/**
 * Changes one's own password against the present one. Every session of the account ends; this browser gets a new one.
 * Throws passwordWrong, tooOften, busy and what assertGood throws.
 */
export const changePassword = (
  site: Site,
  who: AccountHolder,
  typed: NewPassword & { readonly present: string },
  visit: Visit,
): Promise<Cookies> =>
  limited(async () => {
    const found = await site.store.accounts.byId(who.accountId);
    if (found === null) throw accessProblem('notFound');
    const attempts = new Attempts(limiterPlace(site), 'present');
    const key = secretHash(`${who.accountId} ${who.sessionId}`);
    await attempts.begin(key);
    if (!(await passwordIs(found.passwordHash, typed.present))) throw signInProblem('passwordWrong', {}, 'present');
    await attempts.succeed(key);
    assertGood(typed, found);
    const passwordHash = await hashPassword(typed.password);
    const begun = beginning(site, visit, true);
    const subject = { kind: 'account', id: found.id } as const;
    const entry = securityEntry(site, holderActor(who), { action: 'account.password', subject, facts: { way: 'own' } });
    await site.store.transaction(async (within) => {
      if ((await within.sessions.byId(begun.sessionId)) !== null) return;
      const account = await within.accounts.byId(found.id);
      // Whoever came first has ended this session: what it asks for does not count any more.
      const session = await within.sessions.byId(who.sessionId);
      if (account === null || session === null) throw accessProblem('signInNeeded');
      await within.accounts.replace({ ...account, passwordHash }, account.revision);
      await within.accountLinks.revokeUnused(account.id, site.clock.now());
      await within.sessions.removeOfAccount(account.id);
      await beginSession(within, site, begun, account.id, visit, session.secondFactor);
      await within.auditEntries.add(entry);
    });
    return begun.cookies;
  });
