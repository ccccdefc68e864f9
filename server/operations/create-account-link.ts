import type { AuditActor } from '../persistence/audit-entries.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import type { HandedOut } from './create-invitation.js';
import { secretHash } from './secret-hash.js';
import { securityEntry } from './security-entry.js';

const day = 24 * 60 * 60 * 1000;
/** How long a link to choose a password waits to be used. */
const lifetimeMs = 3 * day;

/**
 * Makes a one-time link by which the owner of an account chooses a password: the first one, or another after it was forgotten. A link of
 * the account that was not used yet stops working. Throws accountUnknown.
 */
export const createAccountLink = async (site: Site, accountId: string, by: AuditActor): Promise<HandedOut> => {
  const { clock, random, store } = site;
  const secret = random.secret();
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + lifetimeMs);
  const id = random.uuid();
  const entry = securityEntry(site, by, { action: 'account.link', subject: { kind: 'account', id: accountId } });
  await store.transaction(async (within) => {
    if ((await within.accounts.byId(accountId)) === null) throw accessProblem('accountUnknown', { id: accountId }, 'account');
    // The answer to an earlier try of this very transaction may have been lost after it was kept.
    if ((await within.accountLinks.bySecretHash(secretHash(secret))) !== null) return;
    await within.accountLinks.revokeUnused(accountId, now);
    await within.accountLinks.add({
      id,
      secretHash: secretHash(secret),
      accountId,
      createdAt: now,
      expiresAt,
      usedAt: null,
      revokedAt: null,
    });
    await within.auditEntries.add(entry);
  });
  return { secret, expiresAt };
};
