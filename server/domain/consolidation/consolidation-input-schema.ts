import type { Vocabulary } from '../factor-data.js';
import { inputSchema, type JsonSchema } from '../request-schema.js';
import { consolidationFields } from './consolidation-fields.js';

/** The JSON Schema of the input of `consolidate`. */
export const consolidationInputSchema = (vocabulary: Vocabulary): JsonSchema =>
  inputSchema(
    'Onsil group of establishments',
    'Input of `npx --no onsil consolidate`: organizations, establishments and meters, what they sell to each other and what they share.',
    consolidationFields,
    vocabulary,
  );
