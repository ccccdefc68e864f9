import { z } from 'zod';
import { forms } from '../survey/form.js';
import { said } from './schema-faults.js';

/** How a mapping is written down. Its keys are fields of the category; `mapping-checks.ts` holds them against what the category declares. */

const text = z.strictObject({ ko: z.string().trim().min(1), en: z.string().trim().min(1) });
const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, said('must be kebab-case, such as diesel-used', 'diesel-used와 같은 kebab-case여야 합니다'));
const word = z.union([z.string().min(1), z.number(), z.boolean()]);
const expression = z.string().trim().min(1);

const answer = z.strictObject({
  from: id,
  words: z.record(z.string(), word.nullable()).optional(),
  assumed: z.record(z.string(), text).optional(),
  times: z.number().positive().optional(),
  needed: z.boolean().optional(),
});
const sum = z.strictObject({
  plus: z.array(id).min(1),
  minus: z.array(id).optional(),
  orElse: id.optional(),
  needed: z.boolean().optional(),
});
const calculated = z.strictObject({ is: expression, needed: z.boolean().optional() });

export type WordRecord = z.infer<typeof word>;
export type AnswerRecord = z.infer<typeof answer>;
export type SumRecord = z.infer<typeof sum>;
export type CalculatedRecord = z.infer<typeof calculated>;
/** An object, or with `rows` a list of the rows of a table; its fields may be bound to all of the above again. */
export interface FieldsRecord {
  readonly [field: string]: BindingRecord;
}
export type BindingRecord = WordRecord | AnswerRecord | SumRecord | CalculatedRecord | FieldsRecord | readonly FieldsRecord[];

const binding: z.ZodType<BindingRecord> = z.lazy(() => {
  const fields = z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), binding);
  return z.union([word, answer, sum, calculated, fields, z.array(fields).min(1)]);
});

/** What stands in for an unknown quantity: what was paid. */
const money = z.strictObject({
  from: id,
  price: z.union([z.string().min(1), answer]).optional(),
  vatIncluded: z.boolean().default(false),
  isEnough: z.union([z.boolean(), z.array(z.enum(forms)).min(1)]).default(false),
  contract: answer.optional(),
  voltage: answer.optional(),
  option: answer.optional(),
  contractPower: z.strictObject({ from: id }).optional(),
});

const head = { money: money.optional(), when: expression.optional(), qualityFrom: id.optional() };
const activity = z.object({ category: z.string().min(1), ...head }).catchall(binding);
const leftOut = z.strictObject({ leftOut: text, when: expression.optional() });
const one = z.union([leftOut, activity]);

/** One mapping, several of which the first counts whose `when` holds, or `none` for an amount that nothing is computed from. */
export const mapping = z.union([z.literal('none'), one, z.array(one).min(1)]);

export type MoneyRecord = z.infer<typeof money>;
export type LeftOutRecord = z.infer<typeof leftOut>;
export interface ActivityRecord {
  readonly category: string;
  readonly when?: string | undefined;
  readonly qualityFrom?: string | undefined;
  readonly money?: MoneyRecord | undefined;
}
export type MappingRecord = z.infer<typeof mapping>;
