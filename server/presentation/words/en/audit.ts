/** What can be wrong with the audit log. */
export type AuditFindingCode =
  | 'outside'
  | 'startCut'
  | 'missing'
  | 'twice'
  | 'changed'
  | 'unlinked'
  | 'pruneMismatch'
  | 'tailCut'
  | 'anchorMissing'
  | 'anchorUnreadable'
  | 'anchorMismatch';

type Finding = (seq: number | null, detail: string) => string;
type Milestone = (seq: number, at: string, reason: string) => string;

const findings: Readonly<Record<AuditFindingCode, Finding>> = {
  outside: (_seq, detail) => `an entry stands outside of the chain: ${detail}`,
  startCut: (_seq, detail) =>
    `the beginning was cut off: entries 1 to ${detail} are missing, and no entry says that retention removed them`,
  missing: (seq, detail) => `entries were deleted: ${seq} to ${detail}`,
  twice: (seq, detail) => `there are two entries ${seq}: ${detail}`,
  changed: (seq) => `entry ${seq} was changed`,
  unlinked: (seq) => `entry ${seq} does not go on from the one before: something was put in or moved`,
  pruneMismatch: (seq) => `the entry about removing up to ${seq} does not go with the first entry that remains`,
  tailCut: (seq, detail) => `the end was cut off: entries ${seq} to ${detail} are missing`,
  anchorMissing: () => 'the anchor outside of the database is missing, so it cannot be told whether the end was cut off',
  anchorUnreadable: (_seq, detail) => `the anchor outside of the database cannot be read: ${detail}`,
  anchorMismatch: (seq) => `entry ${seq} is not what was written down outside of the database: the log was written anew`,
};

const milestones: Readonly<Record<'audit.prune' | 'audit.anchor', Milestone>> = {
  'audit.prune': (seq, at, reason) => `note: entry ${seq} (${at}) removed what was older than its retention. Reason: ${reason}`,
  'audit.anchor': (seq, at, reason) => `note: entry ${seq} (${at}) anchored the log anew. Reason: ${reason}`,
};

/** English words of the audit log: what a look through it found, and the monthly review. */
export const auditWords = {
  sound: (entries: number, seq: number): string => `The audit log is sound: ${entries} entries, the last is number ${seq}.`,
  empty: 'The audit log is empty.',
  anchored: (seq: number): string => `The last number written down outside of the database: ${seq}.`,
  unsound: (count: number): string => `The audit log is not sound (${count} findings).`,
  findings,
  milestones,
  review: {
    title: (month: string): string => `Review of the audit log ${month}`,
    period: (from: string, to: string): string => `Period: from ${from} until before ${to} (Korea time)`,
    total: (count: number): string => `${count} entries`,
    none: 'none',
    sections: {
      looks: 'Who looked at whose data',
      exports: 'Exports of raw answers, and why',
      failures: 'Sign-ins that failed',
      rights: 'Changes of rights and invitations',
      log: 'Changes of the log itself',
      counts: 'Entries by action',
    },
    look: (who: string, whose: string, action: string, count: number, last: string): string =>
      `${who} -> establishment ${whose}: ${action} ${count} times, last ${last}`,
    act: (at: string, who: string, action: string, whose: string, from: string, reason: string): string =>
      `${at} ${who} ${action} ${whose} ${from} reason: ${reason}`,
    failure: (from: string, action: string, count: number, last: string): string => `${from}: ${action} ${count} times, last ${last}`,
    count: (action: string, count: number): string => `${action}: ${count}`,
    noReason: '(none given)',
    nobody: '-',
    missingReasons: (count: number): string => `Attention: ${count} exports without a reason`,
  },
};
