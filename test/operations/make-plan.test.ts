import { expect } from 'chai';
import { readEmissionFactors } from '../../server/catalog/emission-factors.js';
import { makePlanText, makePlanValue, type PlanResult } from '../../server/operations/make-plan.js';
import { repositoryRoot } from '../../server/root.js';
import { plannerData } from '../planner/planner-data.js';

const site = {
  catalog: { emissionFactors: readEmissionFactors(repositoryRoot), planner: plannerData },
  clock: { now: () => new Date('2026-06-15T00:00:00Z') },
};

const activityData = [{ id: 'e1', category: 'purchasedElectricity', quantity: 640, unit: 'MWh' }];
const establishment = { name: '주물공장', industryCode: '24311', workers: 12, region: '경남', complex: false };

const faults = (result: PlanResult): readonly string[] =>
  'errors' in result ? result.errors.map((error) => `${error.field} ${error.code}`) : [];

describe('making a plan', () => {
  it('takes the input of a calculation with the establishment beside it', () => {
    const result = makePlanValue(site, { reportingYear: 2024, activityData, establishment });
    if ('errors' in result) throw new Error(JSON.stringify(result.errors));
    expect(result.plan.establishment.name).to.equal('주물공장');
    expect(result.plan.inventory.totals.scope2LocationBased.co2eq).to.be.greaterThan(0);
    expect(result.plan.catalogHash).to.equal(plannerData.catalogHash);
    expect(result.plan.measures.some((measure) => measure.verdict === 'fits')).to.equal(true);
  });

  it('says the same from text', () => {
    const value = { reportingYear: 2024, activityData, establishment };
    expect(makePlanText(site, JSON.stringify(value))).to.deep.equal(makePlanValue(site, value));
  });

  it('makes a plan of a site that used nothing', () => {
    const result = makePlanValue(site, { reportingYear: 2024, activityData: [], establishment: { name: '휴업 사업장' } });
    if ('errors' in result) throw new Error(JSON.stringify(result.errors));
    expect(result.plan.measures.filter((measure) => measure.verdict === 'fits')).to.have.length(0);
  });

  it('keeps a fault of the establishment on one line, whatever was written', () => {
    const result = makePlanValue(site, {
      reportingYear: 2024,
      activityData,
      establishment: { ...establishment, region: 'a\nb', 'x\ny': 1 },
    });
    if (!('errors' in result)) throw new Error('it was accepted');
    expect(result.errors).to.have.length(2);
    for (const { field, en, ko } of result.errors) expect(`${field}${en}${ko}`).not.to.match(/[\n\r]/);
  });

  it('names the faults of the establishment and of the activities together, in both languages', () => {
    const result = makePlanValue(site, {
      reportingYear: 2024,
      activityData: [{ ...activityData[0], unit: 'kg' }],
      establishment: { ...establishment, region: '평양' },
    });
    expect(faults(result)[0]).to.equal('establishment.region unknownRegion');
    expect(faults(result)[1]).to.match(/^activityData\[0\]\.unit /);
    if ('errors' in result) for (const error of result.errors) expect(`${error.ko}`).to.match(/[가-힣]/);
  });

  it('refuses a number it cannot keep, text that is no JSON, and what is no object', () => {
    const text = '{"reportingYear":2024,"activityData":[],"establishment":{"name":"a","workers":1e999}}';
    expect(faults(makePlanText(site, text))).to.deep.equal(['establishment.workers numberNotFinite']);
    expect(faults(makePlanText(site, '{'))).to.deep.equal(['input notJson']);
    for (const value of [null, [], 'a', 7]) expect(faults(makePlanValue(site, value))).to.have.length(1);
    expect(faults(makePlanValue(site, { reportingYear: 2024, activityData: [] }))).to.deep.equal(['establishment establishmentMissing']);
  });
});
