import { type ZodType, z } from 'zod';
import type { Inventory } from '../domain/inventory.js';
import { inventory } from './inventory-schema.js';

const text = z.string();
const words = z.strictObject({ ko: text, en: text });

const cell = z.strictObject({
  part: text.describe('The cell: empty for the whole answer, m01 … m12 and annual of months, "2.size" for the cell of a row of a table.'),
  state: z
    .enum(['answered', 'blank', 'notApplicable', 'unknown', 'refused', 'unreadable'])
    .describe('Zero is answered. An unreadable answer keeps what was typed and has no value.'),
  value: z
    .union([z.number(), z.boolean(), text, z.array(text), z.null()])
    .describe('A number, a truth, a text or the code of a choice; several codes where several could be chosen; null unless answered.'),
  unit: text.nullable(),
  typed: z.record(text, text).describe('As it was typed, by the part of the field.'),
});

const answer = z.strictObject({
  section: text,
  code: text,
  question: text,
  text: words,
  standing: z.enum(['asked', 'notAsked', 'erased']).describe('erased: the answer was erased after the submission, as the law asks.'),
  cells: z.array(cell).describe('Empty unless asked.'),
});

/** A copy of one's own answers and inventory as data. */
export interface OwnCopy {
  readonly format: 'onsil-own-copy';
  readonly formatVersion: 1;
  readonly establishment: string;
  readonly reportingYear: number;
  readonly edition: { readonly id: string; readonly hash: string; readonly title: { readonly ko: string; readonly en: string } };
  readonly version: number;
  readonly receipt: string;
  readonly hash: string;
  readonly submittedAt: string;
  readonly madeAt: string;
  readonly answers: readonly CopiedAnswer[];
  readonly reasons: readonly { readonly finding: string; readonly code: string; readonly text: string }[];
  readonly inventory: Inventory | null;
}

export interface CopiedAnswer {
  readonly section: string;
  readonly code: string;
  readonly question: string;
  readonly text: { readonly ko: string; readonly en: string };
  readonly standing: 'asked' | 'notAsked' | 'erased';
  readonly cells: readonly {
    readonly part: string;
    readonly state: 'answered' | 'blank' | 'notApplicable' | 'unknown' | 'refused' | 'unreadable';
    readonly value: number | boolean | string | readonly string[] | null;
    readonly unit: string | null;
    readonly typed: Readonly<Record<string, string>>;
  }[];
}

export const ownCopy = z
  .strictObject({
    format: z.literal('onsil-own-copy'),
    formatVersion: z.literal(1),
    establishment: text,
    reportingYear: z.int(),
    edition: z.strictObject({ id: text, hash: text, title: words }).describe('The questionnaire the answers were given to.'),
    version: z.int().describe('1, 2, 3 … within a response.'),
    receipt: text.describe('The receipt number of the submission.'),
    hash: text.describe('SHA-256 over the canonical form of answers and reasons as they were submitted.'),
    submittedAt: text.describe('ISO 8601, UTC.'),
    madeAt: text,
    answers: z.array(answer).describe('Every question of the questionnaire, in its order.'),
    reasons: z.array(z.strictObject({ finding: text, code: text, text })),
    inventory: inventory.nullable().describe('Null where a result of its own was not agreed to.'),
  })
  .describe('What a respondent downloads of its own submission.') satisfies ZodType<OwnCopy>;

/** The JSON Schema of the copy that a respondent downloads. */
export const ownCopySchema = (): Readonly<Record<string, unknown>> => ({ ...z.toJSONSchema(ownCopy), title: 'Onsil own copy' });
