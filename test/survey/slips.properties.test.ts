import { expect } from 'chai';
import fc from 'fast-check';
import type { Answer } from '../../server/survey/answer.js';
import type { Edition, EditRule } from '../../server/survey/edition.js';
import { nextResponse } from '../../server/survey/events.js';
import type { Finding } from '../../server/survey/finding.js';
import { answersFromForm } from '../../server/survey/form-fields.js';
import { formState } from '../../server/survey/form-state.js';
import { numberText } from '../../server/survey/numbers.js';
import { emptyResponse } from '../../server/survey/response.js';
import { type EarlierAnswers, nothingKnown, type SurveyContext } from '../../server/survey/survey-context.js';
import { converted, yearOf } from '../../server/survey/year-quantity.js';
import { answersTo, definitions, draft, edition, foundryWith, posted, stateOf } from './edition-under-test.js';

/** What a fuel's own questions are called, and the screen it is ticked in. */
const sources = [
  { q: 'electricity-bought', cost: 'electricity-cost', unit: 'kWh', price: [101, 299], part: '.annual', screen: {} },
  { q: 'propane-used', cost: 'propane-cost', unit: 'kg', price: [510, 2490], part: '', screen: {} },
  { q: 'diesel-used', cost: 'diesel-cost', unit: 'L', price: [910, 2290], part: '', screen: { 'fuels-used.diesel': 'yes' } },
  { q: 'heavy-oil-c-used', cost: 'heavy-oil-c-cost', unit: 'L', price: [310, 1490], part: '', screen: { 'fuels-used.heavyOilC': 'yes' } },
  {
    q: 'bituminous-coal-used',
    cost: 'bituminous-coal-cost',
    unit: 't',
    price: [61_000, 499_000],
    part: '',
    screen: { 'fuels-used.bituminousCoal': 'yes' },
  },
  { q: 'city-gas-used', cost: 'city-gas-cost', unit: 'MJ', price: [12.1, 34.9], part: '.annual', screen: { 'fuels-used.cityGas': 'yes' } },
] as const;
type Source = (typeof sources)[number];

const noMonths = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [`electricity-bought.m${String(at + 1).padStart(2, '0')}`, null] as const),
);

const fieldsOf = (source: Source, quantity: number, unit: string, cost: number | null) =>
  foundryWith({
    ...noMonths,
    'electricity-bought.annual': '1,150,000',
    'contract-power': null,
    ...source.screen,
    [`${source.q}${source.part}`]: numberText(quantity),
    [`${source.q}.unit`]: unit,
    [source.cost]: cost === null ? null : numberText(cost),
  });

const quantityIn = (answer: Answer | undefined, unit: string): number | null => {
  if (answer?.state !== 'answered') return null;
  const { value } = answer;
  if (value.kind === 'quantity') return converted(value.number, value.unit, unit);
  const year = value.kind === 'monthly' ? yearOf(value) : null;
  return value.kind === 'monthly' && year !== null ? converted(year, value.unit, unit) : null;
};

const isSlipRule = ({ rule }: Pick<EditRule, 'rule'>): boolean =>
  ['E006', 'E007', 'E008', 'E009', 'E016', 'E017', 'E018', 'E019'].includes(rule);
const slipsOn = (findings: readonly Finding[], q: string) => findings.filter((one) => isSlipRule(one) && one.questions[0] === q);

/** Whether one of the corrections offered gives the quantity back. */
const isRestored = (fields: Readonly<Record<string, string>>, { q, unit }: Source, wanted: number, context: SurveyContext): boolean => {
  const before = draft(fields);
  const findings = slipsOn(formState(edition(), before, context).findings, q);
  return findings
    .flatMap(({ suggestions }) => suggestions)
    .some((suggestion) => {
      const after = nextResponse(edition(), before, { type: 'suggestionTaken', suggestion });
      const found = quantityIn(after.answers[q], unit);
      return found !== null && Math.abs(found / wanted - 1) < 1e-9;
    });
};

const someSource = fc.constantFrom(...sources);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const priced = fc.tuple(someSource, fc.integer({ min: 200, max: 900_000 }), share).map(([source, quantity, at]) => {
  const [low, high] = source.price;
  return { source, quantity, cost: Math.round(quantity * (low + at * (high - low))) };
});
const lastYearOf = (fields: Readonly<Record<string, string>>, of = edition()): EarlierAnswers => ({
  roundId: 'last',
  referenceYear: of.referenceYear - 1,
  answers: answersTo(fields, of),
});

describe('slips of units', () => {
  it('are not seen in good values', () => {
    // Every worked establishment of every form that is whole, also beside the same answers of a year ago.
    for (const { id, editionId, fields, reasons } of definitions().workedExamples.filter((one) => !one.id.endsWith('partial'))) {
      const asked = definitions().editions[editionId] as Edition;
      const { answers } = answersFromForm(asked, posted(fields), {});
      const response = { ...emptyResponse(asked, { id, establishmentId: id, roundId: 'round' }), answers, reasons };
      const context = { cell: null, earlier: { roundId: 'last', referenceYear: asked.referenceYear - 1, answers } };
      for (const known of [nothingKnown, context]) {
        const found = formState(asked, response, known).findings.filter(({ rule }) => /^E0(?!70)/.test(rule));
        expect(found, id).to.deep.equal([]);
      }
    }
    fc.assert(
      fc.property(priced, ({ source, quantity, cost }) => {
        const findings = stateOf(fieldsOf(source, quantity, source.unit, cost)).findings.filter(({ rule }) =>
          ['E006', 'E007'].includes(rule),
        );
        expect(findings).to.deep.equal([]);
      }),
      { numRuns: 60 },
    );
  });

  it('are flagged in a quantity 1,000 times too large or too small, and the correction gives it back', () => {
    fc.assert(
      fc.property(priced, fc.constantFrom(1000, 0.001), ({ source, quantity, cost }, slip) => {
        expect(isRestored(fieldsOf(source, quantity * slip, source.unit, cost), source, quantity, nothingKnown)).to.equal(true);
      }),
      { numRuns: 60 },
    );
  });

  it('are flagged without a cost where last year tells', () => {
    fc.assert(
      fc.property(
        priced,
        fc.double({ min: 0.6, max: 1.7, noNaN: true }),
        fc.constantFrom(1000, 0.001),
        ({ source, quantity }, change, slip) => {
          const earlier = lastYearOf(fieldsOf(source, quantity, source.unit, null));
          const now = Math.max(1, Math.round(quantity * change));
          const fields = fieldsOf(source, now * slip, source.unit, null);
          expect(isRestored(fields, source, now, { ...nothingKnown, earlier })).to.equal(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are flagged when the MJ of a gas bill were entered as cubic meters, or the other way round', () => {
    const gas = sources[5];
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9_000_000 }), fc.double({ min: 17, max: 27, noNaN: true }), (mj, price) => {
        const cost = Math.round(mj * price);
        expect(isRestored(fieldsOf(gas, mj, 'Nm3', cost), gas, mj, nothingKnown)).to.equal(true);
      }),
      { numRuns: 40 },
    );
  });

  it('come before what is merely unusual', () => {
    const { findings } = stateOf(foundryWith({ 'electricity-bought.unit': 'MWh' }));
    const own = findings.filter(({ questions }) => questions.includes('electricity-bought')).map(({ rule }) => rule);
    expect(own.filter((rule) => rule.startsWith('E0'))).to.deep.equal(['E006']);
  });
});
