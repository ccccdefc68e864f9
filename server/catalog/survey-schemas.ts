import { z } from 'zod';
import { dataQualities } from '../domain/data-quality.js';
import { forms } from '../survey/form.js';
import { mapping } from './mapping-schemas.js';
import { said } from './schema-faults.js';
import { carryForwardFile } from './survey-carry-forward-schema.js';
import { cellStatistics } from './survey-cell-schema.js';
import { choiceId, expression, origin, questionId, text } from './survey-fields.js';
import { indicators } from './survey-indicators-schema.js';

/** Schemas of the files of an edition. Unknown keys are refused everywhere; a text needs both languages. */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, said('must be a day such as 2025-12-31', '2025-12-31과 같은 날짜여야 합니다'));
const missing = z.enum(['notApplicable', 'unknown', 'refused']);
const bounds = z
  .strictObject({ min: z.number().nullable(), max: z.number().nullable() })
  .refine(({ min, max }) => min === null || max === null || min < max, said('min must be below max', 'min이 max보다 작아야 합니다'));
const choice = z.strictObject({ id: choiceId, ko: z.string().min(1), en: z.string().min(1), exclusive: z.boolean().optional() });
const ofForms = z.array(z.enum(forms)).min(1);

const base = {
  id: questionId,
  code: z.string().regex(/^[A-Z]{1,3}\d+(\.\d+)?$/, said('must be a code such as D3 or D3.1', 'D3, D3.1과 같은 코드여야 합니다')),
  /** On which forms it stands; left out: on all of them. */
  forms: ofForms.optional(),
  /** The page it shares with its neighbors of the same name. */
  page: questionId.optional(),
  text,
  help: text.optional(),
  /** On every form, or on these. */
  required: z.union([z.boolean(), ofForms]).default(false),
  relevance: expression.optional(),
  missing: z.array(missing).default([]),
  carry: z.boolean().default(false),
};
const fields = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...base, ...shape });
const ofText = <Type extends string>(type: Type) => fields(type, { maxLength: z.int().positive() });
const ofChoices = <Type extends string>(type: Type) =>
  fields(type, { choices: z.array(choice).min(2).optional(), choicesFrom: z.string().optional() });
const units = z.array(z.string()).min(1);

const simple = [
  ofText('text'),
  ofText('businessNumber'),
  ofText('phone'),
  ofText('email'),
  fields('date', { between: z.strictObject({ min: day.nullable(), max: day.nullable() }) }),
  fields('yesNo', {}),
  fields('consent', { mustBeGiven: z.boolean().default(false) }),
  ofChoices('choice'),
  ofChoices('choices'),
  fields('codeList', { list: z.string(), appearance: z.enum(['search', 'select']) }),
  fields('number', { bounds, wholeNumber: z.boolean(), unitText: text.optional() }),
  fields('quantity', { units, bounds, mapping: mapping.optional() }),
  fields('money', { bounds }),
] as const;
export const simpleQuestion = z.discriminatedUnion('type', simple);
export const question = z.discriminatedUnion('type', [
  ...simple,
  fields('monthly', { units, bounds, mapping: mapping.optional() }),
  fields('table', {
    columns: z.array(simpleQuestion).min(1),
    maxRows: z.int().positive().max(1000),
    together: z.array(questionId).default([]),
    mapping: mapping.optional(),
  }),
]);

const sectionFields = {
  title: text,
  intro: text.optional(),
  relevance: expression.optional(),
  questions: z.array(question).min(1),
};
export const section = z.strictObject({ id: z.string().regex(/^[A-Z]$/), ...sectionFields });

export const edition = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  survey: z.string().regex(/^[a-z0-9-]+$/),
  title: text,
  /** What each form is called and how many minutes it takes. */
  forms: z.partialRecord(z.enum(forms), z.strictObject({ title: text, minutes: z.int().positive() })),
  referenceYear: z.int().min(2000).max(2100),
  codesAsOf: day,
  sector: z.enum(['energy', 'manufacturing', 'commercial', 'residential']),
  industryRevision: z.string().min(1),
  reviewBy: day,
  /** Files of sections in their order; `modules` stands for every file of the folder modules. */
  sections: z.array(z.string().regex(/^[a-z-]+$/)).min(1),
  profile: z.strictObject({
    name: questionId,
    industryCode: questionId,
    workers: z.array(questionId).min(1),
    region: questionId,
    inComplex: questionId,
    complex: questionId,
    unnamedComplex: z.string(),
    sales: z.array(questionId).min(1),
    consents: z.strictObject({
      statistics: questionId.nullable().default(null),
      ownReport: questionId,
      programMatching: questionId,
      ministrySharing: questionId.nullable().default(null),
    }),
    contact: z.array(questionId).default([]),
    equipment: z.strictObject({ table: questionId, kind: questionId, size: questionId, hours: questionId }),
  }),
  register: z
    .strictObject({
      name: questionId.optional(),
      businessNumber: questionId.optional(),
      region: questionId.optional(),
      address: questionId.optional(),
    })
    .default({}),
  evidenceQuality: z.record(choiceId, z.enum(dataQualities)),
  notCounted: z.strictObject({
    fuels: z.array(questionId),
  }),
});

const parameterValue = z.union([z.number(), z.string().min(1)]);
const reference = z
  .string()
  .regex(
    /^(\$[A-Za-z][A-Za-z0-9]*|[a-z][a-z0-9]*(-[a-z0-9]+)*)$/,
    said('must be a question or a parameter', '문항이나 매개변수여야 합니다'),
  );

const ruleId = z.string().regex(/^E\d{3}$/);

export const editRules = z.array(
  z.strictObject({
    id: ruleId,
    /** On which forms it is looked at; left out: on all that ask its questions. */
    forms: ofForms.optional(),
    level: z.enum(['error', 'warning', 'note']),
    label: text,
    cases: z
      .array(z.looseObject({ origin: origin.optional(), forms: ofForms.optional() }).catchall(parameterValue))
      .min(1)
      .optional(),
    /** A list of `code-lists/`: one case for each entry, with the parameters its reader gives. */
    casesFrom: z.string().optional(),
    questions: z.array(reference).min(1),
    when: expression.optional(),
    /** May be left out where the suggestion tries slips: then it holds while none of them is recognized. */
    holds: expression.optional(),
    yieldsTo: z.array(ruleId).default([]),
    values: z.record(z.string(), z.union([expression, z.number()])).default({}),
    text,
    wayOut: text,
    suggestion: z
      .discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('slips'),
          quantity: reference,
          cost: reference.optional(),
          ratio: expression,
          slips: z.array(z.string()).min(1),
          tolerance: expression.optional(),
        }),
        z.strictObject({ kind: z.literal('months'), quantity: reference, text }),
        z.strictObject({ kind: z.literal('swap'), quantity: reference, cost: reference, text }),
        z.strictObject({ kind: z.literal('put'), question: reference, part: z.string(), value: expression, text }),
      ])
      .optional(),
    origin,
  }),
);

/** A sector module: a section that concerns some establishments alone, with the rules of its own questions. */
export const module = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  /** On which forms it stands; left out: on all of them. */
  forms: ofForms.optional(),
  ...sectionFields,
  relevance: expression,
  editRules: editRules.optional(),
  /** What it tells the transition plan of equipment that the table of main equipment does not name. */
  equipment: z
    .array(z.strictObject({ kind: choiceId, size: questionId, unit: z.string().min(1), hours: questionId.optional() }))
    .min(1)
    .optional(),
});

export const slips = z.array(
  z.strictObject({
    id: z.string(),
    of: z.enum(['quantity', 'cost']),
    ratio: z.number().positive(),
    tolerance: z.number().positive().max(0.5),
    wide: z.boolean().default(false),
    units: z.strictObject({ from: z.string(), to: z.string().nullable() }).optional(),
    text,
  }),
);

/** The report of large users in January, source by source. */
export const energyReport = z.strictObject({
  sources: z
    .array(
      z.strictObject({
        id: choiceId,
        text,
        names: z.array(z.string().min(1)).default([]),
        question: questionId,
        units: z.record(z.string(), z.strictObject({ unit: z.string(), times: z.number().positive() })),
        sets: z.record(z.string(), z.string().min(1)).default({}),
      }),
    )
    .min(1),
});

export const sources = z.array(
  z.strictObject({
    id: z.string().min(1),
    title: z.string().min(1),
    issuer: z.string().min(1),
    year: z.int().nullable(),
    address: z.string().nullable(),
    readIn: z.string().min(1),
    reviewBy: day,
  }),
);

/** What an example comes to, computed by hand: kr-national, AR5, by location. Tonnes of a gas, tCO2eq of the two families. */
const expectedInventory = z.strictObject({
  scope1: z.number(),
  scope2: z.number(),
  gases: z.strictObject({
    co2: z.number(),
    ch4: z.number(),
    n2o: z.number(),
    hfcs: z.number(),
    pfcs: z.number(),
    sf6: z.number(),
    nf3: z.number(),
  }),
  biogenicCo2: z.number().default(0),
  energy: z.strictObject({ netTJ: z.number(), grossTJ: z.number(), toe: z.number() }),
  /** Question and reason of every answer that is told and not counted, and of what was converted or assumed. */
  leftOut: z.array(z.string()),
  activities: z.record(z.string(), z.strictObject({ quantity: z.number(), unit: z.string(), co2eq: z.number() })),
});

export const example = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().regex(/예시/, said('must say that it is an example (예시)', '이름에 예시임을 밝혀야 합니다')),
  about: z.string().min(1),
  /** The form it answers. */
  form: z.enum(forms).default('M'),
  demo: z.enum(['untouched', 'draft', 'submitted', 'none']),
  demoSections: z.array(z.string().min(1)).optional(),
  fields: z.record(z.string(), z.string().min(1)),
  reasons: z.record(z.string(), z.strictObject({ code: z.string(), text: z.string() })).default({}),
  expected: expectedInventory,
});

export { carryForwardFile, cellStatistics };

/** By the file they describe. */
export const schemas: Readonly<Record<string, z.ZodType>> = {
  edition,
  section,
  module,
  'edit-rules': editRules,
  slips,
  'cell-statistics': cellStatistics,
  'carry-forward': carryForwardFile,
  'energy-report': energyReport,
  sources,
  example,
  indicators,
};

export type { CellStatisticsRecord } from './survey-cell-schema.js';
export type QuestionRecord = z.infer<typeof question>;
export type SimpleQuestionRecord = z.infer<typeof simpleQuestion>;
export type SectionRecord = z.infer<typeof section>;
export type ModuleRecord = z.infer<typeof module>;
export type EditionRecord = z.infer<typeof edition>;
export type EditRuleRecord = z.infer<typeof editRules>[number];
export type ExampleRecord = z.infer<typeof example>;
