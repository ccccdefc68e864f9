import { z } from 'zod';
import { forms } from '../survey/form.js';
import { expression, origin, questionId, text } from './survey-fields.js';

const item = { code: z.string().min(1), name: text };
const figure = { name: text, forms: z.array(z.enum(forms)).min(1).optional(), when: expression.optional() };

/** A list of indicators that others ask for, and how each is answered. */
export const indicators = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: text,
  version: text,
  trust: text,
  indicators: z
    .array(
      z.strictObject({
        ...item,
        kind: z.enum(['direct', 'extra', 'optional']),
        ofSmallFirms: z.boolean(),
        figures: z
          .array(
            z.union([z.strictObject({ ...figure, unit: text, number: expression }), z.strictObject({ ...figure, answer: questionId })]),
          )
          .min(1),
        origin,
      }),
    )
    .min(1),
  leftOut: z.array(z.strictObject({ ...item, why: text })).default([]),
});
