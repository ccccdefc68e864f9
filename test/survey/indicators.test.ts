import { expect } from 'chai';
import { type FigureResult, type IndicatorList, indicatorsOf } from '../../server/survey/indicators.js';
import { toActivityData } from '../../server/survey/to-activity-data.js';
import { inventoryOf } from '../support/emission-factors.js';
import { activityCatalog, definitions, draft, edition, example, foundryWith } from './edition-under-test.js';

const list = (): IndicatorList => {
  const found = definitions().banks['sme-factory-2026']?.indicators ?? null;
  if (found === null) throw new Error('The bank has no list of indicators.');
  return found;
};

/** The figures of an indicator: of answers, and of their inventory unless it was not submitted. */
const figures = (code: string, fields: Readonly<Record<string, string>>, submitted = true): readonly FigureResult[] => {
  const response = draft(fields);
  const { notes: _, ...request } = toActivityData(edition(), response, activityCatalog());
  const totals = submitted ? inventoryOf({ ...request, factorSet: 'kr-national', gwp: 'AR5' }).totals : null;
  const found = indicatorsOf(list(), edition(), response.answers, totals).find(({ indicator }) => indicator.code === code);
  if (found === undefined) throw new Error(`There is no ${code}.`);
  return found.figures;
};
const numbers = (code: string, fields: Readonly<Record<string, string>>, submitted = true) =>
  figures(code, fields, submitted).map(({ value }) => (value?.kind === 'number' ? Number(value.number.toPrecision(6)) : null));
const lacks = (code: string, fields: Readonly<Record<string, string>>, submitted = true) =>
  figures(code, fields, submitted).map((one) =>
    one.lacks
      .map((lack) => ('question' in lack ? `${lack.kind} ${lack.question}${lack.kind === 'answer' ? ` ${lack.state}` : ''}` : lack.kind))
      .join(),
  );

const agreed = { 'consent-own-report': 'yes' };
const wanted = { 'k-esg-wanted': 'yes' };
const water = {
  'water-tap': '900',
  'water-tap.unit': 'm3',
  'water-industrial': '0',
  'water-industrial.unit': 'm3',
  'water-ground': '80',
  'water-ground.unit': 't',
};
const waste = { 'waste-general': '12', 'waste-general.unit': 't', 'waste-designated': '3,000', 'waste-designated.unit': 'kg' };

describe('the indicators of K-ESG', () => {
  it('are those that were decided, each with how far its code can be trusted; what is left out says why', () => {
    const of = (kind: string) =>
      list()
        .indicators.filter((one) => one.kind === kind)
        .map(({ code }) => code);
    expect(of('direct')).to.deep.equal(['E-3-1', 'E-3-3', 'E-4-1', 'E-4-2', 'E-5-1', 'E-6-1', 'E-6-2']);
    expect(of('extra')).to.deep.equal(['E-1-1', 'E-1-2', 'E-2-1', 'E-5-2']);
    expect(of('optional')).to.deep.equal(['E-2-2', 'E-7-1', 'E-7-2']);
    expect(list().leftOut.map(({ code }) => code)).to.include('E-8-1');
    expect(list().indicators.every(({ origin }) => origin.confidence === 'recalled')).to.equal(true);
  });

  it('take emissions and energy from the inventory', () => {
    // The foundry: 81.704 t of its own and 479.895 t bought; sales of 3.2 billion won.
    const { fields } = example('foundry');
    expect(numbers('E-3-1', fields)).to.deep.equal([81.7041, 479.895, 561.599, 17.55]);
    expect(lacks('E-3-1', fields, false)).to.deep.equal(['inventory', 'inventory', 'inventory', 'inventory']);
    expect(lacks('E-3-1', foundryWith({ sales: null, 'sales.missing': 'refused' }))[3]).to.equal('answer sales refused');
  });

  it('divide what is renewable by all energy', () => {
    // 180 MWh of its own roof and a premium on 300 MWh; 2,860 MWh bought, 180 MWh made here, and 3,100 L of gasoline.
    const { fields } = example('injection-molding');
    const [renewable, share] = numbers('E-4-2', fields);
    expect(renewable).to.equal(480);
    expect(share).to.be.greaterThan(14).and.lessThan(16);
    expect(numbers('E-4-2', example('foundry').fields)).to.deep.equal([0, 0]);
  });

  it('add up water and waste, in whichever unit they were answered', () => {
    expect(numbers('E-5-1', water, false)).to.deep.equal([980]);
    expect(numbers('E-5-2', { ...water, 'water-reused': '20', 'water-reused.unit': 'm3' }, false)).to.deep.equal([2]);
    expect(numbers('E-6-1', waste, false)).to.deep.equal([12, 3, 15]);
    expect(numbers('E-6-2', { ...waste, 'waste-recycled': '9', 'waste-recycled.unit': 't' }, false)).to.deep.equal([60]);
  });

  it('say what they lack, and never read it as zero', () => {
    expect(lacks('E-5-1', { ...water, 'water-ground': '', 'water-ground.missing': 'unknown' }, false)).to.deep.equal([
      'answer water-ground unknown',
    ]);
    expect(lacks('E-6-1', {}, false)[2]).to.equal('answer waste-general blank,answer waste-designated blank');
    const nothing = {
      'waste-general': '0',
      'waste-general.unit': 't',
      'waste-designated': '0',
      'waste-designated.unit': 't',
      'waste-recycled': '0',
      'waste-recycled.unit': 't',
    };
    expect(lacks('E-6-2', nothing, false)).to.deep.equal(['cannotTell']);
    expect(lacks('E-3-3', { ...agreed, ...wanted }, false)).to.deep.equal([
      'answer inventory-verified blank',
      'answer k-esg-verifier blank',
    ]);
  });

  it('ask nothing more of who does not want it, and do not take that for zero either', () => {
    expect(lacks('E-2-1', agreed, false)).to.deep.equal(['answer k-esg-wanted blank']);
    expect(lacks('E-2-1', { ...agreed, 'k-esg-wanted': 'no' }, false)).to.deep.equal(['notAsked k-esg-wanted']);
    expect(numbers('E-2-1', { ...agreed, ...wanted, 'k-esg-materials': '1,300', 'k-esg-materials.unit': 't' }, false)).to.deep.equal([
      1300,
    ]);
    expect(lacks('E-7-1', { ...agreed, ...wanted, 'k-esg-air': 'no' }, false)).to.deep.equal([
      '',
      'notAsked k-esg-air',
      'notAsked k-esg-air',
      'notAsked k-esg-air',
    ]);
    expect(lacks('E-7-1', agreed, false)).to.deep.equal(Array(4).fill('answer k-esg-wanted blank'));
  });

  it('work on every form, and tell what a form does not ask', () => {
    for (const one of Object.values(definitions().editions)) {
      const results = indicatorsOf(list(), one, {}, null);
      expect(results.map(({ indicator }) => indicator.code)).to.deep.equal(list().indicators.map(({ code }) => code));
      expect(results.flatMap((result) => result.figures).every(({ value, lacks: all }) => value === null && all.length > 0)).to.equal(true);
    }
    const other = { ...edition(), sections: edition().sections.filter(({ id }) => id !== 'I') };
    const [result] = indicatorsOf(list(), other, {}, null).filter(({ indicator }) => indicator.code === 'E-5-1');
    expect(result?.figures[0]?.lacks).to.deep.equal([{ kind: 'notOnForm' }]);
  });
});
