import { type ZodType, z } from 'zod';
import type { Inventory } from '../domain/inventory.js';
import type { Conversion } from '../survey/mapping/money-of-answer.js';
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

const span = { low: z.number(), typical: z.number(), high: z.number() };
const confidence = z.enum(['read-in-original', 'read-in-copy', 'two-copies', 'derived', 'recalled']);

const usedPrice = z.strictObject({
  name: words,
  low: z.number().describe('Won per unit without value added tax; of a share, the share itself.'),
  high: z.number(),
  unit: text.describe('kWh, L, kg, MJ; "charge" for a share of the whole charge.'),
  demandCharge: z.number().exactOptional().describe('Electricity: won per kW of contract power and month.'),
  validFrom: text,
  validTo: text.nullable(),
  sourceId: text,
  source: words,
  confidence,
});

const place = z.strictObject({ question: text, row: z.int().exactOptional(), column: text.exactOptional() });

const conversion = z
  .strictObject({
    ...span,
    unit: text,
    notes: z
      .array(
        z.enum([
          'monthsSetAside',
          'contractUnknown',
          'contractPowerUnknown',
          'bandsUnknown',
          'monthsUnknown',
          'olderTariff',
          'laterPrice',
          'recalledPrice',
        ]),
      )
      .describe('Why it is wide.'),
    prices: z.array(usedPrice),
    cost: z.strictObject({ place, won: z.number().describe('As answered, of the year.'), vatIncluded: z.boolean() }),
  })
  .describe('A quantity that a cost stands in for: its bounds, and everything it rests on.');

const note = z.strictObject({
  question: text,
  row: z.int().nullable(),
  column: text.nullable(),
  code: text,
  text: words,
  conversion: conversion.nullable(),
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
  /** What was left out of the inventory, assumed in it or converted from money. */
  readonly notes: readonly CopiedNote[];
}

export interface CopiedNote {
  readonly question: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly text: { readonly ko: string; readonly en: string };
  readonly conversion: Conversion | null;
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
    notes: z
      .array(note)
      .describe('What was left out of the inventory, assumed in it, or converted from money. Empty where the inventory is null.'),
  })
  .describe('What a respondent downloads of its own submission.') satisfies ZodType<OwnCopy>;

/** The JSON Schema of the copy that a respondent downloads. */
export const ownCopySchema = (): Readonly<Record<string, unknown>> => ({ ...z.toJSONSchema(ownCopy), title: 'Onsil own copy' });
