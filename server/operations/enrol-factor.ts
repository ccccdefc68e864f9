import { qrPicture } from '../identity/qr-picture.js';
import { newTotpSecret, totpAddress, totpStep } from '../identity/totp.js';
import { accessProblem } from '../problem/access-problems.js';
import { signInProblem } from '../problem/sign-in-problems.js';
import type { Site } from '../site.js';
import { type AccountHolder, type Entering, holderActor } from './account-holder.js';
import { beginning, beginSession, type Cookies } from './begin-session.js';
import { limited } from './limited.js';
import { newRecoveryCodes, recoveryHash } from './recovery-codes.js';
import { codeAttempts } from './second-factor.js';
import { securityEntry } from './security-entry.js';
import type { Visit } from './visit.js';

/** What somebody needs to set an authenticator app up. */
export interface Enrolment {
  /** To type by hand where there is no camera. */
  readonly secret: string;
  /** Address of a picture to point the app at. */
  readonly picture: string;
}

/** The account of somebody who may set an app up: they have none yet. Throws notFound. */
const withoutApp = async (site: Site, who: AccountHolder | Entering) => {
  const account = await site.store.accounts.byId(who.accountId);
  if (account === null || account.totpSecret !== null) throw accessProblem('notFound');
  return account;
};

/** The secret of the app that is being set up in this session: the same one until it is confirmed. Throws notFound. */
export const readEnrolment = async (site: Site, who: AccountHolder | Entering): Promise<Enrolment> => {
  const { loginName } = await withoutApp(site, who);
  const session = await site.store.sessions.byId(who.sessionId);
  const secret = session?.pendingFactor ?? newTotpSecret();
  if (session?.pendingFactor !== secret) await site.store.sessions.prepareFactor(who.sessionId, secret);
  return { secret, picture: qrPicture(totpAddress(secret, loginName)) };
};

/** What was handed out when an app was set up. */
export interface Enrolled {
  readonly cookies: Cookies;
  /** To be kept by their owner; they cannot be shown again. */
  readonly recoveryCodes: readonly string[];
}

/**
 * Confirms an authenticator app by its first code, and gives recovery codes. Other sessions of the account end, this one is a new one.
 * Throws notFound, codeWrong, tooOften.
 */
export const enrolFactor = (site: Site, who: AccountHolder | Entering, typed: string, visit: Visit): Promise<Enrolled> =>
  limited(async () => {
    await withoutApp(site, who);
    const attempts = await codeAttempts(site, who.accountId, visit);
    await attempts.begin();
    const now = site.clock.now();
    const recoveryCodes = newRecoveryCodes(site.random);
    const begun = beginning(site, visit, true);
    const subject = { kind: 'account', id: who.accountId } as const;
    const entry = securityEntry(site, holderActor(who), { action: 'account.factor', subject, facts: { enrolled: 'app' } });
    const isSet = await site.store.transaction(async (within) => {
      if ((await within.sessions.byId(begun.sessionId)) !== null) return true;
      const account = await within.accounts.byId(who.accountId);
      const secret = (await within.sessions.byId(who.sessionId))?.pendingFactor ?? null;
      if (account === null || account.totpSecret !== null || secret === null) return false;
      const step = totpStep(secret, typed, now, account.totpLastStep);
      if (step === null) return false;
      const enrolled = { ...account, totpSecret: secret, totpLastStep: step, recoveryHashes: recoveryCodes.map(recoveryHash) };
      if (!(await within.accounts.replace(enrolled, account.revision))) return false;
      await within.sessions.removeOfAccount(account.id);
      await beginSession(within, site, begun, account.id, visit, true);
      await within.auditEntries.add(entry);
      return true;
    });
    if (!isSet) throw signInProblem('codeWrong', {}, 'code');
    await attempts.succeed();
    return { cookies: begun.cookies, recoveryCodes };
  });

/** Gives new recovery codes in place of those that are left, against a code of the app. Throws codeWrong, tooOften. */
export const renewRecoveryCodes = (site: Site, who: AccountHolder, typed: string, visit: Visit): Promise<readonly string[]> =>
  limited(async () => {
    const attempts = await codeAttempts(site, who.accountId, visit);
    await attempts.begin();
    const now = site.clock.now();
    const recoveryCodes = newRecoveryCodes(site.random);
    const recoveryHashes = recoveryCodes.map(recoveryHash);
    const subject = { kind: 'account', id: who.accountId } as const;
    const entry = securityEntry(site, holderActor(who), { action: 'account.factor', subject, facts: { renewed: 'recovery' } });
    const isRenewed = await site.store.transaction(async (within) => {
      const account = await within.accounts.byId(who.accountId);
      if (account?.totpSecret == null) return false;
      if (account.recoveryHashes[0] === recoveryHashes[0]) return true;
      const step = totpStep(account.totpSecret, typed, now, account.totpLastStep);
      if (step === null) return false;
      if (!(await within.accounts.replace({ ...account, totpLastStep: step, recoveryHashes }, account.revision))) return false;
      await within.auditEntries.add(entry);
      return true;
    });
    if (!isRenewed) throw signInProblem('codeWrong', {}, 'code');
    await attempts.succeed();
    return recoveryCodes;
  });
