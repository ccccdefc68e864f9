import { genesis, hashOf } from '../persistence/audit-chain.js';
import type { AuditHead, LyingEntry } from '../persistence/audit-entries.js';
import type { AuditFindingCode } from '../presentation/words/en/audit.js';
import type { Site } from '../site.js';

/** One thing that is wrong with the audit log. */
export interface AuditFinding {
  readonly code: AuditFindingCode;
  /** Number of the entry, or of the first that is missing; null where it has none. */
  readonly seq: number | null;
  /** What the finding names besides: the last missing number, the id of an entry, the anchored number. */
  readonly detail: string;
}

/** What a look through the whole log found. It is sound without findings. */
export interface AuditVerdict {
  readonly entries: number;
  readonly head: AuditHead | null;
  readonly anchored: AuditHead | null;
  readonly findings: readonly AuditFinding[];
  /** Numbers of the entries at which the log was anchored anew or its beginning was removed by retention: for the auditor to know of. */
  readonly milestones: readonly {
    readonly seq: number;
    readonly action: 'audit.prune' | 'audit.anchor';
    readonly at: Date;
    readonly reason: string | null;
  }[];
}

/** More than this many are counted, not listed: one cut makes one finding, but a rewritten log may make thousands. */
const listedAtMost = 100;

interface Pruned {
  readonly through: number;
  readonly throughHash: string;
}

const prunedBy = ({ action, facts }: LyingEntry): Pruned | null => {
  const { through, throughHash } = (facts ?? {}) as Readonly<Record<string, unknown>>;
  return action === 'audit.prune' && typeof through === 'number' && typeof throughHash === 'string' ? { through, throughHash } : null;
};

/** Looks at every entry in its order and collects what does not hold. */
class Walk {
  readonly findings: AuditFinding[] = [];
  readonly milestones: AuditVerdict['milestones'][number][] = [];
  readonly prunes: Pruned[] = [];
  readonly hashes = new Map<number, string>();
  entries = 0;
  first: { readonly seq: number; readonly prev: unknown } | null = null;
  last: AuditHead | null = null;

  constructor(readonly wanted: ReadonlySet<number>) {}

  note(code: AuditFinding['code'], seq: number | null, detail = ''): void {
    if (this.findings.length < listedAtMost) this.findings.push({ code, seq, detail });
  }

  step(entry: LyingEntry): void {
    this.entries++;
    const { seq, prev, hash } = entry;
    if (typeof seq !== 'number' || !Number.isInteger(seq) || seq < 1 || typeof hash !== 'string') {
      this.note('outside', null, String(entry._id));
      return;
    }
    const before = this.last;
    if (before === null) this.first = { seq, prev };
    else if (seq === before.seq) this.note('twice', seq, String(entry._id));
    else if (seq > before.seq + 1) this.note('missing', before.seq + 1, String(seq - 1));
    else if (prev !== before.hash) this.note('unlinked', seq);
    const right = hashOf(entry);
    if (right !== hash) this.note('changed', seq);
    const pruned = prunedBy(entry);
    if (pruned !== null) this.prunes.push(pruned);
    if (entry.action === 'audit.prune' || entry.action === 'audit.anchor')
      this.milestones.push({ seq, action: entry.action, at: entry.at as Date, reason: (entry.reason ?? null) as string | null });
    if (this.wanted.has(seq)) this.hashes.set(seq, hash);
    this.last = { seq, hash };
  }

  /** The first entry there is must be the first there was, or stand behind what an entry of retention says it removed. */
  checkStart(): void {
    if (this.first === null) return;
    const { seq, prev } = this.first;
    if (seq === 1) {
      if (prev !== genesis) this.note('unlinked', 1);
      return;
    }
    const covering = this.prunes.filter(({ through }) => through >= seq - 1);
    if (covering.length === 0) this.note('startCut', 1, String(seq - 1));
    for (const { through, throughHash } of covering.filter((pruned) => pruned.through === seq - 1))
      if (prev !== throughHash) this.note('pruneMismatch', through);
  }

  checkAnchor(anchored: AuditHead | null): void {
    if (anchored === null) {
      if (this.last !== null) this.note('anchorMissing', null);
      return;
    }
    if (this.last === null || this.last.seq < anchored.seq) this.note('tailCut', (this.last?.seq ?? 0) + 1, String(anchored.seq));
    else if (this.hashes.get(anchored.seq) !== anchored.hash) this.note('anchorMismatch', anchored.seq);
  }
}

/**
 * Looks through the whole audit log: finds an entry that was changed, removed, put in or moved, a beginning or an end that was cut off,
 * and a log that was written anew past its anchor. Works beside a running site.
 * @param readAnchor reads the head outside of the database; what it throws is a finding
 */
export const verifyAudit = async ({ store }: Pick<Site, 'store'>, readAnchor: () => Promise<AuditHead | null>): Promise<AuditVerdict> => {
  // Read before the log: what is appended meanwhile can only make the log longer than the anchor says.
  let anchored: AuditHead | null = null;
  let unreadable: string | null = null;
  try {
    anchored = await readAnchor();
  } catch (error) {
    unreadable = error instanceof Error ? error.message : String(error);
  }
  const walk = new Walk(new Set(anchored === null ? [] : [anchored.seq]));
  for await (const entry of store.auditEntries.lying()) walk.step(entry);
  walk.checkStart();
  if (unreadable === null) walk.checkAnchor(anchored);
  else walk.note('anchorUnreadable', null, unreadable);
  const { entries, last, findings, milestones } = walk;
  return { entries, head: last, anchored, findings, milestones };
};
