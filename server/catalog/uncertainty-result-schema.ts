import { type ZodType, z } from 'zod';
import type { InventoryUncertainty } from '../domain/uncertainty/assess-uncertainty.js';
import type { QualitySummary } from '../domain/uncertainty/quality-of-lines.js';

const text = z.string();
const share = z.number();
const gas = text.describe('A gas by its id, or CO2eq.');
const method = z.enum(['location', 'market']).nullable();
const confidence = z.enum(['read-in-original', 'read-in-copy', 'two-copies', 'derived', 'recalled']);
const quality = z.enum(['metered', 'billed', 'estimated', 'convertedFromMoney', 'imputed']);
const tier = z.literal([1, 2, 3]);

const value = {
  value: z.number(),
  approach1: z
    .strictObject({
      percent: z.number().describe('Half of the interval.'),
      lower: z.number(),
      upper: z.number(),
      withinLimits: z.boolean().describe('False beyond a coefficient of variation of 0.3: then use approach2.'),
    })
    .nullable()
    .describe('95 % interval by error propagation; null where no uncertainty is known, which is not zero.'),
  approach2: z
    .strictObject({ lower: z.number(), upper: z.number(), mean: z.number(), standardDeviation: z.number() })
    .nullable()
    .describe('95 % interval by drawing.'),
  coverage: z
    .strictObject({ complete: share, partial: share, none: share })
    .nullable()
    .describe('Shares of the value by whether all, some or none of its inputs have a known uncertainty; null of nothing.'),
};

const sum = z.strictObject({ ...value, byGas: z.array(z.strictObject({ gas, ...value })).nullable() });

/** The `uncertainty` that `calculate --uncertainty` adds. */
export const uncertaintyResult = z.strictObject({
  seed: z.int(),
  draws: z.int(),
  totals: z.strictObject({
    scope1: sum,
    scope2LocationBased: sum,
    scope2MarketBased: sum,
    scope1And2LocationBased: sum,
    scope1And2MarketBased: sum,
  }),
  biogenicCo2: z.strictObject(value),
  lines: z.array(z.strictObject({ activityDataId: text, method, gas, ...value })),
  inputs: z.array(
    z.strictObject({
      key: text,
      kind: z.enum(['factor', 'quantity']),
      factorId: text.nullable(),
      activityDataId: text.nullable(),
      basis: z.enum(['published', 'borrowed', 'notPublished', 'stated', 'quality']),
      distribution: z
        .strictObject({ shape: z.enum(['normal', 'lognormal', 'triangular', 'uniform']), lower: z.number(), upper: z.number() })
        .nullable()
        .describe('Limits as multiples of the number used; null where nothing is known.'),
      percent: z.number().nullable(),
      confidence: confidence.nullable(),
      sourceId: text.nullable(),
      locator: text.nullable(),
    }),
  ),
  measureFirst: z
    .strictObject({
      inputs: z.array(z.strictObject({ key: text, share })).describe('Shares of the known variance, largest first.'),
      activities: z.array(z.strictObject({ activityDataId: text, share })),
      unknown: z
        .array(z.strictObject({ key: text, share }))
        .describe('Inputs of unknown uncertainty, with the share of the total they touch.'),
    })
    .describe('Of Scope 1 and 2, location-based.'),
}) satisfies ZodType<InventoryUncertainty>;

/** The `dataQuality` that goes with it. */
export const dataQualityResult = z.strictObject({
  lines: z.array(
    z.strictObject({
      activityDataId: text,
      method,
      gas,
      quality: quality.nullable(),
      quantityPercent: z.number().nullable(),
      factorTier: tier,
      activityTier: tier.nullable(),
      supportedTier: tier.nullable().describe('The lower of the two; null where the quantity supports none.'),
    }),
  ),
  byQuality: z.array(z.strictObject({ key: quality.nullable(), co2eq: z.number(), share })),
  bySupportedTier: z.array(z.strictObject({ key: tier.nullable(), co2eq: z.number(), share })),
}) satisfies ZodType<QualitySummary>;
