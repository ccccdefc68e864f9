import { Attempts, Quota } from '../identity/attempts.js';
import { passwordIs } from '../identity/password-hash.js';
import type { Account } from '../persistence/accounts.js';
import type { AuditActor } from '../persistence/audit-entries.js';
import { signInProblem } from '../problem/sign-in-problems.js';
import type { Site } from '../site.js';
import { needsSecondFactor } from '../survey/role.js';
import { beginning, beginSession, type Cookies } from './begin-session.js';
import { grantsInForce } from './grants-in-force.js';
import { knownDevice } from './known-device.js';
import { limited, limiterPlace } from './limited.js';
import { loginNameOf } from './login-name.js';
import { secretHash } from './secret-hash.js';
import { securityEntry } from './security-entry.js';
import type { Visit } from './visit.js';

const minute = 60;
/** Tries from one network, whatever the account: room for an office behind one address. */
const perNetwork = { allowed: 60, seconds: 15 * minute };
/** Tries at one account by strangers, from wherever. Its owner's own browsers are not counted among them. */
const perAccount = { allowed: 100, seconds: 60 * minute };

/** Nobody who is signed in. */
export const stranger = (from: string): AuditActor => ({ role: 'public', accountId: null, sessionId: null, from });

/**
 * Begins the session of somebody whose password, or whose identity provider, said who they are. Whether a second factor is still to come
 * is decided by the account and its roles when the session is used. Throws noRole.
 */
export const letIn = async (site: Site, account: Account, visit: Visit, way: 'password' | 'identity'): Promise<Cookies> => {
  const grants = await grantsInForce(site.store, account.id, site.clock.now());
  if (grants.length === 0) throw signInProblem('noRole');
  const isIn = account.totpSecret === null && !grants.some(({ role }) => needsSecondFactor(role));
  const begun = beginning(site, visit, isIn);
  const actor = { ...stranger(visit.from), accountId: account.id, sessionId: begun.sessionId };
  const entry = securityEntry(site, actor, { action: 'session.begin', subject: { kind: 'account', id: account.id }, facts: { way } });
  await site.store.transaction(async (within) => {
    if ((await within.sessions.byId(begun.sessionId)) !== null) return;
    await beginSession(within, site, begun, account.id, visit, false);
    await within.auditEntries.add(entry);
  });
  return begun.cookies;
};

/**
 * Signs in by login name and password. An account that is not there, is disabled or has no password is answered by the same sentence
 * after the same work. Throws signInFailed, tooOften, busy, noRole.
 */
export const signIn = (site: Site, typed: { readonly loginName: string; readonly password: string }, visit: Visit): Promise<Cookies> =>
  limited(async () => {
    const loginName = loginNameOf(typed.loginName);
    const account = await site.store.accounts.byLoginName(loginName);
    const device = await knownDevice(site, visit.deviceSecret, account?.id ?? null);
    const place = limiterPlace(site);
    const network = new Quota(place, 'network', perNetwork.allowed, perNetwork.seconds);
    const strangers = new Quota(place, 'account', perAccount.allowed, perAccount.seconds);
    const attempts = new Attempts(place, 'password');
    const prefix = visit.network;
    // Counted by network and account together, so that nobody shuts another out from elsewhere.
    const key = secretHash(`${loginName} ${device ?? prefix}`);
    if (device === null) await network.take(prefix);
    await attempts.begin(key);
    if (device === null) await strangers.take(secretHash(loginName));
    const isRight = await passwordIs(account?.passwordHash ?? null, typed.password);
    if (account === null || !isRight || account.disabledAt !== null) {
      const subject = { kind: 'account', id: account?.id ?? 'unknown' } as const;
      await site.store.auditEntries.add(securityEntry(site, stranger(visit.from), { action: 'session.refuse', subject }));
      throw signInProblem('signInFailed');
    }
    await attempts.succeed(key);
    if (device === null) {
      await network.giveBack(prefix);
      await strangers.giveBack(secretHash(loginName));
    }
    return letIn(site, account, visit, 'password');
  });
