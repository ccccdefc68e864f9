import type { AuditAnchor } from '../persistence/audit-anchor.js';
import type { Site } from '../site.js';
import { operator } from './account-holder.js';
import { wholeReason } from './record-look.js';

const entryOf = (site: Site, reason: string, seq: number) => ({
  id: site.random.uuid(),
  at: site.clock.now(),
  actor: operator,
  action: 'audit.anchor' as const,
  establishmentId: null,
  subject: { kind: 'auditLog', id: String(seq) },
  facts: { seq },
  reason,
});

/**
 * Anchors the log where it stands, whatever the anchor said: after a restored backup or a lost file. The log says for good that it was
 * done and why. Throws the Problem reasonNeeded.
 * @returns the number of the entry that says so
 */
export const anchorAudit = async (site: Site, anchor: AuditAnchor, reason: string): Promise<number> => {
  const why = wholeReason(reason);
  const head = await site.store.auditEntries.head();
  if (head !== null) await anchor.begin(head);
  return (await site.store.auditEntries.add(entryOf(site, why, head?.seq ?? 0))).seq;
};

/** Begins an anchor for a log that has none, as when a site first starts on a restored backup. Tells whether it did. */
export const ensureAnchor = async (site: Site, anchor: AuditAnchor): Promise<boolean> => {
  const head = await site.store.auditEntries.head();
  if (head === null || (await anchor.read()) !== null) return false;
  await anchorAudit(site, anchor, 'no anchor was found when the site started');
  return true;
};
