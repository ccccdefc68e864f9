import fc from 'fast-check';
import type { Answer, Answers, Typed } from '../../server/survey/answer.js';
import type { Reason } from '../../server/survey/response.js';

/** What people type: Korean, units, emoji, nothing, zero, signs that mean something to a database or to HTML. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('0', '', ' ', '1,234.5', '１２３', '㎥', '한빛주물', '🏭', '$ne', 'a.b', '__proto__', '<script>', '-1', '2025-02-30'),
);
const part = fc.constantFrom('', 'unit', 'missing', 'm01', 'm12', 'annual', '1.size.unit', 'none-of-these');
const typed: fc.Arbitrary<Typed> = fc.dictionary(part, text);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(0)).map((value) => value + 0);
const questionId = fc.constantFrom('diesel-used', 'electricity', 'main-equipment', 'consent-statistics', 'heat-supplier');

const simple: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ state: fc.constantFrom('blank', 'notApplicable', 'unknown', 'refused'), typed }),
  fc.record({
    state: fc.constant('unreadable' as const),
    typed,
    faults: fc.array(fc.record({ part, code: fc.constant('notANumber'), values: fc.dictionary(fc.constantFrom('typed', 'max'), text) })),
  }),
  fc.record({
    state: fc.constant('answered' as const),
    typed,
    value: fc.oneof(
      fc.record({ kind: fc.constant('text' as const), text }),
      fc.record({ kind: fc.constant('truth' as const), truth: fc.boolean() }),
      fc.record({ kind: fc.constant('choices' as const), choices: fc.array(text, { maxLength: 3 }) }),
      fc.record({ kind: fc.constant('number' as const), number }),
      fc.record({ kind: fc.constant('quantity' as const), number, unit: fc.constantFrom('L', 'kWh', 'Nm3') }),
      fc.record({
        kind: fc.constant('monthly' as const),
        months: fc.array(fc.option(number), { minLength: 12, maxLength: 12 }),
        annual: fc.option(number),
        unit: fc.constant('kWh'),
      }),
    ),
  }),
);

const table: fc.Arbitrary<Answer> = fc.record({
  state: fc.constant('answered' as const),
  typed,
  value: fc.record({
    kind: fc.constant('table' as const),
    rows: fc.array(fc.record({ row: fc.integer({ min: 1, max: 500 }), cells: fc.dictionary(fc.constantFrom('kind', 'size'), simple) }), {
      maxLength: 4,
    }),
  }),
});

/** Any answers there can be, as plain values. */
export const anyAnswers: fc.Arbitrary<Answers> = fc
  .dictionary(questionId, fc.oneof(simple, table))
  .map((answers) => structuredClone({ ...answers }));

export const anyReasons: fc.Arbitrary<Readonly<Record<string, Reason>>> = fc
  .dictionary(fc.constantFrom('E020:diesel-used', 'bounds:main-equipment.1.size', 'E041'), fc.record({ code: fc.constant('other'), text }))
  .map((reasons) => structuredClone({ ...reasons }));
