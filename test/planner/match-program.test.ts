import { expect } from 'chai';
import { makePlan } from '../../server/planner/make-plan.js';
import type { EstablishmentProfile, ProgramMatch } from '../../server/planner/plan.js';
import { inventoryOf, type Site } from './inventory-of.js';
import { plannerData } from './planner-data.js';

const date = '2026-02-20';

const programs = (establishment: Omit<EstablishmentProfile, 'name'>, site: Site = { electricity: 100 }): readonly ProgramMatch[] =>
  makePlan({ date, establishment: { name: '시험', ...establishment }, ...inventoryOf(site) }, plannerData).programs;

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

  it('is never yes when another program took it over, and names that program', () => {
    const leadPlant = program('motie-leadplant', { industryCode: 'C24', averageSales: 1e9 });
    expect(leadPlant.eligibility).to.equal('no');
    expect(leadPlant.checks.find((check) => check.outcome === 'no')?.reason.ko).to.contain('산업 공급망 탄소파트너십');
    expect(leadPlant.checks.find((check) => check.outcome === 'no')?.reason.en).to.contain('2026');
  });

  it('tells of an application window that has passed, and only then', () => {
    const on = (day: string) =>
      makePlan({ date: day, establishment: { name: '시험' }, ...inventoryOf({ electricity: 100 }) }, plannerData)
        .programs.find((entry) => entry.id === 'mss-capex-2026')
        ?.checks.find((check) => check.label.en === 'Application window');
    expect(on('2026-03-04')?.outcome).to.equal('yes');
    expect(on('2026-03-05')).to.deep.include({
      outcome: 'unknown',
      reason: {
        ko: '이번 신청 기간(2026-02-10~2026-03-04)은 지났습니다. 다음 공고를 확인하세요.',
        en: 'This application window (2026-02-10 to 2026-03-04) has passed. Look for the next call.',
      },
    });
  });

  it('is not known to run in a year after the one it was last seen in', () => {
    const running = (day: string): boolean =>
      makePlan({ date: day, establishment: { name: '시험' }, ...inventoryOf({}) }, plannerData)
        .programs.find((entry) => entry.id === 'esg-platform')
        ?.checks.every((check) => check.label.en !== 'Still running') === true;
    expect([running('2026-12-31'), running('2027-01-01')]).to.deep.equal([true, false]);
  });

  it('is never yes for an establishment of which nothing but the name is known', () => {
    for (const entry of programs({})) expect(entry.eligibility, entry.id).not.to.equal('yes');
    for (const id of ['kicox-leadproject-loan', 'tax-integrated', 'kea-esco']) {
      const open = program(id, {}).checks.filter((check) => check.outcome === 'unknown');
      expect(open.map((check) => check.reason.ko).join(' '), id).to.contain('확인');
    }
  });

  it('is never yes without a condition that the answers decided, whatever stands in the data', () => {
    const open = plannerData.programs.programs
      .filter((entry) => entry.id === 'esg-platform')
      .map((entry) => ({
        ...entry,
        conditions: [{ fact: 'size' as const, in: ['micro', 'small', 'medium', 'midSized', 'large'] as const }],
      }));
    const data = { ...plannerData, programs: { ...plannerData.programs, programs: open } };
    const [only] = makePlan({ date, establishment: { name: '시험' }, ...inventoryOf({}) }, data).programs;
    expect(only?.eligibility).to.equal('unknown');
    expect(only?.checks.find((check) => check.outcome === 'unknown')?.reason.ko).to.contain('확인할 수 있는 요건이 없습니다');
  });

  it('says that the size was told by sales alone, and what is left to confirm', () => {
    const [size] = program('mss-capex-2026', { industryCode: 'C24', averageSales: 1e9, workers: 5 }).checks;
    expect(size?.outcome).to.equal('yes');
    expect(size?.label.ko).to.contain('기업규모(매출액 기준)');
    expect(size?.label.en).to.contain('by sales');
    expect(size?.reason.ko).to.contain('자산총액').and.contain('대기업집단').and.contain('확인해야');
    expect(size?.reason.en).to.contain('to be confirmed');
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
    expect(program('gg-re100-loan', { region: '경기' }).checks[0]?.outcome).to.equal('yes');
    expect(program('gg-re100-loan', { region: '경기' }).eligibility).to.equal('unknown');
    expect(program('gg-re100-loan', { region: '인천' }).eligibility).to.equal('no');
    expect(program('gg-re100-loan', {}).eligibility).to.equal('unknown');
  });

  it('links only to measures that the plan offers, and calls the link derived', () => {
    const made = makePlan({ date, establishment: { name: 'a', industryCode: '24311' }, ...inventoryOf({ electricity: 100 }) }, plannerData);
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
