import { z } from 'zod';
import { said } from './schema-faults.js';

/** Fields that several files of an edition have. */

export const text = z.strictObject({ ko: z.string().trim().min(1), en: z.string().trim().min(1) });
export const questionId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, said('must be kebab-case, such as diesel-used', 'diesel-used와 같은 kebab-case여야 합니다'));
export const choiceId = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, said('must be letters and digits', '영문자와 숫자로 적어야 합니다'));
export const expression = z.string().trim().min(1);
export const origin = z.strictObject({
  source: z.string().min(1),
  locator: z.string().min(1),
  confidence: z.enum(['read-in-original', 'read-in-copy', 'two-copies', 'derived', 'recalled']),
});
