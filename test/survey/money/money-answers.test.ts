import { expect } from 'chai';
import type { QuantityActivity } from '../../../server/domain/categories.js';
import type { Edition, Question } from '../../../server/survey/edition.js';
import { formState } from '../../../server/survey/form-state.js';
import { toActivityData } from '../../../server/survey/to-activity-data.js';
import { emissionFactors, inventoryOf } from '../../support/emission-factors.js';
import { activityCatalog, draft, edition, foundryWith } from '../edition-under-test.js';

type Changes = Readonly<Record<string, string | null>>;

const from = (changes: Changes) => toActivityData(edition(), draft(foundryWith(changes)), activityCatalog());
const activity = (changes: Changes, id: string) => from(changes).activityData.find((one) => one.id === id) as QuantityActivity | undefined;
const notesOn = (changes: Changes, ...ids: readonly string[]) =>
  from(changes).notes.flatMap(({ question, code }) => (ids.includes(question) ? [`${question} ${code}`] : []));
const stateWith = (changes: Changes) => formState(edition(), draft(foundryWith(changes)));
const saidOf = (changes: Changes, key: string) => stateWith(changes).findings.find((finding) => finding.key === key);

/** The foundry, which does not know its electricity. */
const noMonths: Changes = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [`electricity-bought.m${String(at + 1).padStart(2, '0')}`, null]),
);
const unknown: Changes = { ...noMonths, 'electricity-bought.missing': 'unknown', 'electricity-cost': '2억' };

const withCostEnough = (question: Question): Question =>
  'mappings' in question && question.mappings !== null
    ? {
        ...question,
        mappings: question.mappings.map((mapping) =>
          mapping.kind === 'activity' && mapping.money !== null ? { ...mapping, money: { ...mapping.money, isEnough: true } } : mapping,
        ),
      }
    : question;

describe('money in the place of a quantity', () => {
  it('enters the inventory as converted, with its bounds as the uncertainty of the quantity', () => {
    const bought = activity(unknown, 'electricity-bought');
    expect(bought).to.deep.include({ category: 'purchasedElectricity', unit: 'kWh', quality: 'convertedFromMoney' });
    const { uncertainty, quantity = 0 } = bought ?? {};
    expect(uncertainty?.distribution).to.equal('triangular');
    expect(quantity).to.be.within(uncertainty?.lower ?? 0, uncertainty?.upper ?? 0);
    // 200 million won of a year are about a million kWh.
    expect(quantity).to.be.within(800_000, 1_500_000);
    const { notes, ...request } = from(unknown);
    const line = inventoryOf(request).lines.find(({ activityDataId }) => activityDataId === 'electricity-bought');
    expect(line?.quality).to.equal('convertedFromMoney');
    const note = notes.find(({ code }) => code === 'converted');
    expect(note?.conversion?.cost).to.deep.equal({ place: { question: 'electricity-cost' }, won: 200_000_000, vatIncluded: false });
    expect(note?.conversion?.prices.length).to.be.greaterThan(3);
    expect(note?.text.ko).to.match(/^금액 환산: .* 200,000,000원/);
  });

  it('says before submission what will be used, and why it is wide', () => {
    const said = saidOf(unknown, 'converted:electricity-bought');
    expect(said?.questions).to.deep.equal(['electricity-cost', 'electricity-bought']);
    expect(said?.level).to.equal('note');
    expect(said?.text.ko).to.match(/^금액 환산: 사용량이 없어 .* 환산량 [\d,]+ kWh\([\d,]+~[\d,]+\)\./);
    expect(said?.text.en).to.match(/there is no quantity; [\d,]+ kWh \([\d,]+–[\d,]+\) will be used in its place/);
  });

  it('gives way to a quantity, refused or not applicable is not converted, and blank is as unknown', () => {
    expect(activity({ 'electricity-cost': '2억' }, 'electricity-bought')).to.deep.include({ quantity: 1_150_000, quality: 'billed' });
    for (const reason of ['refused', 'notApplicable']) {
      expect(activity({ ...unknown, 'electricity-bought.missing': reason }, 'electricity-bought'), reason).to.equal(undefined);
    }
    expect(activity({ ...unknown, 'electricity-bought.missing': null }, 'electricity-bought')?.quality).to.equal('convertedFromMoney');
  });

  it('stands in for a year with a month missing', () => {
    const missing = { 'electricity-bought.m08': null, 'electricity-cost': '2억' };
    expect(activity(missing, 'electricity-bought')?.quality).to.equal('convertedFromMoney');
    expect(notesOn(missing, 'electricity-bought')).to.deep.equal(['electricity-bought converted']);
    const { notes } = from(missing);
    expect(notes.find(({ code }) => code === 'converted')?.conversion?.notes).to.include('monthsSetAside');
  });

  it('takes value added tax off where the cost holds it', () => {
    const diesel = { 'vehicle-diesel-used': null, 'vehicle-diesel-cost': '15,682,000' };
    // 1,568.2 won/L at the pump.
    expect(activity(diesel, 'vehicle-diesel-used')?.quantity).to.be.closeTo(10_000, 1e-6);
    const burnt = { 'fuels-used.diesel': 'yes', 'diesel-cost': '15,682,000' };
    expect(activity(burnt, 'diesel-used')?.quantity).to.be.closeTo(11_000, 1e-6);
  });

  it('does not take zero won for zero use, and says what it cannot convert', () => {
    expect(activity({ ...unknown, 'electricity-cost': '0' }, 'electricity-bought')).to.equal(undefined);
    expect(notesOn({ ...unknown, 'electricity-cost': '0' }, 'electricity-bought', 'electricity-cost')).to.deep.equal([
      'electricity-bought unknown',
      'electricity-cost moneyRefused',
    ]);
    const general = { ...unknown, 'electricity-contract': 'general' };
    expect(notesOn(general, 'electricity-bought', 'electricity-cost')).to.deep.equal([
      'electricity-bought unknown',
      'electricity-cost moneyRefused',
    ]);
    expect(saidOf(general, 'converted:electricity-bought')?.text.ko).to.contain('이 계약의 요금표가 없어');
    const coke = { 'fuels-used.coke': 'yes', 'coke-cost': '1,000,000' };
    expect(notesOn(coke, 'coke-used', 'coke-cost')).to.deep.equal(['coke-used blank', 'coke-cost moneyRefused']);
  });

  it('is enough on form S, while form M asks for the quantity or the reason why there is none', () => {
    expect(stateWith({ ...unknown, 'electricity-bought.missing': null }).maySubmit).to.equal(false);
    expect(stateWith(unknown).questions['electricity-bought']?.findings.map(({ rule }) => rule)).to.not.include('unanswered');
    // As form S has it: the cost alone is enough.
    const form: Edition = {
      ...edition(),
      sections: edition().sections.map((section) => ({ ...section, questions: section.questions.map(withCostEnough) })),
    };
    const due = (changes: Changes) =>
      formState(form, draft(foundryWith({ ...noMonths, ...changes }))).findings.filter(({ key }) =>
        key.startsWith('unanswered:electricity-bought'),
      ).length;
    expect([due({ 'electricity-cost': null }), due({ 'electricity-cost': '2억' }), due({ 'electricity-cost': '0' })]).to.deep.equal([
      1, 0, 1,
    ]);
  });

  it('is widest where least is known', () => {
    const width = (changes: Changes): number => {
      const { uncertainty } = activity({ ...unknown, ...changes }, 'electricity-bought') ?? {};
      return (uncertainty?.upper ?? 0) / (uncertainty?.lower ?? 1);
    };
    const nothing = {
      'electricity-contract': null,
      'electricity-contract.missing': 'unknown',
      'contract-power': null,
      'contract-power.missing': 'unknown',
    };
    expect(width(nothing)).to.be.greaterThan(width({}));
  });

  it('rests on prices that stand in the edition itself, so that a result can be made again', () => {
    const { prices, referenceYear } = edition();
    expect(
      prices.tariffs.every(
        ({ validFrom, validTo }) => validFrom <= `${referenceYear}-12-31` && (validTo === null || validTo >= `${referenceYear}-01-01`),
      ),
    ).to.equal(true);
    expect(Object.keys(prices.sources)).to.include('kepco-tariff');
    expect(JSON.stringify(prices).length).to.be.below(20_000);
    expect(emissionFactors().fuels).to.include.keys(prices.fuels.flatMap(({ fuels }) => fuels));
  });
});
