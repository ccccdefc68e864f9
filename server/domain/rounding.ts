/** Where a number is about to be printed. Inside the calculation nothing is rounded. */
export type PrintedAt = 'establishment' | 'statement';

/** Decimals that are kept. */
export const decimals = { establishment: 3, statement: 0 } as const satisfies Record<PrintedAt, number>;

/**
 * Rounds half away from zero at a decimal place, judging the number by its shortest decimal text, so that 1.005 becomes 1.01.
 * @param value   any finite number
 * @param places  decimals to keep, 0 to 15
 */
export const roundedTo = (value: number, places: number): number => {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + places}`));
  const back = Number(`${shifted}e${-places}`);
  return value < 0 && back !== 0 ? -back : back;
};

/**
 * The one rounding rule for emissions and energy at the edge: 3 decimals for an establishment, whole tonnes for a statement.
 * A printed total is the rounded exact total, not the sum of rounded parts.
 */
export const printed = (value: number, where: PrintedAt): number => roundedTo(value, decimals[where]);
