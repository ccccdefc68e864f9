import { IdentityAway, type IdentityProvider, IdentityRefused } from '../identity/identity-provider.js';
import { accessProblem } from '../problem/access-problems.js';
import { signInProblem } from '../problem/sign-in-problems.js';
import type { Site } from '../site.js';
import type { Cookies } from './begin-session.js';
import { securityEntry } from './security-entry.js';
import { letIn, stranger } from './sign-in.js';
import type { Visit } from './visit.js';

const worded = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof IdentityAway) throw signInProblem('identityAway');
    if (error instanceof IdentityRefused) throw signInProblem('identityRefused');
    throw error;
  }
};

const providerOf = (site: Site): IdentityProvider => {
  if (site.identityProvider === undefined) throw accessProblem('notFound');
  return site.identityProvider;
};

/** Where a browser goes to sign in at its organization, and what it takes along. Throws notFound without a provider, identityAway. */
export const beginIdentity = (site: Site, callback: string): ReturnType<IdentityProvider['begin']> =>
  worded(() => providerOf(site).begin(callback));

/**
 * Signs in whoever the provider vouches for, if an administrator has linked an account with them. No account is made and no role is given
 * here; the second factor is asked for as with a password. Throws notFound, identityRefused, identityAway, identityUnknown, noRole.
 */
export const signInByIdentity = async (site: Site, answer: URL, memory: string | null, visit: Visit): Promise<Cookies> => {
  const provider = providerOf(site);
  if (memory === null) throw signInProblem('identityRefused');
  const { issuer, subject } = await worded(() => provider.finish(answer, memory));
  const account = await site.store.accounts.byIdentity(issuer, subject);
  if (account === null || account.disabledAt !== null) {
    const refused = {
      action: 'session.refuse',
      subject: { kind: 'account', id: account?.id ?? 'unknown' },
      facts: { way: 'identity' },
    } as const;
    await site.store.auditEntries.add(securityEntry(site, stranger(visit.from), refused));
    throw signInProblem('identityUnknown');
  }
  return letIn(site, account, visit, 'identity');
};
