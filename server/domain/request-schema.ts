import { type Category, categories } from './categories.js';
import type { Vocabulary } from './factor-data.js';
import { earliestYear, type Field, largestQuantity, longestText } from './field.js';
import { activityFields, requestFields } from './request-shape.js';

/** A JSON Schema, as data. */
export type JsonSchema = { readonly [key: string]: unknown };

const valueSchema = (field: Field, vocabulary: Vocabulary): JsonSchema => {
  switch (field.kind) {
    case 'text':
      return { type: 'string', minLength: 1, maxLength: longestText, pattern: '\\S' };
    case 'quantity':
      return { type: 'number', minimum: 0, maximum: largestQuantity };
    case 'positive':
      return { type: 'number', exclusiveMinimum: 0, maximum: largestQuantity };
    case 'share':
      return { type: 'number', minimum: 0, maximum: 1 };
    case 'year':
      return { type: 'integer', minimum: earliestYear, maximum: 9999 };
    case 'choice':
      return { type: 'string', enum: field.choices?.(vocabulary) ?? [] };
    case 'object':
      return objectSchema(field.fields ?? [], vocabulary);
    case 'list':
      return { type: 'array', ...(field.most === undefined ? {} : { maxItems: field.most }), items: entrySchema(field, vocabulary) };
  }
};

/** Without fields of its own, the entries of a list are activities. */
const entrySchema = ({ fields }: Field, vocabulary: Vocabulary): JsonSchema =>
  fields === undefined ? { oneOf: categories.map((category) => ({ $ref: `#/$defs/${category}` })) } : objectSchema(fields, vocabulary);

const objectSchema = (fields: readonly Field[], vocabulary: Vocabulary): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(fields.map((field) => [field.key, { description: field.en, ...valueSchema(field, vocabulary) }])),
  required: fields.filter((field) => field.required).map((field) => field.key),
  additionalProperties: false,
});

const activitySchema = (category: Category, vocabulary: Vocabulary): JsonSchema => {
  const schema = objectSchema(activityFields(category), vocabulary);
  return { ...schema, properties: { ...(schema.properties as JsonSchema), category: { const: category } } };
};

/**
 * The JSON Schema of a request, from the same fields the reader goes by. It says what may stand where; what JSON Schema cannot say
 * (ids that repeat, units that do not fit a fuel, years outside a set, digits) the reader adds.
 */
export const requestSchema = (vocabulary: Vocabulary): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Onsil activity data',
  description: 'Input of `npx --no onsil calculate`: what an establishment used in a reporting year.',
  ...objectSchema(requestFields, vocabulary),
  $defs: Object.fromEntries(categories.map((category) => [category, activitySchema(category, vocabulary)])),
});
