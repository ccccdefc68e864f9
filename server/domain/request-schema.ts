import { type Category, categories } from './categories.js';
import type { Vocabulary } from './factor-data.js';
import { earliestYear, type Field, largestQuantity, longestText } from './field.js';
import { activityFields, requestFields } from './request-shape.js';

/** A JSON Schema, as data. */
export type JsonSchema = { readonly [key: string]: unknown };

const anyActivity: JsonSchema = { oneOf: categories.map((category) => ({ $ref: `#/$defs/${category}` })) };

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
    case 'percentage':
      return { type: 'number', minimum: 0, maximum: 100 };
    case 'day':
      return { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
    case 'boolean':
      return { type: 'boolean' };
    case 'activity':
      return anyActivity;
    case 'year':
      return { type: 'integer', minimum: earliestYear, maximum: 9999 };
    case 'number':
      return {
        type: 'number',
        ...(field.least === undefined ? {} : { minimum: field.least }),
        ...(field.most === undefined ? {} : { maximum: field.most }),
      };
    case 'choice':
      return { type: 'string', enum: field.choices?.(vocabulary) ?? [] };
    case 'words':
      return { type: 'array', items: { type: 'string', enum: field.choices?.(vocabulary) ?? [] } };
    case 'object':
      return objectSchema(field.fields ?? [], vocabulary);
    case 'list':
      return { type: 'array', ...(field.most === undefined ? {} : { maxItems: field.most }), items: entrySchema(field, vocabulary) };
  }
};

/** Without fields of its own, the entries of a list are activities. */
const entrySchema = ({ fields }: Field, vocabulary: Vocabulary): JsonSchema =>
  fields === undefined ? anyActivity : objectSchema(fields, vocabulary);

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

/** The activities a schema refers to. */
const activityDefinitions = (vocabulary: Vocabulary): JsonSchema => ({
  $defs: Object.fromEntries(categories.map((category) => [category, activitySchema(category, vocabulary)])),
});

/**
 * The JSON Schema of an input, from the same fields its reader goes by. It says what may stand where; what JSON Schema cannot say
 * (ids that repeat, units that do not fit a fuel, years outside a set, digits) the reader adds.
 */
export const inputSchema = (title: string, description: string, fields: readonly Field[], vocabulary: Vocabulary): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title,
  description,
  ...objectSchema(fields, vocabulary),
  ...activityDefinitions(vocabulary),
});

/** The JSON Schema of a request. */
export const requestSchema = (vocabulary: Vocabulary): JsonSchema =>
  inputSchema(
    'Onsil activity data',
    'Input of `npx --no onsil calculate`: what an establishment used in a reporting year.',
    requestFields,
    vocabulary,
  );
