import type { Vocabulary } from '../factor-data.js';
import { inputSchema, type JsonSchema } from '../request-schema.js';
import { baseYearFields } from './base-year-fields.js';

/** The JSON Schema of the input of `base-year`. */
export const baseYearInputSchema = (vocabulary: Vocabulary): JsonSchema => {
  const { $defs: _activities, ...schema } = inputSchema(
    'Onsil base year',
    'Input of `npx --no onsil base-year`: the years as they were reported, and what changed since the base year.',
    baseYearFields,
    vocabulary,
  );
  return schema;
};
