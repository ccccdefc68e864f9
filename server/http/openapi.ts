import { type ZodType, z } from 'zod';
import type { InputLimits } from '../operations/compute-lines.js';
import { type CalculationExample, calculationExamples, calculationSchemas } from '../operations/describe-calculation.js';
import type { Site } from '../site.js';
import { type ProblemDocument, problemMediaType } from './problem-document.js';

type Json = Readonly<Record<string, unknown>>;

const text = z.string();
const fault = z.strictObject({
  field: text.describe('Path of the culprit within the request, such as "activityData[1].unit"; "input" when it is the whole.'),
  code: text.describe('camelCase; the same for the same mistake.'),
  en: text,
  ko: text,
});

const problemSchema = z
  .strictObject({
    type: text.describe('urn:onsil:problem: and the code.'),
    title: text,
    status: z.int(),
    detail: text.describe('English | Korean.'),
    instance: text.describe('The number of the request, as in the header X-Request-Id.'),
    ...fault.shape,
    errors: z.array(fault).min(1).describe('Every fault that was found.'),
  })
  .describe(
    'An error (RFC 9457) in English and in Korean. `field`, `code`, `en` and `ko` are those of the first entry of `errors`.',
  ) satisfies ZodType<ProblemDocument>;

/** A schema with its definitions moved to the components of the document, where references into it lead. */
const rehomed = (name: string, { $schema: _dialect, $defs = {}, ...schema }: Json): Record<string, Json> => {
  const moved = Object.entries({
    [name]: schema,
    ...Object.fromEntries(Object.entries($defs as Json).map(([key, value]) => [`${name}.${key}`, value])),
  });
  return Object.fromEntries(
    moved.map(([key, value]) => [key, JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', `"#/components/schemas/${name}.`)) as Json]),
  );
};

const ref = (kind: 'schemas' | 'responses', name: string): Json => ({ $ref: `#/components/${kind}/${name}` });
const mebibytes = (bytes: number): string => `${bytes / 1024 / 1024} MiB`;

const named = (examples: readonly CalculationExample[], value: (example: CalculationExample) => unknown): Json =>
  Object.fromEntries(examples.map((example) => [example.name, { summary: example.summary, value: value(example) }]));

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
const answerOf = ({ answer }: CalculationExample): unknown => ('inventory' in answer ? answer.inventory : answer);

const problemResponse = (description: string): Json => ({
  description,
  content: { [problemMediaType]: { schema: ref('schemas', 'Problem') } },
});

const problems: Readonly<Record<string, string>> = {
  400: 'What was sent cannot be read as a request: no JSON, an unknown key, a number that is not one. `errors` names every fault.',
  403: 'A browser sent it from a page of another site.',
  413: 'Too large: see the limits.',
  415: 'Another media type or charset, or a compressed body.',
  422: 'Every word is known, but they do not go together: a unit that does not measure the fuel, a year outside the factor set.',
  500: 'A failure of ours; the number of the request finds it in the log.',
  503: 'A request that brings a session cannot be looked up, because the store is away; one without is not asked of it.',
};

const pathOf = (path: string, examples: readonly CalculationExample[], limits: InputLimits): Json => ({
  [path]: {
    post: {
      operationId: 'calculateInventory',
      summary: 'Computes the greenhouse gas inventory of one request, or of one request per line',
      description: [
        'Scope 1 and Scope 2 emissions, energy, and how each number came about. Nothing is kept; the same request and data give the same bytes.',
        `One request (application/json) holds at most ${mebibytes(limits.whole)}.`,
        `A stream (application/x-ndjson) holds one request per line of at most ${mebibytes(limits.line)} and any number of lines; line n of the answer answers line n, an inventory or the errors of that line, and the status stays 200.`,
        'Read the answers while sending: the site takes in no more than it can hand out. A request must be sent within 60 seconds; longer streams go into several.',
        'Numbers are read from their text: minus zero, digits that reading would change, whole numbers of more than 15 digits, numbers that are not finite, keys that repeat are refused.',
      ].join('\n'),
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: ref('schemas', 'Request'), examples: named(examples, ({ request }) => request) },
          'application/x-ndjson': {
            schema: { type: 'string', description: 'One Request per line, UTF-8.' },
            example: examples.map(({ request }) => line(request)).join(''),
          },
        },
      },
      responses: {
        200: {
          description: 'The inventory, or one line per line that was sent.',
          content: {
            'application/json': {
              schema: ref('schemas', 'Inventory'),
              examples: named(
                examples.filter(({ answer }) => 'inventory' in answer),
                answerOf,
              ),
            },
            'application/x-ndjson': {
              schema: { type: 'string', description: 'One Inventory or one RefusedLine per line.' },
              example: examples.map((example) => line(answerOf(example))).join(''),
            },
          },
        },
        ...Object.fromEntries(Object.keys(problems).map((status) => [status, ref('responses', `Problem${status}`)])),
      },
    },
  },
});

/** The OpenAPI 3.1 document of the interface, from the schemas the calculation itself goes by. */
export const openApiDocument = (site: Site, calculatePath: string, limits: InputLimits): Json => {
  const { request, inventory, refusal } = calculationSchemas(site);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Onsil',
      version: '1',
      summary: 'Greenhouse gas inventories of establishments in Korea',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [],
    paths: {
      ...pathOf(calculatePath, calculationExamples(site), limits),
      '/api/v1/openapi.json': {
        get: {
          operationId: 'describeInterface',
          summary: 'This document',
          responses: { 200: { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } } },
        },
      },
    },
    components: {
      schemas: {
        ...rehomed('Request', request),
        ...rehomed('Inventory', inventory),
        ...rehomed('RefusedLine', refusal),
        ...rehomed('Problem', z.toJSONSchema(problemSchema)),
      },
      responses: Object.fromEntries(
        Object.entries(problems).map(([status, description]) => [`Problem${status}`, problemResponse(description)]),
      ),
    },
  };
};
