import { z } from 'zod';
import type { Confidence } from '../domain/confidence.js';
import type { Condition } from '../planner/condition.js';
import type { Figure } from '../planner/measure.js';
import type { Source, Text } from '../planner/plan.js';
import { inLine, said } from './schema-faults.js';

/** Shapes that the records of measures and programs share. Unknown keys are refused everywhere. */
export const text = z.strictObject({ ko: z.string().min(1), en: z.string().min(1) }) satisfies z.ZodType<Text>;

export const confidence = z.enum(['read-in-original', 'read-in-copy', 'two-copies', 'derived', 'recalled']) satisfies z.ZodType<Confidence>;

export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, said('must be a day such as 2027-06-30', '2027-06-30과 같은 날짜여야 합니다'));

export const id = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9./-]*$/,
    said('must be an id of letters, digits, dots, slashes and hyphens', '영문자·숫자·점·빗금·붙임표로 된 id여야 합니다'),
  );

/** Fields of a figure, to be extended; `ordered` belongs after the extension. */
export const figureFields = {
  low: z.number().nonnegative(),
  typical: z.number().nonnegative(),
  high: z.number().nonnegative(),
  unit: z.string().min(1),
  confidence,
  endsConfidence: confidence.optional(),
  source: id,
  locator: z.string().min(1),
};

/** low <= typical <= high. */
export const ordered = (figure: { low: number; typical: number; high: number }): boolean =>
  figure.low <= figure.typical && figure.typical <= figure.high;

export const orderedMessage = said('low, typical and high must be in order', 'low, typical, high 순으로 커야 합니다');

export const figure = z.strictObject(figureFields).refine(ordered, orderedMessage) satisfies z.ZodType<Figure>;

const sizeClass = z.enum(['micro', 'small', 'medium', 'midSized', 'large']);
const industryBeginning = z
  .string()
  .regex(/^[A-U]\d{0,5}$/, said('must be a KSIC code with its section letter', '대분류 문자가 붙은 한국표준산업분류 코드여야 합니다'));
const numericFact = z.enum(['energyToe', 'siteEmissions', 'electricityMWh', 'averageSales', 'workers']);

/** One declarative condition; a closed set. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ fact: z.literal('size'), in: z.array(sizeClass).min(1) }),
    z.strictObject({ fact: z.literal('industry'), in: z.array(industryBeginning).min(1), listComplete: z.boolean().optional() }),
    z.strictObject({ fact: z.literal('rootIndustry') }),
    z.strictObject({ fact: z.literal('region'), in: z.array(z.string().regex(/^\d{2}$/)).min(1), listComplete: z.boolean().optional() }),
    z.strictObject({ fact: z.literal('complex'), is: z.boolean() }),
    z.strictObject({ fact: z.literal('complexName'), in: z.array(z.string().min(1)).min(1) }),
    z.strictObject({ fact: z.literal('equipment'), in: z.array(id).min(1), from: z.number().int().min(2).optional() }),
    z
      .strictObject({ fact: numericFact, from: z.number().nonnegative().optional(), below: z.number().positive().optional() })
      .refine(
        (range) => range.from !== undefined || range.below !== undefined,
        said('from or below is needed', 'from이나 below가 있어야 합니다'),
      ),
    z.strictObject({ fact: z.literal('notAsked'), label: text }),
    z.strictObject({ anyOf: z.array(condition).min(2) }),
  ]),
);

/** The declared sources of a package. */
export const sourcesFile = z.strictObject({
  sources: z.array(
    z.strictObject({
      id,
      title: z.string().min(1),
      titleEn: z.string().min(1),
      issuer: z.string().min(1),
      year: z.number().int().nullable(),
      address: z.string().url().nullable(),
    }),
  ),
});

/** Declared sources as the planner hands them on; the place in a source is told with each use. */
export const asSources = (file: z.infer<typeof sourcesFile>): readonly Source[] =>
  file.sources.map((source) => ({ ...source, locator: '' }));

/** Ids that occur more than once, as faults. */
export const repeated = (what: string, ids: readonly string[]): readonly string[] =>
  [...new Set(ids.filter((entry, index) => ids.indexOf(entry) !== index))].map((entry) =>
    inLine(`${what} ${entry}`, `${what} ${entry} stands twice`, `${entry}이(가) 두 번 있습니다`),
  );

/** References that are not declared, as faults. `uses` pairs the place with the id it names. */
export const dangling = (what: string, declared: Iterable<string>, uses: readonly (readonly [string, string])[]): readonly string[] => {
  const known = new Set(declared);
  return uses
    .filter(([, use]) => !known.has(use))
    .map(([place, use]) => inLine(place, `the ${what} ${use} is not declared`, `${use}을(를) 찾을 수 없습니다`));
};
