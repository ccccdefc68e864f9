import type { AuditHead } from '../persistence/audit-entries.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';
import { auditRetentionYears } from '../survey/retention-rules.js';
import { operator } from './account-holder.js';
import { wholeReason } from './record-look.js';

/** What retention would remove, or removed. */
export interface Pruning {
  /** Up to this entry; null: there is nothing to remove. */
  readonly through: AuditHead | null;
  readonly removed: number;
}

const yearsBefore = (now: Date, years: number): Date => {
  const day = new Date(now);
  day.setUTCFullYear(day.getUTCFullYear() - years);
  return day;
};

/** The last entry of the unbroken run of entries from before `before` at the beginning of the log. */
const lastBefore = async (site: Site, before: Date): Promise<{ readonly through: AuditHead | null; readonly count: number }> => {
  let through: AuditHead | null = null;
  let count = 0;
  for await (const { at, seq, hash } of site.store.auditEntries.lying()) {
    if (!(at instanceof Date) || at >= before || typeof seq !== 'number' || typeof hash !== 'string') break;
    through = { seq, hash };
    count++;
  }
  return { through, count };
};

/**
 * Removes the entries from before a moment, beginning with the oldest. First an entry is appended that says through which number they are
 * removed and what hash the last of them had, so that the log that remains can still be verified from its new beginning.
 * @param dryRun only says what would be removed
 * Throws the Problems retentionTooShort and reasonNeeded.
 */
export const pruneAudit = async (
  site: Site,
  { before, reason, dryRun }: { readonly before: Date; readonly reason: string; readonly dryRun: boolean },
): Promise<Pruning> => {
  const why = wholeReason(reason);
  if (before > yearsBefore(site.clock.now(), auditRetentionYears))
    throw accessProblem('retentionTooShort', { years: auditRetentionYears }, 'before');
  const { through, count } = await lastBefore(site, before);
  if (through === null || dryRun) return { through, removed: through === null ? 0 : count };
  await site.store.auditEntries.add({
    id: site.random.uuid(),
    at: site.clock.now(),
    actor: operator,
    action: 'audit.prune',
    establishmentId: null,
    subject: { kind: 'auditLog', id: String(through.seq) },
    facts: { through: through.seq, throughHash: through.hash, entries: count },
    reason: why,
  });
  // Written down and anchored first: a removal that is cut off here is finished by the next one.
  return { through, removed: await site.store.auditEntries.removeThrough(through.seq) };
};
