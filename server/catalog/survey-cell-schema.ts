import { z } from 'zod';
import { said } from './schema-faults.js';
import { expression, origin, questionId } from './survey-fields.js';

const share = z.number().gt(0).lt(1);
const range = z
  .strictObject({
    /** How the industry code begins; left out: every industry. */
    industry: z
      .string()
      .regex(/^\d{1,5}$/)
      .optional(),
    low: z.number().nonnegative(),
    middle: z.number().positive().optional(),
    high: z.number().positive(),
    origin,
  })
  .refine(
    ({ low, middle, high }) => low < high && (middle === undefined || (low <= middle && middle <= high)),
    said('needs low <= middle <= high', 'low, middle, high 순으로 커야 합니다'),
  );

/** What is compared within a cell of industry and size. Unknown keys are refused. */
export const cellStatistics = z.strictObject({
  leastAnswers: z.int().min(10),
  industryDigits: z.int().min(1).max(5),
  measures: z.array(
    z.strictObject({
      id: questionId,
      /** Either an expression, or terms that are added up as far as their questions stand on the form. */
      value: expression.optional(),
      terms: z
        .array(
          z.strictObject({
            question: questionId,
            /** By the unit, what the quantity in it is multiplied by; the first unit counts that the answer can be converted to. */
            units: z.record(z.string(), z.number().positive()),
          }),
        )
        .min(1)
        .optional(),
      /** What the terms are divided by. */
      per: expression.optional(),
      quantiles: z
        .strictObject({ low: share, high: share })
        .refine(({ low, high }) => low < high, said('low must be below high', 'low가 high보다 작아야 합니다')),
      ranges: z.array(range).default([]),
    }),
  ),
  changes: z.strictObject({
    u: z.number().min(0).max(1),
    a: z.number().min(0),
    c: z.strictObject({ ask: z.number().positive(), report: z.number().positive() }),
    quantities: z.array(z.strictObject({ question: questionId, unit: z.string() })),
  }),
});

export type CellStatisticsRecord = z.infer<typeof cellStatistics>;
