import { expect } from 'chai';
import { planView } from '../../server/presentation/plan-view.js';
import { emptyInventory, factorSources, inventory } from '../support/inventory-fixture.js';
import { establishment, foundryPlan, measure, program } from '../support/plan-fixture.js';

const options = { language: 'ko', date: '2026-11-22', factorSources } as const;
const view = planView(foundryPlan, options);

describe('the view of a transition plan', () => {
  it('opens with the totals of the inventory', () => {
    expect(view.cover.keyFigures.map((figure) => `${figure.value} ${figure.unit}`)).to.deep.equal([
      '394.940 tCO2eq',
      '103.341 tCO2eq',
      '291.600 tCO2eq',
      '99.128 toe',
    ]);
    expect(view.cover.summary[0]).to.include('구매전력').and.to.include('73.8%');
    expect(view.preparedOn).to.equal('2026년 11월 22일');
  });

  it('draws the same numbers as it writes: every bar stands in the table below it', () => {
    const rows = view.inventory.activities?.rows ?? [];
    expect(view.inventory.chart?.bars.map((bar) => [bar.label, bar.text.split(' ')[0]])).to.deep.equal(
      rows.map((row) => [row[0]?.text, row[3]?.text]),
    );
  });

  it('says that an answer is not known, never that it is no', () => {
    const bare = planView({ ...foundryPlan, establishment: { name: '공장', complex: false } }, options);
    const facts = Object.fromEntries(bare.establishment.facts.map((fact) => [fact.label, fact]));
    expect(facts['종사자 수']).to.deep.include({ value: '모름(답하지 않음)', known: false });
    expect(facts.산업단지).to.deep.include({ value: '산업단지 밖', known: true });
    const named = planView({ ...foundryPlan, establishment: { ...establishment, complex: true, workers: 0 } }, options);
    expect(named.establishment.facts.map((fact) => fact.value)).to.include.members(['산업단지 안(단지명은 답하지 않음)', '0명']);
  });

  it('names regions and industries where the lists have them, beside the code', () => {
    const names = {
      regions: [{ code: '48', iso: 'KR-48', ko: '경상남도', en: 'South Gyeongsang', shortKo: '경남', replaces: [] }],
      industries: [{ code: 'C24311', ko: '선철 주물 주조업', en: null }],
    };
    const coded = { ...foundryPlan, establishment: { ...establishment, region: '48', industryCode: '24311' } };
    const valuesIn = (language: 'ko' | 'en', plan = coded) =>
      planView(plan, { ...options, language, names }).establishment.facts.map((fact) => fact.value);
    expect(valuesIn('ko')).to.include.members(['경상남도', '24311 선철 주물 주조업']);
    expect(valuesIn('en')).to.include.members(['South Gyeongsang', '24311 선철 주물 주조업']);
    expect(valuesIn('ko', { ...coded, establishment: { ...coded.establishment, industryCode: '99999' } })).to.include('99999');
  });

  it('says why an energy total cannot be computed', () => {
    const energy = inventory.energy.map((line, at) => (at === 0 ? { ...line, finalToe: null } : line));
    const totals = { ...inventory.totals, energy: { ...inventory.totals.energy, finalToe: null } };
    const lacking = planView({ ...foundryPlan, inventory: { ...inventory, energy, totals } }, options);
    expect(lacking.cover.keyFigures.at(-1)).to.deep.include({ value: '계산 불가', note: '총발열량을 알 수 없음: 도시가스(LNG)' });
    expect(lacking.inventory.energy.rows.at(-1)?.[1]).to.deep.equal({ text: '계산 불가', sub: '총발열량을 알 수 없음: 도시가스(LNG)' });
  });

  it('tells a gas without a split from a gas that is zero', () => {
    const totals = {
      ...inventory.totals,
      scope2LocationBased: { co2eq: 10, co2: null, ch4: null, n2o: null, hfcs: null, pfcs: null, sf6: null, nf3: null },
    };
    const mixed = planView({ ...foundryPlan, inventory: { ...inventory, totals } }, options);
    expect(mixed.inventory.totals.rows[1]?.map((one) => one.text)).to.deep.equal([
      '간접배출(Scope 2) 지역기반',
      '10.000',
      '구분 없음',
      '구분 없음',
      '구분 없음',
    ]);
    expect(mixed.inventory.totals.rows[3]?.[2]?.text).to.equal('구분 없음');
    expect(mixed.inventory.totalsNotes.join()).to.include('구분 없음');
  });

  it('gives each figure of a measure its range, its typical value and its own badge', () => {
    const [first] = view.measures.details;
    const investment = first?.keyFigures.find((figure) => figure.label === '투자비');
    expect(investment?.value.replaceAll('\u00a0', ' ')).to.equal('570만~1,820만 원');
    expect(investment?.badge).to.deep.equal({ level: 'read-in-copy', label: '사본 확인' });
    expect(first?.keyFigures[0]?.badge?.label).to.equal('확인 전');
  });

  it('says "cannot tell" with what is missing where a figure or a measure cannot be told', () => {
    const third = view.measures.details[2];
    expect(third?.keyFigures.at(-1)?.value).to.equal('판단 불가');
    expect(third?.remarks.map((remark) => remark.text)).to.include('투자비를 알 수 없습니다.');
    expect(view.measures.cannotTell?.rows[0]?.map((one) => one.text)).to.deep.equal([
      '폐열 회수 열교환기',
      '보일러 유무: 이 문항에 답하지 않았습니다.\n보일러 용량: 이 문항에 답하지 않았습니다.',
    ]);
  });

  it('keeps the three outcomes of a condition apart, and duties apart from support', () => {
    expect(view.programs.groups.map((group) => [group.heading, group.programs.map((one) => one.eligibility.symbol)])).to.deep.equal([
      ['신청을 검토할 사업', ['○', '△']],
      ['법이 요구하는 것', ['△']],
    ]);
    expect(view.programs.notEligible?.rows[0]?.[1]?.text).to.equal('산업단지 입주: 사업장의 답과 맞지 않습니다.');
  });

  it('cites every source by a number that stands in the list, and lists none that is not cited', () => {
    const printed = JSON.stringify({ ...view, sources: null });
    const cited = new Set([...printed.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1])));
    expect([...cited].sort((a, b) => a - b)).to.deep.equal(view.sources.sources.map((source) => source.number));
    expect(view.sources.sources.map((source) => source.number)).to.deep.equal(view.sources.sources.map((_, at) => at + 1));
  });

  it('shows a source that is not declared by its id instead of hiding it', () => {
    const undeclared = planView(foundryPlan, { ...options, factorSources: [] });
    expect(JSON.stringify(undeclared.computation.lines)).to.include('gir-2022').and.to.include('자료의 출처 목록에 없습니다.');
  });

  it('shows lines of both methods of Scope 2 once when they were computed alike', () => {
    expect(foundryPlan.inventory.lines).to.have.length(9);
    expect(view.computation.lines.map((line) => [line.place, line.gases.rows.length])).to.deep.equal([
      ['직접배출(Scope 1)', 3],
      ['간접배출(Scope 2) 지역기반·시장기반', 3],
    ]);
  });

  it('lists a number that entered two measures once, with both of them', () => {
    const rows = view.computation.measures?.rows ?? [];
    expect(rows).to.have.length(2);
    expect(rows[0]?.at(-1)?.text).to.equal('1~3');
  });

  it('draws nothing where there is nothing, and numbers only the appendices there are', () => {
    const empty = planView({ ...foundryPlan, inventory: emptyInventory, measures: [], setAside: [], programs: [] }, options);
    expect([
      empty.inventory.chart,
      empty.inventory.activities,
      empty.measures.chart,
      empty.measures.summary,
      empty.programs.summary,
    ]).to.deep.equal([null, null, null, null, null]);
    expect(empty.computation.heading).to.equal('부록 1. 산정 근거');
    expect(view.computation.heading).to.equal('부록 3. 산정 근거');
    expect(empty.cover.summary[0]).to.include('배출량은 0');
  });

  it('says of a plan without programs that it names none, and of one where none fits that none fits', () => {
    const [first] = foundryPlan.programs;
    if (first === undefined) throw new Error('The fixture has programs');
    const without = planView({ ...foundryPlan, programs: [] }, options);
    expect(without.programs.none).to.include('적지 않았습니다');
    expect(without.cover.summary.at(-1)).to.equal(without.programs.none);
    const unfit = planView({ ...foundryPlan, programs: [{ ...first, eligibility: 'no' }] }, options);
    expect(unfit.programs.none).to.include('지원사업이 없습니다');
    expect(view.programs.none).to.equal(null);
  });

  it('draws no more bars than can be read, and leaves none out', () => {
    const energy = Array.from({ length: 25 }, (_, at) => ({
      ...(inventory.energy[0] as (typeof inventory.energy)[number]),
      activityDataId: `b${at}`,
    }));
    const [line] = inventory.lines;
    const lines = energy.flatMap(({ activityDataId }, at) => (line === undefined ? [] : [{ ...line, activityDataId, co2eq: at + 1 }]));
    const many = planView({ ...foundryPlan, inventory: { ...inventory, activities: energy, energy, lines } }, options);
    const bars = many.inventory.chart?.bars ?? [];
    expect(bars).to.have.length(10);
    expect(bars.reduce((sum, bar) => sum + bar.value, 0)).to.equal((25 * 26) / 2);
    expect(many.inventory.activities?.rows).to.have.length(25);
  });

  it('names linked measures by their numbers in the summary', () => {
    const measures = Array.from({ length: 4 }, (_, at) => measure(`m${at + 1}`, `수단 ${at + 1}`, `Measure ${at + 1}`, 9 - at));
    const linked = planView(
      { ...foundryPlan, measures, programs: [{ ...program('p', '사업', 'Program', 'yes'), measures: ['m1', 'm2', 'm4'] }] },
      options,
    );
    expect(linked.programs.groups[0]?.programs[0]?.links[0]?.text).to.include('1~2, 4번');
  });

  it('is the same in English, word for word its own', () => {
    const english = planView(foundryPlan, { ...options, language: 'en' });
    const { establishment: _facts, sources: _sources, ...rest } = english;
    const korean = [...JSON.stringify({ ...rest, title: '', cover: { ...rest.cover, name: '' } }).matchAll(/[가-힣]+/g)].map(
      (match) => match[0],
    );
    // What is left are places in Korean documents.
    expect(korean.filter((word) => !['별표', '도시가스', '년'].includes(word))).to.deep.equal([]);
  });
});
