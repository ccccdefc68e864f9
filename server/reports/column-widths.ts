/**
 * Widths of the columns of a table: shares of the width by weight, but no column narrower than what it needs as long as others can give.
 * @param weights relative shares
 * @param needs   least widths, in points
 * @returns widths in points that add up to `width`
 */
export const columnWidths = (width: number, weights: readonly number[], needs: readonly number[]): readonly number[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const needed = needs.reduce((sum, need) => sum + need, 0);
  // Even the least widths are too much: share the lack by need, words will be cut.
  if (needed >= width) return needs.map((need) => (need * width) / needed);
  const widths = weights.map((weight) => (weight * width) / total);
  const lacking = widths.map((own, at) => Math.max(0, (needs[at] ?? 0) - own));
  const spare = widths.map((own, at) => Math.max(0, own - (needs[at] ?? 0)));
  const lack = lacking.reduce((sum, one) => sum + one, 0);
  const available = spare.reduce((sum, one) => sum + one, 0);
  return widths.map((own, at) => own + (lacking[at] ?? 0) - (available === 0 ? 0 : ((spare[at] ?? 0) * lack) / available));
};
