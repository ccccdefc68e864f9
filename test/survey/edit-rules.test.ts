import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { readYaml } from '../../server/catalog/data-files.js';
import { repositoryRoot } from '../../server/root.js';
import { type RuleOutcome, ruleOutcomes } from '../../server/survey/apply-edit-rules.js';
import type { Edition } from '../../server/survey/edition.js';
import { blocks } from '../../server/survey/finding.js';
import { formState } from '../../server/survey/form-state.js';
import { lookThrough } from '../../server/survey/relevance.js';
import type { SurveyContext } from '../../server/survey/survey-context.js';
import {
  answersTo,
  definitions,
  draft,
  edition,
  editionOf,
  example,
  exampleWith,
  findingOf,
  foundryWith,
  stateOf,
} from './edition-under-test.js';

const change = z.record(z.string(), z.string().nullable());
const files = ['edit-rules.yaml', 'module-rules.yaml'].map((name) => join(repositoryRoot, 'test/survey', name));
const caseList = z.array(
  z.strictObject({
    rule: z.string(),
    /** The form it is tried on, by the example below. */
    form: z.enum(['S', 'M']).default('M'),
    /** Put into every case. */
    given: change.default({}),
    /** What the foundry answered the year before; left out: nothing is known of it. */
    lastYear: change.optional(),
    /** What is known of the cell. */
    cell: z
      .strictObject({
        measures: z
          .record(z.string(), z.strictObject({ n: z.number(), low: z.number(), middle: z.number(), high: z.number() }))
          .default({}),
        changes: z
          .record(z.string(), z.strictObject({ n: z.number(), medianRatio: z.number(), u: z.number(), low: z.number(), high: z.number() }))
          .default({}),
      })
      .optional(),
    valid: change,
    invalid: change,
    unknown: change.optional(),
    notLookedAt: change.optional(),
    /** What the first suggestion of the invalid case puts in. */
    puts: z.record(z.string(), z.string()).optional(),
  }),
);
const cases = files
  .flatMap((file) => readYaml(file, caseList))
  .map(({ given, valid, invalid, unknown, notLookedAt, ...one }) => {
    const withGiven = <Changes extends object | undefined>(changes: Changes) =>
      changes === undefined ? changes : { ...given, ...changes };
    return {
      ...one,
      valid: { ...given, ...valid },
      invalid: { ...given, ...invalid },
      unknown: withGiven(unknown),
      notLookedAt: withGiven(notLookedAt),
    };
  });
type Case = (typeof cases)[number];

/** The example whose answers every case begins with. */
const startOf = ({ form }: Pick<Case, 'form'>): string => (form === 'S' ? 'small-machine-shop' : 'foundry');
const editionAt = (one: Case): Edition => editionOf(example(startOf(one)));
const draftWith = (one: Case, changes: z.infer<typeof change>) => draft(exampleWith(startOf(one), changes), {}, editionAt(one));

const contextOf = ({ lastYear, cell }: Pick<Case, 'lastYear' | 'cell'>): SurveyContext => ({
  earlier:
    lastYear === undefined
      ? null
      : { roundId: 'last', referenceYear: edition().referenceYear - 1, answers: answersTo(foundryWith(lastYear)) },
  cell: cell === undefined ? null : { version: 'test', ...cell },
});

const outcomeOf = (one: Case, changes: z.infer<typeof change>): RuleOutcome => {
  const looked = lookThrough(editionAt(one), draftWith(one, changes).answers);
  const found = ruleOutcomes(editionAt(one), looked, contextOf(one)).find(({ rule }) => rule.key === one.rule);
  if (found === undefined) throw new Error(`There is no rule ${one.rule}.`);
  return found.outcome;
};

const suggestionFields = (changes: z.infer<typeof change>, key: string): readonly unknown[] =>
  findingOf(stateOf(foundryWith(changes)), key)?.suggestions.map(({ fields }) => fields) ?? [];

describe('the edit rules', () => {
  for (const one of cases) {
    it(`${one.rule} on form ${one.form}: holds, fails, and says so when it cannot tell`, () => {
      expect(outcomeOf(one, one.valid), 'valid').to.equal('holds');
      expect(outcomeOf(one, one.invalid), 'invalid').to.equal('fails');
      if (one.unknown !== undefined) expect(outcomeOf(one, one.unknown), 'unknown').to.equal('unknown');
      if (one.notLookedAt !== undefined) expect(outcomeOf(one, one.notLookedAt), 'notLookedAt').to.equal('notLookedAt');
      if (one.puts !== undefined) {
        const state = formState(editionAt(one), draftWith(one, one.invalid), contextOf(one));
        expect(findingOf(state, one.rule)?.suggestions[0]?.fields).to.deep.equal(one.puts);
      }
    });
  }

  it('have a case each', () => {
    const tested = new Set(cases.map(({ rule }) => rule.split(':')[0]));
    const untested = Object.values(definitions().editions).flatMap(({ editRules }) =>
      editRules.filter(({ rule }) => !tested.has(rule)).map(({ key }) => key),
    );
    expect(untested).to.deep.equal([]);
  });

  it('fill every number into their sentences, in both languages', () => {
    for (const one of cases) {
      const { rule } = one;
      const finding = findingOf(formState(editionAt(one), draftWith(one, one.invalid), contextOf(one)), rule);
      const said = [finding?.text.ko, finding?.text.en, finding?.wayOut.ko, finding?.wayOut.en].join(' ');
      expect(said, rule)
        .to.match(/\S/)
        .and.not.match(/[{}]|undefined|NaN|\?/);
    }
  });

  it('let a warning pass with a reason, an error never, a note always', () => {
    const warned = { 'electricity-cost': '8,000만' };
    const finding = findingOf(stateOf(foundryWith(warned)), 'E020:electricity-bought');
    expect(finding).to.deep.include({ level: 'warning', needsReason: true, reason: null });
    expect(stateOf(foundryWith(warned)).maySubmit).to.equal(false);
    const reasons = { 'E020:electricity-bought': { code: 'contractPrice', text: '' } };
    expect(stateOf(foundryWith(warned), reasons).maySubmit).to.equal(true);
    const withReason = (code: string, text: string) => stateOf(foundryWith(warned), { 'E020:electricity-bought': { code, text } });
    expect(withReason('other', ' ').maySubmit, 'written out').to.equal(false);
    expect(findingOf(withReason('other', ' '), 'E020:electricity-bought')?.reasonFault?.ko).to.contain('적어 주십시오');
    expect(withReason('other', '자가 발전').maySubmit).to.equal(true);
    expect(withReason('because', '').maySubmit, 'not offered').to.equal(false);
    const wrong = { 'business-number': '123-45-67890' };
    expect(stateOf(foundryWith(wrong), { E001: { code: 'confirmed', text: '' } }).maySubmit).to.equal(false);
    const noted = stateOf(foundryWith({ 'meter-shared': 'shared', 'meter-allocation': '면적 비율' }));
    expect(noted.findings.map(({ key }) => key)).to.deep.equal(['E070']);
    expect(noted.findings.some(blocks)).to.equal(false);
  });
});

describe('suggestions', () => {
  it('offer the other unit when kilowatt hours were entered as megawatt hours', () => {
    expect(suggestionFields({ 'electricity-bought.unit': 'MWh' }, 'E006:electricity-bought')).to.deep.equal([
      { 'electricity-bought.unit': 'kWh' },
      { 'electricity-cost': '197,800,000,000' },
    ]);
  });
  it('offer won when the cost was entered in thousand won', () => {
    expect(suggestionFields({ 'electricity-cost': '197,800' }, 'E006:electricity-bought')).to.deep.include({
      'electricity-cost': '197,800,000',
    });
  });
  it('offer a tenth when there is a digit too many', () => {
    expect(suggestionFields({ 'propane-used': '180,000' }, 'E006:propane-used')).to.deep.equal([{ 'propane-used': '18,000' }]);
  });
  it('offer MJ when the MJ of the bill were entered as cubic meters', () => {
    const gas = {
      'fuels-used.cityGas': 'yes',
      'city-gas-used.annual': '8,970,000',
      'city-gas-used.unit': 'Nm3',
      'city-gas-cost': '1억 9,730만',
    };
    expect(suggestionFields(gas, 'E006:price-city-gas-nm3')).to.deep.equal([{ 'city-gas-used.unit': 'MJ' }]);
  });
  it('do not offer a unit that was chosen already', () => {
    const gas = {
      'fuels-used.cityGas': 'yes',
      'city-gas-used.annual': '8,970,000',
      'city-gas-used.unit': 'MJ',
      'city-gas-cost': '4,530,000',
    };
    expect(findingOf(stateOf(foundryWith(gas)), 'E021:MJ')?.level).to.equal('warning');
    expect(suggestionFields(gas, 'E006:price-city-gas-mj')).to.deep.equal([]);
  });
  it('offer the sum of the months for a total that was the mean of a month', () => {
    expect(suggestionFields({ 'electricity-bought.annual': '95,833' }, 'E011:electricity-bought')).to.deep.equal([
      { 'electricity-bought.annual': '1,150,000' },
    ]);
  });
  it('offer nothing when the price is merely odd', () => {
    expect(suggestionFields({ 'electricity-cost': '8,000만' }, 'E020:electricity-bought')).to.deep.equal([]);
  });
});
