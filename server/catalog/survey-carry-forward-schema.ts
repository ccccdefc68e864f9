import { z } from 'zod';
import { said } from './schema-faults.js';
import { choiceId, questionId, text } from './survey-fields.js';

const column = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z][a-z0-9]*(-[a-z0-9]+)*)?$/,
    said('must be a question, or a column as table.column', '문항이거나, 열이면 표.열이어야 합니다'),
  );

/** How the answers to earlier editions become answers to this one. Unknown keys are refused. */
export const carryForwardFile = z.array(
  z.strictObject({
    from: z.string().regex(/^[a-z0-9-]+$/),
    renamed: z.array(z.strictObject({ from: column, to: column })).default([]),
    dropped: z.array(z.strictObject({ question: questionId, why: text })).default([]),
    split: z
      .array(
        z.strictObject({
          from: questionId,
          into: z
            .array(
              z.strictObject({
                question: questionId,
                share: z.number().positive().max(1).optional(),
                choices: z.array(choiceId).min(1).optional(),
              }),
            )
            .min(2),
        }),
      )
      .default([]),
    merged: z.array(z.strictObject({ from: z.array(questionId).min(2), into: questionId })).default([]),
    units: z.array(z.strictObject({ question: questionId, from: z.string(), to: z.string(), factor: z.number().positive() })).default([]),
    choices: z.array(z.strictObject({ question: questionId, from: choiceId, to: choiceId.nullable() })).default([]),
  }),
);

export type CarryForwardRecord = z.infer<typeof carryForwardFile>[number];
