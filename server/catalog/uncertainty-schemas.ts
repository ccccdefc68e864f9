import { z } from 'zod';
import { marked, positive, text } from './record-cells.js';
import { said } from './schema-faults.js';

const limits = { shape: z.enum(['normal', 'lognormal', 'triangular', 'uniform']), lower: positive, upper: positive };

const factor = { ...marked, of: z.literal('factor'), covers: z.array(text).min(1) };

const inOrder = ({ lower, central, upper }: { lower: number; central: number; upper: number }): boolean =>
  lower <= central && central <= upper && lower < upper;

/** Limits around the value they were printed with, in its unit. */
const withLimits = z
  .strictObject({ ...factor, basis: z.enum(['published', 'borrowed']), central: positive, ...limits })
  .refine(inOrder, said('lower, central and upper must be in order', 'lower, central, upper의 순서가 맞지 않습니다'));
const withinPercent = z.strictObject({ ...factor, basis: z.enum(['published', 'borrowed']), percent: z.number().positive().max(1000) });
const without = z.strictObject({ ...factor, basis: z.enum(['convention', 'notPublished']) });

const quantity = z.strictObject({
  ...marked,
  of: z.literal('quantity'),
  quality: z.enum(['metered', 'billed', 'estimated', 'convertedFromMoney', 'imputed']),
  percent: z.number().positive().max(1000),
});

const activityTier = z.strictObject({ ...marked, of: z.literal('activityTier'), tier: z.literal([1, 2, 3]), percent: positive });

/** Limits at which something is said or done. */
export const thresholds = z.array(z.strictObject({ ...marked, en: text, ko: text, value: positive, unit: z.literal('percent') }));

export const uncertainties = z.array(z.union([withLimits, withinPercent, without, quantity, activityTier]));
