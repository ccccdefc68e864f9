import { Attempts } from '../identity/attempts.js';
import { totpStep } from '../identity/totp.js';
import type { Account } from '../persistence/accounts.js';
import { signInProblem } from '../problem/sign-in-problems.js';
import type { Site } from '../site.js';
import { type Entering, holderActor } from './account-holder.js';
import { beginning, beginSession, type Cookies } from './begin-session.js';
import { knownDevice } from './known-device.js';
import { limited, limiterPlace } from './limited.js';
import { recoveryHash } from './recovery-codes.js';
import { securityEntry } from './security-entry.js';
import type { Visit } from './visit.js';

/** An account after a code of its app or one of its recovery codes was used up; null when it is neither. */
const afterCode = (account: Account, typed: string, now: Date): { readonly account: Account; readonly way: 'app' | 'recovery' } | null => {
  if (account.totpSecret === null) return null;
  const step = totpStep(account.totpSecret, typed, now, account.totpLastStep);
  if (step !== null) return { account: { ...account, totpLastStep: step }, way: 'app' };
  const hash = recoveryHash(typed);
  if (!account.recoveryHashes.includes(hash)) return null;
  return { account: { ...account, recoveryHashes: account.recoveryHashes.filter((one) => one !== hash) }, way: 'recovery' };
};

/** Whom tries at codes are counted for: a browser its owner has used before, else everybody else together, from wherever they come. */
export const codeAttempts = async (site: Site, accountId: string, visit: Visit) => {
  const attempts = new Attempts(limiterPlace(site), 'code');
  const key = (await knownDevice(site, visit.deviceSecret, accountId)) ?? accountId;
  return { begin: () => attempts.begin(key), succeed: () => attempts.succeed(key) };
};

/**
 * Passes the second factor with a code of the authenticator app or a recovery code. Each works once, also when it comes twice at once.
 * The session is a new one from here on. Throws codeWrong, tooOften.
 */
export const passSecondFactor = (site: Site, who: Entering, typed: string, visit: Visit): Promise<Cookies> =>
  limited(async () => {
    const attempts = await codeAttempts(site, who.accountId, visit);
    await attempts.begin();
    const now = site.clock.now();
    const begun = beginning(site, visit, true);
    const subject = { kind: 'account', id: who.accountId } as const;
    const refusal = securityEntry(site, holderActor(who), { action: 'session.refuse', subject, facts: { factor: 'second' } });
    const entryId = site.random.uuid();
    const isIn = await site.store.transaction(async (within) => {
      // The answer to an earlier try of this very transaction may have been lost after it was kept.
      if ((await within.sessions.byId(begun.sessionId)) !== null) return true;
      const account = await within.accounts.byId(who.accountId);
      const passed = account === null ? null : afterCode(account, typed, now);
      if (account === null || passed === null || !(await within.accounts.replace(passed.account, account.revision))) return false;
      await beginSession(within, site, begun, account.id, visit, true);
      const event = { action: 'account.factor', subject, facts: { used: passed.way } } as const;
      await within.auditEntries.add({ ...securityEntry(site, holderActor(who), event), id: entryId });
      return true;
    });
    if (!isIn) {
      await site.store.auditEntries.add(refusal);
      throw signInProblem('codeWrong', {}, 'code');
    }
    await attempts.succeed();
    return begun.cookies;
  });
