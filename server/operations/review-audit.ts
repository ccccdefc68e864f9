import type { AuditLink } from '../persistence/audit-entries.js';
import { siteProblem } from '../problem/site-problems.js';
import type { Site } from '../site.js';
import { type AuditKind, auditKinds } from './audit-kinds.js';

/** Acts of one kind by one actor on one establishment, or from one network. */
export interface Group {
  readonly who: string;
  readonly establishmentId: string | null;
  readonly from: string | null;
  readonly action: string;
  readonly count: number;
  readonly last: Date;
}

/** What a month of the audit log holds for whoever has to review it. */
export interface AuditReview {
  /** YYYY-MM. */
  readonly month: string;
  readonly from: Date;
  readonly before: Date;
  readonly total: number;
  readonly looks: readonly Group[];
  readonly exports: readonly AuditLink[];
  readonly exportsWithoutReason: number;
  readonly failures: readonly Group[];
  readonly rights: readonly AuditLink[];
  readonly log: readonly AuditLink[];
  readonly counts: readonly { readonly action: string; readonly count: number }[];
}

/** "2026-11" -> its first moment and that of the next month, in Korea. Throws the Problem monthWrong. */
const bounds = (month: string): readonly [Date, Date] => {
  const [, year, number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  if (year === undefined || number === undefined) throw siteProblem('monthWrong', { month }, 'month');
  // Korea is nine hours ahead all year round.
  const start = (monthIndex: number) => new Date(Date.UTC(Number(year), monthIndex, 1, -9));
  return [start(Number(number) - 1), start(Number(number))];
};

/** Who did it, as far as the log says: the account where there is one, else the role. */
export const actorName = ({ actor: { role, accountId } }: Pick<AuditLink, 'actor'>): string =>
  // Entries of an older version name no account.
  typeof accountId === 'string' ? `${role} ${accountId}` : role;

const grouped = (entries: readonly AuditLink[], keyOf: (entry: AuditLink) => string): readonly Group[] => {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const { establishmentId, action, at, actor } = entry;
    const count = (groups.get(key)?.count ?? 0) + 1;
    groups.set(key, { who: actorName(entry), establishmentId, from: actor.from ?? null, action, count, last: at });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || (a.who < b.who ? -1 : 1));
};

/** The monthly review of the audit log. Throws the Problem monthWrong. */
export const reviewAudit = async ({ store }: Pick<Site, 'store'>, month: string): Promise<AuditReview> => {
  const [from, before] = bounds(month);
  const byKind = new Map<AuditKind, AuditLink[]>();
  const counts = new Map<string, number>();
  let total = 0;
  for await (const entry of store.auditEntries.between(from, before)) {
    total++;
    counts.set(entry.action, (counts.get(entry.action) ?? 0) + 1);
    const kind = auditKinds[entry.action];
    // What a respondent does with its own answers is counted, not listed.
    if (kind === 'read' && entry.actor.role === 'respondent') continue;
    byKind.set(kind, [...(byKind.get(kind) ?? []), entry]);
  }
  const of = (kind: AuditKind): readonly AuditLink[] => byKind.get(kind) ?? [];
  const exports = of('export');
  return {
    month,
    from,
    before,
    total,
    looks: grouped(of('read'), (entry) => JSON.stringify([actorName(entry), entry.establishmentId, entry.action])),
    exports,
    exportsWithoutReason: exports.filter(({ reason }) => reason === null || reason === undefined).length,
    failures: grouped(of('signInFailed'), (entry) => JSON.stringify([entry.actor.from, entry.action])),
    rights: of('rights'),
    log: of('log'),
    counts: [...counts].map(([action, count]) => ({ action, count })).sort((a, b) => (a.action < b.action ? -1 : 1)),
  };
};
