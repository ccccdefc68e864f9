import type { AuditAction, AuditActor } from '../persistence/audit-entries.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Site } from '../site.js';

/** A look at somebody's data, or a copy of it that leaves the site. */
export interface Look {
  readonly action: Extract<AuditAction, 'response.read' | 'evidence.read' | 'result.read' | 'plan.read'>;
  readonly establishmentId: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly reason?: string | null;
}

const shortestReason = 5;
const longestReason = 500;

/** A reason as it is kept. Throws reasonNeeded when it says nothing or too much. */
export const wholeReason = (given: string): string => {
  const reason = given.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (reason.length < shortestReason || reason.length > longestReason)
    throw accessProblem('reasonNeeded', { min: shortestReason, max: longestReason }, 'reason');
  return reason;
};

/**
 * Writes down that somebody looked at an establishment's data. Called before the data is handed out: what cannot be written down is not
 * shown. A respondent who looks at its own answers is not written down, unless the act is one that always is.
 */
export const recordLook = async (site: Site, actor: AuditActor, look: Look): Promise<void> => {
  await site.store.auditEntries.add({
    id: site.random.uuid(),
    at: site.clock.now(),
    actor,
    action: look.action,
    establishmentId: look.establishmentId,
    subject: look.subject,
    facts: look.facts ?? {},
    ...(look.reason === undefined || look.reason === null ? {} : { reason: wholeReason(look.reason) }),
  });
};

/**
 * Writes down that raw answers leave the site, and why: without a reason there is no export. `facts` say how many rows, of what.
 * Throws the Problem reasonNeeded.
 */
export const recordExport = async (
  site: Site,
  actor: AuditActor,
  exported: {
    /** Null when it concerns many. */
    readonly establishmentId: string | null;
    readonly subject: { readonly kind: string; readonly id: string };
    readonly facts: Readonly<Record<string, string | number>>;
    readonly reason: string;
  },
): Promise<void> => {
  const reason = wholeReason(exported.reason);
  await site.store.auditEntries.add({
    id: site.random.uuid(),
    at: site.clock.now(),
    actor,
    action: 'answers.export',
    establishmentId: exported.establishmentId,
    subject: exported.subject,
    facts: exported.facts,
    reason,
  });
};
