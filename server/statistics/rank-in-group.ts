/** Counted in one group from the side of one of its members. */
export interface GroupCounts {
  readonly size: number;
  /** How many have a lower value. */
  readonly lower: number;
  /** How many have the same value, the member itself included. */
  readonly equal: number;
}

/** Where a member stands, the lowest value first. */
export interface GroupRank {
  /** 1 is the lowest. Members of one value share the place of the first of them. */
  readonly rank: number;
  readonly of: number;
  /** The member and whoever has no higher value are this share of the group, in whole percent, rounded up. */
  readonly withinPercent: number;
}

/** In a smaller group a rank would say something about establishments that can be recognized. */
export const leastGroup = 10;

/** The rank of a member of a group; null where the group is too small for one. */
export const rankInGroup = ({ size, lower, equal }: GroupCounts): GroupRank | null =>
  size < leastGroup ? null : { rank: lower + 1, of: size, withinPercent: Math.ceil((100 * (lower + equal)) / size) };
