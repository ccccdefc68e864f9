/**
 * What answers may be used for: the statistics, the report of the establishment itself, finding support programs for it, and looking at
 * it by another ministry. Each is agreed to by itself; none follows from another.
 */
export type Use = 'statistics' | 'ownReport' | 'programMatching' | 'ministrySharing';

export const uses: readonly Use[] = ['statistics', 'ownReport', 'programMatching', 'ministrySharing'];
