/**
 * What answers may be used for: the statistics, the report of the establishment itself, finding support programs for it, and looking at
 * it by another ministry. Each is agreed to by itself; none follows from another.
 */
export type Use = 'statistics' | 'ownReport' | 'programMatching' | 'ministrySharing';

export const uses: readonly Use[] = ['statistics', 'ownReport', 'programMatching', 'ministrySharing'];

/** What can be taken back. Statistics are made under the law; an answer to them is a duty. */
export type Withdrawable = Exclude<Use, 'statistics'>;

export const withdrawable: readonly Withdrawable[] = ['ownReport', 'programMatching', 'ministrySharing'];

/** Whether each use is allowed. */
export type Uses = Readonly<Record<Use, boolean>>;

export const noUses: Uses = { statistics: false, ownReport: false, programMatching: false, ministrySharing: false };
