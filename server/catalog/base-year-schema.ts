import { type ZodType, z } from 'zod';
import { baseYearFindingCodes } from '../domain/base-year/base-year-finding.js';
import { triggers } from '../domain/base-year/base-year-request.js';
import type { BaseYearResult } from '../domain/base-year/recalculate.js';

const text = z.string();
const emissions = z.strictObject({ scope1: z.number(), scope2: z.number(), total: z.number() });
const percent = z.number().nullable();

const trend = z
  .strictObject({
    points: z.array(z.strictObject({ year: z.int(), value: z.number(), change: z.number(), percent })),
    annualPercent: percent.describe('The even rate a year from the base year to the last one.'),
  })
  .nullable();

const result = z
  .strictObject({
    baseYear: z.int(),
    threshold: z.strictObject({ percent: z.number(), basis: z.enum(['given', 'default']) }),
    series: z.array(
      z.strictObject({
        year: z.int(),
        asReported: emissions,
        recalculated: emissions.nullable().describe('Null where the effect of a change on the year is not known.'),
        changes: z.array(text).describe('The changes computed into it.'),
      }),
    ),
    decisions: z.array(
      z.strictObject({
        id: text,
        year: z.int(),
        trigger: z.enum(triggers),
        reason: text,
        decision: z.enum(['recalculated', 'laterYears', 'belowThreshold', 'never']),
        effectOnBaseYear: emissions,
        percent,
        cumulativePercent: percent,
        baseYearBefore: emissions,
        baseYearAfter: emissions,
      }),
    ),
    intensities: z.array(
      z.strictObject({
        year: z.int(),
        per: z.enum(['product', 'worker', 'sales']),
        name: text.nullable(),
        value: z.number(),
        unit: text,
      }),
    ),
    trends: z.strictObject({ asReported: trend, recalculated: trend }),
    findings: z.array(z.strictObject({ code: z.enum(baseYearFindingCodes), id: text, en: text, ko: text })),
  })
  .describe('Output of `npx --no onsil base-year`: emissions in tCO2eq, nothing rounded.') satisfies ZodType<BaseYearResult>;

/** The JSON Schema of what `base-year` writes. */
export const baseYearSchema = (): Readonly<Record<string, unknown>> => ({ ...z.toJSONSchema(result), title: 'Onsil base year' });
