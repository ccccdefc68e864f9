import { expect } from 'chai';
import { makePlan } from '../../server/planner/make-plan.js';
import type { EstablishmentProfile, ProgramMatch } from '../../server/planner/plan.js';
import { inventoryOf, type Site } from './inventory-of.js';
import { plannerData } from './planner-data.js';

const programs = (establishment: Omit<EstablishmentProfile, 'name'>, site: Site = { electricity: 100 }): readonly ProgramMatch[] =>
  makePlan({ establishment: { name: '시험', ...establishment }, ...inventoryOf(site) }, plannerData).programs;

const program = (id: string, establishment: Omit<EstablishmentProfile, 'name'>, site?: Site): ProgramMatch => {
  const found = programs(establishment, site).find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`${id} is not among the programs`);
  return found;
};

describe('a support program', () => {
  it('is told of, every one of them, with a reason for each check', () => {
    const all = programs({ industryCode: '24311', workers: 12 });
    expect(all).to.have.length(plannerData.programs.programs.length);
    for (const entry of all) for (const check of entry.checks) expect(check.reason.ko, entry.id).to.match(/[가-힣0-9]/);
  });

  it('prints rate, cap, and the year its terms were read', () => {
    const { terms } = program('mss-capex-2026', {});
    expect(terms.ko).to.contain('지원율 50 %').and.contain('한도 3억원').and.contain('2026년에 확인한 내용');
    expect(terms.en).to.contain('rate 50 %').and.contain('KRW 300 million').and.contain('Terms as of 2026');
  });

  it('marks terms that were not checked against a source', () => {
    expect(program('mss-smartfactory-cn', {}).terms.ko).to.contain('출처 확인 전');
    expect(program('mss-smartfactory-cn', {}).confidence).to.equal('recalled');
  });

  it('bears the name of the ministry that is in charge now', () => {
    expect(program('kea-fund', {}).ministry.ko).to.equal('기후에너지환경부');
    expect(program('motie-cleanfactory', {}).ministry.ko).to.equal('산업통상부');
  });

  it('is never yes when it may have ended', () => {
    const cleanFactory = program('motie-cleanfactory', { industryCode: 'C24', averageSales: 1e9, complex: true });
    expect(cleanFactory.eligibility).to.equal('unknown');
    expect(cleanFactory.checks.filter((check) => check.outcome !== 'yes').map((check) => check.label.ko)).to.deep.equal(['현재 시행 여부']);
  });

  it('keeps audits to the energy band they are made for', () => {
    const at = (toe: number): readonly string[] =>
      ['kea-audit-small', 'kea-audit-obliged', 'reg-energyuse'].map((id) => program(id, {}, { electricity: 100, toe }).eligibility);
    expect(at(499)).to.deep.equal(['no', 'no', 'no']);
    expect(at(500)).to.deep.equal(['unknown', 'no', 'no']);
    expect(at(2000)).to.deep.equal(['no', 'unknown', 'yes']);
    expect(at(10_000)).to.deep.equal(['no', 'no', 'yes']);
  });

  it('keeps the programs of a complex to sites in one, and of a province to sites in it', () => {
    expect(program('kicox-ecoinfra', { complex: false }).eligibility).to.equal('no');
    expect(program('kicox-ecoinfra', { complex: true }).eligibility).to.equal('unknown');
    expect(program('gg-re100-loan', { region: '경기' }).eligibility).to.equal('yes');
    expect(program('gg-re100-loan', { region: '인천' }).eligibility).to.equal('no');
    expect(program('gg-re100-loan', {}).eligibility).to.equal('unknown');
  });

  it('links only to measures that the plan offers, and calls the link derived', () => {
    const made = makePlan({ establishment: { name: 'a', industryCode: '24311' }, ...inventoryOf({ electricity: 100 }) }, plannerData);
    const offered = new Set(made.measures.map((measure) => measure.id));
    for (const entry of made.programs) {
      expect(entry.linkConfidence).to.equal('derived');
      for (const id of entry.measures) expect(offered).to.include(id);
    }
    for (const measure of made.measures) {
      const back = made.programs.filter((entry) => entry.measures.includes(measure.id)).map((entry) => entry.id);
      expect([...measure.programs].sort()).to.deep.equal(back.sort());
    }
  });

  it('stands with those it may apply for first', () => {
    const order = programs({ industryCode: 'C25', averageSales: 1e9, region: '48' }).map((entry) => entry.eligibility);
    const sorted = [...order].sort((a, b) => ['yes', 'unknown', 'no'].indexOf(a) - ['yes', 'unknown', 'no'].indexOf(b));
    expect(order).to.deep.equal(sorted);
  });
});
