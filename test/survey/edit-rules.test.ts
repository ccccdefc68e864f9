import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { readYaml } from '../../server/catalog/data-files.js';
import { repositoryRoot } from '../../server/root.js';
import { type RuleOutcome, ruleOutcomes } from '../../server/survey/apply-edit-rules.js';
import { blocks } from '../../server/survey/finding.js';
import { lookThrough } from '../../server/survey/relevance.js';
import { answersTo, edition, findingOf, foundryWith, stateOf } from './edition-under-test.js';

const change = z.record(z.string(), z.string().nullable());
const cases = readYaml(
  join(repositoryRoot, 'test/survey/edit-rules.yaml'),
  z.array(
    z.strictObject({
      rule: z.string(),
      valid: change,
      invalid: change,
      unknown: change.optional(),
      notLookedAt: change.optional(),
    }),
  ),
);

const outcomeOf = (rule: string, changes: z.infer<typeof change>): RuleOutcome => {
  const looked = lookThrough(edition(), answersTo(foundryWith(changes)));
  const found = ruleOutcomes(edition(), looked).find((one) => one.rule.key === rule);
  if (found === undefined) throw new Error(`There is no rule ${rule}.`);
  return found.outcome;
};

const suggestionFields = (changes: z.infer<typeof change>, key: string): readonly unknown[] =>
  findingOf(stateOf(foundryWith(changes)), key)?.suggestions.map(({ fields }) => fields) ?? [];

describe('the edit rules', () => {
  for (const { rule, valid, invalid, unknown, notLookedAt } of cases) {
    it(`${rule}: holds, fails, and says so when it cannot tell`, () => {
      expect(outcomeOf(rule, valid), 'valid').to.equal('holds');
      expect(outcomeOf(rule, invalid), 'invalid').to.equal('fails');
      if (unknown !== undefined) expect(outcomeOf(rule, unknown), 'unknown').to.equal('unknown');
      if (notLookedAt !== undefined) expect(outcomeOf(rule, notLookedAt), 'notLookedAt').to.equal('notLookedAt');
    });
  }

  it('have a case each', () => {
    const tested = new Set(cases.map(({ rule }) => rule.split(':')[0]));
    expect(
      edition()
        .editRules.filter(({ rule }) => !tested.has(rule))
        .map(({ key }) => key),
    ).to.deep.equal([]);
  });

  it('fill every number into their sentences, in both languages', () => {
    for (const { rule, invalid } of cases) {
      const finding = findingOf(stateOf(foundryWith(invalid)), rule);
      const said = [finding?.text.ko, finding?.text.en, finding?.wayOut.ko, finding?.wayOut.en].join(' ');
      expect(said, rule)
        .to.match(/\S/)
        .and.not.match(/[{}]|undefined|NaN|\?/);
    }
  });

  it('let a warning pass with a reason, an error never, a note always', () => {
    const warned = { 'electricity-cost': '197,800' };
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
    expect(suggestionFields({ 'electricity-bought.unit': 'MWh' }, 'E020:electricity-bought')).to.deep.equal([
      { 'electricity-bought.unit': 'kWh' },
      { 'electricity-cost': '197,800,000,000' },
    ]);
  });
  it('offer won when the cost was entered in thousand won', () => {
    expect(suggestionFields({ 'electricity-cost': '197,800' }, 'E020:electricity-bought')).to.deep.include({
      'electricity-cost': '197,800,000',
    });
  });
  it('offer a tenth when there is a digit too many', () => {
    expect(suggestionFields({ 'propane-used': '180,000' }, 'E020:propane-used')).to.deep.equal([{ 'propane-used': '18,000' }]);
  });
  it('offer MJ when the MJ of the bill were entered as cubic meters', () => {
    const gas = {
      'fuels-used.cityGas': 'yes',
      'city-gas-used.annual': '8,970,000',
      'city-gas-used.unit': 'Nm3',
      'city-gas-cost': '1억 9,730만',
    };
    expect(suggestionFields(gas, 'E021:Nm3')).to.deep.equal([{ 'city-gas-used.unit': 'MJ' }]);
  });
  it('do not offer a unit that was chosen already', () => {
    const gas = {
      'fuels-used.cityGas': 'yes',
      'city-gas-used.annual': '8,970,000',
      'city-gas-used.unit': 'MJ',
      'city-gas-cost': '4,530,000',
    };
    expect(findingOf(stateOf(foundryWith(gas)), 'E021:MJ')?.level).to.equal('warning');
    expect(suggestionFields(gas, 'E021:MJ')).to.deep.equal([]);
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
