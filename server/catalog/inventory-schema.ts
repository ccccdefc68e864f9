import { type ZodType, z } from 'zod';
import { categories } from '../domain/categories.js';
import { dataQualities } from '../domain/data-quality.js';
import type { Inventory } from '../domain/inventory.js';
import { dataQualityResult, uncertaintyResult } from './uncertainty-result-schema.js';

const text = z.string();
const words = z.strictObject({ en: text, ko: text });
const gwp = z.enum(['SAR', 'AR4', 'AR5', 'AR6']);
const category = z.enum(categories);

const factorUse = z.strictObject({
  role: text,
  factorId: text,
  value: z.number(),
  unit: text,
  match: z.enum(['exact', 'own', 'older-year', 'other-revision', 'broader-fuel', 'other-country']),
  confidence: z.enum(['read-in-original', 'read-in-copy', 'two-copies', 'derived', 'recalled']).nullable(),
  sourceId: text,
  locator: text,
});

const trace = z.strictObject({
  equation: text,
  substituted: text,
  inputs: z.array(z.strictObject({ symbol: text, value: z.number(), unit: text, en: text, ko: text })),
  factors: z.array(factorUse),
  tier: z.literal([1, 2, 3]),
  catalogHash: text,
  notes: z.array(words),
});

const said = { code: text, en: text, ko: text };
const choice = z.strictObject({
  role: text,
  factorId: text,
  match: factorUse.shape.match,
  rule: z.strictObject(said),
  fallback: z.boolean().describe('A way out, because the factor asked for does not exist.'),
  runnersUp: z.array(z.strictObject({ ...said, factorId: text })).describe('Records that also exist, and why they were not taken.'),
});

const line = z.strictObject({
  activityDataId: text,
  category,
  scope: z.literal([1, 2]).nullable().describe('Null for what stands outside the scopes: biogenic CO2, gases of the Montreal Protocol.'),
  method: z.enum(['location', 'market']).nullable(),
  gas: text.describe('A gas of emission-factors/gases.yaml, or CO2eq where the value has no split by gas.'),
  tonnes: z.number().nullable().describe('Tonnes of the gas; null for CO2eq.'),
  co2eq: z.number(),
  biogenic: z.boolean(),
  montrealProtocol: z.boolean().describe('Reported beside every total, never in it.'),
  part: text.nullable().describe('The part of the activity the line is of; null where it was not split.'),
  quality: z.enum(dataQualities).nullable().describe('How the quantity came to be known; null where the activity does not say.'),
  trace,
  choices: z.array(choice).optional().describe('With --explain: one for each factor of the trace, in its order.'),
});

const part = z
  .strictObject({ id: text, en: text, ko: text, quantity: z.number(), unit: text, counted: z.boolean() })
  .describe('A part of an activity, in its unit; the parts sum to the whole. `counted`: whether it is in the emissions.');

const gasTotals = z.strictObject({
  co2eq: z.number(),
  co2: z.number().nullable().describe('Tonnes without biogenic CO2; null once a value without a split by gas is in the total.'),
  ch4: z.number().nullable(),
  n2o: z.number().nullable(),
  hfcs: z.number().nullable().describe('tCO2eq.'),
  pfcs: z.number().nullable().describe('tCO2eq.'),
  sf6: z.number().nullable(),
  nf3: z.number().nullable(),
});

const montrealGases = z.array(z.strictObject({ gas: text, tonnes: z.number(), co2eq: z.number() }));

const measures = {
  netTJ: z.number().nullable(),
  grossTJ: z.number().nullable(),
  toe: z.number().nullable(),
  finalTJ: z.number().nullable(),
  finalToe: z.number().nullable(),
};

/** The totals of an inventory, or of a group. */
export const totals = z.strictObject({
  scope1: gasTotals,
  scope2LocationBased: gasTotals,
  scope2MarketBased: gasTotals,
  biogenicCo2: z.number(),
  montrealGases: z.array(z.strictObject({ gas: text, tonnes: z.number(), co2eq: z.number() })),
  energy: z.strictObject(measures),
});

/** A whole inventory. */
export const inventory = z
  .strictObject({
    reportingYear: z.int(),
    sector: z.enum(['energy', 'manufacturing', 'commercial', 'residential']),
    factorSet: z
      .strictObject({
        id: z.enum(['kr-national', 'k-ets', 'ipcc-2006']),
        version: text,
        hash: text,
        gwp,
        gwpAlternatives: z.array(text).optional().describe('Records chosen in place of the defaults of that report.'),
        row: text,
      })
      .describe(
        'The set, the day its data were released, the hash of their content, and the row that served the year: `calculate --as-of` brings them back.',
      ),
    calculationVersion: z.int().describe('Of the equations of the program.'),
    totals,
    activities: z.array(z.strictObject({ activityDataId: text, category, label: words, parts: z.array(part) })),
    lines: z.array(line),
    energy: z.array(
      z.strictObject({
        activityDataId: text,
        category,
        label: words,
        factors: z
          .array(factorUse)
          .describe('The numbers the energy was computed with; empty for heat as supplied and where it is unknown.'),
        ...measures,
      }),
    ),
    warnings: z.array(z.strictObject({ code: text, activityDataId: text.nullable(), en: text, ko: text })),
    dataQuality: dataQualityResult.optional().describe('With --uncertainty.'),
    uncertainty: uncertaintyResult.optional().describe('With --uncertainty.'),
    gwpComparison: z
      .array(
        z.strictObject({
          gwp,
          chosen: z.boolean(),
          totals: z
            .strictObject({ scope1: gasTotals, scope2LocationBased: gasTotals, scope2MarketBased: gasTotals, montrealGases })
            .nullable()
            .describe('Null where the factor set does not go with these potentials.'),
          unsplit: z.array(text).describe('Activities whose published CO2eq has no split by gas: the same under every set.'),
        }),
      )
      .optional()
      .describe('With --gwp-compare.'),
  })
  .describe(
    'Output of `npx --no onsil calculate`: masses in tonnes of the gas, co2eq in tonnes, nothing rounded.',
  ) satisfies ZodType<Inventory>;

const refusal = z
  .strictObject({ errors: z.array(z.strictObject({ field: text, code: text, en: text, ko: text })).min(1) })
  .describe('With --ndjson, the line of an input that was refused.');

/** The JSON Schema of what `calculate` writes: an inventory, or with `--ndjson` the errors of a refused line. */
export const inventorySchema = (): Readonly<Record<string, unknown>> => ({
  ...z.toJSONSchema(z.union([inventory, refusal])),
  title: 'Onsil inventory',
});

/** The JSON Schemas of the two apart, for an interface that answers them in different places. */
export const answerSchemas = (): Readonly<Record<'inventory' | 'refusal', Readonly<Record<string, unknown>>>> => ({
  inventory: z.toJSONSchema(inventory),
  refusal: z.toJSONSchema(refusal),
});
