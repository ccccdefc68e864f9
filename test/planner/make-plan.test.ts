import { expect } from 'chai';
import { makePlan } from '../../server/planner/make-plan.js';
import type { TransitionPlan } from '../../server/planner/plan.js';
import { inventoryOf, type Site } from './inventory-of.js';
import { date, foundry, measure, planOf } from './plan-of.js';
import { plannerData } from './planner-data.js';

describe('makePlan', () => {
  it('takes the share of the industry as baseline: 12 % of a foundry’s electricity is compressed air', () => {
    const vsd = measure(planOf(foundry, { electricity: 1000, grid: 0.45 }), 'variable-speed-compressor');
    expect(vsd.verdict).to.equal('fits');
    expect(vsd.baseline).to.include({ typical: 120, unit: 'MWh', confidence: 'recalled' });
    // 15, 30 and 40 % of 0.7, 1 and 1.3 times 120 MWh; times 0.45 tCO2eq/MWh
    expect(vsd.energySaving?.low).to.be.closeTo(12.6, 1e-9);
    expect(vsd.energySaving?.typical).to.equal(36);
    expect(vsd.energySaving?.high).to.be.closeTo(62.4, 1e-9);
    expect(vsd.abatement?.typical).to.be.closeTo(16.2, 1e-9);
    expect(vsd.basis.ko).to.contain('12 %');
    expect(vsd.basis.en).to.contain('12 %');
  });

  it('prefers the equipment of the site over the share, with its load as a range', () => {
    const plan = planOf(foundry, { electricity: 1000 }, [{ kind: 'airCompressor', size: 75, sizeUnit: 'kW', hoursPerYear: 4000 }]);
    const vsd = measure(plan, 'variable-speed-compressor');
    // 75 kW · 4000 h · 0.5, 0.7, 0.9
    expect(vsd.baseline).to.include({ low: 150, typical: 210, high: 270 });
    // 75 kW · 300,000 to 600,000 KRW/kW: the size is known, so no hours enter the cost
    expect(vsd.investment).to.include({ low: 22_500_000, typical: 30_000_000, high: 45_000_000 });
  });

  it('never lets equipment use more than the inventory holds, and says so', () => {
    const plan = planOf(foundry, { electricity: 100 }, [{ kind: 'airCompressor', size: 75, sizeUnit: 'kW', hoursPerYear: 4000 }]);
    const vsd = measure(plan, 'variable-speed-compressor');
    expect(vsd.baseline).to.include({ low: 100, typical: 100, high: 100 });
    expect(vsd.basis.ko).to.contain('제한');
  });

  it('says when the equipment as stated cannot be: even at low load it uses more than the bills show', () => {
    const row = { kind: 'electricFurnace', size: 750, sizeUnit: 'kW', hoursPerYear: 8000 };
    // 750 kW x 8000 h x 0.4 = 2,400 MWh
    const notes = (electricity: number): string =>
      planOf(foundry, { electricity }, [row])
        .notes.map((note) => note.ko)
        .join(' ');
    expect(notes(2399)).to.contain('적어도 2,400 MWh');
    expect(notes(2401)).not.to.contain('적어도');
  });

  it('asks for 500 toe before it offers an energy management system', () => {
    const at = (toe: number | null): TransitionPlan => planOf(foundry, { electricity: 1000, toe });
    expect(at(499).setAside.find((entry) => entry.id === 'energy-management-system')?.reason.ko).to.contain('500 toe');
    expect(measure(at(500), 'energy-management-system').verdict).to.equal('fits');
    expect(measure(at(null), 'energy-management-system').verdict).to.equal('cannotTell');
  });

  it('names no program where the establishment did not agree to it, and says why', () => {
    const plan = makePlan({ date, establishment: foundry, ...inventoryOf({ electricity: 100 }), matchPrograms: false }, plannerData);
    expect(plan.programs).to.have.length(0);
    expect(plan.measures.flatMap((entry) => entry.programs)).to.have.length(0);
    expect(plan.notes.map((note) => note.ko).join(' ')).to.contain('동의하지 않아');
  });

  it('counts machines only where they were entered by number: one row may hold all of a kind', () => {
    const site: Site = { electricity: 100, fuels: [{ fuel: 'cityGasLng', tj: 10, tonnesPerTJ: 56 }] };
    const food = { name: '식품', industryCode: 'C10' };
    const bySize = planOf(food, site, [{ kind: 'boiler', size: 4, sizeUnit: 't/h', hoursPerYear: 2000 }]);
    expect(measure(bySize, 'burner-tuning').investment).to.equal(null);
    expect(
      measure(bySize, 'burner-tuning')
        .checks.map((check) => check.reason.ko)
        .join(' '),
    ).to.contain('보일러 대수');
    const byNumber = planOf(food, site, [{ kind: 'boiler', size: 2, sizeUnit: 'each', hoursPerYear: 2000 }]);
    expect(measure(byNumber, 'burner-tuning').investment).to.include({ low: 4_000_000, typical: 30_000_000, high: 80_000_000 });
  });

  it('ignores an equipment row without size or hours instead of counting it as zero', () => {
    const plan = planOf(foundry, { electricity: 1000 }, [{ kind: 'airCompressor', size: 75, sizeUnit: 'kW', hoursPerYear: null }]);
    expect(measure(plan, 'variable-speed-compressor').baseline).to.include({ typical: 120 });
  });

  it('cannot tell without an industry code, and names the question that would settle it', () => {
    const plan = planOf({ name: '이름만 아는 사업장' }, { electricity: 1000 });
    const leak = measure(plan, 'compressed-air-leak-repair');
    expect(leak.verdict).to.equal('cannotTell');
    expect([leak.baseline, leak.energySaving, leak.abatement, leak.costSaving, leak.investment, leak.paybackYears]).to.deep.equal(
      Array(6).fill(null),
    );
    expect(leak.checks.map((check) => check.question)).to.include('industry-code');
  });

  it('cannot tell fans and pumps apart without the equipment table', () => {
    const fan = measure(planOf(foundry, { electricity: 1000 }), 'fan-variable-speed-drive');
    expect(fan.verdict).to.equal('cannotTell');
    expect(fan.checks[0]).to.include({ outcome: 'unknown', question: 'main-equipment' });
    const known = planOf(foundry, { electricity: 1000 }, [{ kind: 'fan', size: 30, sizeUnit: 'kW', hoursPerYear: 4000 }]);
    expect(measure(known, 'fan-variable-speed-drive').verdict).to.equal('fits');
  });

  it('sets measures aside, with the reason, when no energy of their kind is used', () => {
    const plan = planOf(foundry, { electricity: 1000 });
    const aside = new Map(plan.setAside.map((entry) => [entry.id, entry.reason]));
    expect(aside.get('feedwater-economizer')?.ko).to.contain('고정연소 연료 사용이 없습니다');
    expect(aside.get('electric-vehicles-and-forklifts')?.en).to.contain('no mobile fuel');
    expect(plan.notes.map((note) => note.en).join(' ')).to.contain('no stationary fuel');
  });

  it('offers nothing where nothing is used', () => {
    const plan = planOf(foundry, {});
    expect(plan.measures.filter((entry) => entry.verdict === 'fits')).to.have.length(0);
    expect(plan.notes.map((note) => note.ko).join(' ')).to.contain('구매전력이 없어');
  });

  it('cannot tell when the energy of a carrier is not known', () => {
    const plan = planOf(foundry, { electricity: null });
    expect(measure(plan, 'led-lighting').verdict).to.equal('cannotTell');
    expect(plan.measures.every((entry) => entry.verdict === 'cannotTell')).to.equal(true);
  });

  it('burns coke in the furnace alone, never in a boiler', () => {
    const plan = planOf(foundry, { electricity: 640, fuels: [{ fuel: 'coke', tj: 2.82, tonnesPerTJ: 107 }] });
    expect(measure(plan, 'induction-heating').baseline).to.include({ typical: 2.82 });
    expect(plan.setAside.find((entry) => entry.id === 'feedwater-economizer')?.reason.ko).to.contain('코크스');
  });

  it('splits the other fuels and adds the coke to the furnace, but not for a recuperator', () => {
    const fuels = [
      { fuel: 'coke', tj: 2, tonnesPerTJ: 107 },
      { fuel: 'cityGasLng', tj: 1, tonnesPerTJ: 56 },
    ];
    const plan = planOf(foundry, { fuels });
    // 2 TJ of coke and 85 % of 1 TJ of gas
    const recuperator = measure(plan, 'recuperator');
    expect(recuperator.baseline?.typical).to.be.closeTo(0.85, 1e-12);
    expect(recuperator.abatement?.typical).to.be.closeTo(0.18 * 0.85 * 56, 1e-9);
    expect(measure(plan, 'condensate-return').baseline?.typical).to.be.closeTo(0.05, 1e-12);
  });

  it('counts the electricity that replaces fuel: induction helps against coke and is set aside against gas on a dirty grid', () => {
    const coke = planOf(foundry, { electricity: 1, grid: 0.45, fuels: [{ fuel: 'coke', tj: 1, tonnesPerTJ: 107 }] });
    const induction = measure(coke, 'induction-heating');
    // 1 TJ of coke against 0.5 TJ = 138.9 MWh of electricity
    expect(induction.addedElectricity?.typical).to.be.closeTo(0.5 / 0.0036, 1e-9);
    expect(induction.abatement?.typical).to.be.closeTo(107 - (0.5 / 0.0036) * 0.45, 1e-9);
    const gas = planOf(foundry, { electricity: 1, grid: 0.45, fuels: [{ fuel: 'cityGasLng', tj: 1, tonnesPerTJ: 56 }] });
    expect(gas.setAside.find((entry) => entry.id === 'induction-heating')?.reason.ko).to.contain('늘어납니다');
  });

  it('spreads fuel and the electricity for it together: an uncertain load does not turn a saving into a loss', () => {
    const site: Site = { electricity: 1, grid: 0.45, fuels: [{ fuel: 'cityGasLng', tj: 100, tonnesPerTJ: 200 }] };
    const plan = planOf({ name: '식품', industryCode: 'C10' }, site, [{ kind: 'boiler', size: 2, sizeUnit: 't/h', hoursPerYear: 3000 }]);
    const boiler = measure(plan, 'electric-boiler');
    // 1,694 kW x 3000 h x 0.3 to 0.8 = 5.5 to 14.6 TJ of fuel; 5 to 14 % of it is saved as energy
    expect(boiler.energySaving?.low).to.be.closeTo(1694 * 3 * 0.0036 * 0.3 * 0.05, 1e-9);
    expect(boiler.energySaving?.high).to.be.closeTo(1694 * 3 * 0.0036 * 0.8 * 0.14, 1e-9);
    expect(boiler.abatement?.low).to.be.closeTo(1694 * 3 * 0.0036 * 0.3 * (200 - (0.95 / 0.0036) * 0.45), 1e-6);
  });

  it('cannot tell what electrification does where the inventory holds no electricity', () => {
    const plan = planOf(foundry, { fuels: [{ fuel: 'coke', tj: 1, tonnesPerTJ: 107 }] });
    expect(measure(plan, 'induction-heating').verdict).to.equal('cannotTell');
  });

  it('takes compressor heat only as far as the compressors give heat', () => {
    const site: Site = { electricity: 10, fuels: [{ fuel: 'cityGasLng', tj: 100, tonnesPerTJ: 56 }] };
    const heat = measure(planOf({ name: '기계', industryCode: 'C29' }, site), 'compressor-heat-recovery');
    // 15 % of 10 MWh are compressed air; 40 % of it can be recovered: 0.00216 TJ, far below 15 % of 55 TJ
    expect(heat.energySaving?.typical).to.be.closeTo(10 * 0.15 * 0.0036 * 0.4, 1e-12);
  });

  it('keeps measures that lower market-based Scope 2 alone behind the others', () => {
    const plan = planOf(foundry, { electricity: 1000 });
    const ids = plan.measures.map((entry) => entry.id);
    const market = ids.indexOf('renewable-electricity-purchase');
    expect(plan.measures[market]?.abatementMethod).to.equal('market');
    expect(plan.measures.slice(0, market).every((entry) => entry.verdict === 'fits' && entry.abatementMethod === 'location')).to.equal(
      true,
    );
    expect(plan.measures.slice(market + 1).every((entry) => entry.verdict === 'cannotTell')).to.equal(true);
  });

  it('gives no cost saving for a fuel without a price, and says which', () => {
    const plan = planOf(foundry, { electricity: 1, fuels: [{ fuel: 'coke', tj: 1, tonnesPerTJ: 107 }] });
    const induction = measure(plan, 'induction-heating');
    expect(induction.costSaving).to.equal(null);
    expect(induction.paybackYears).to.equal(null);
    expect(induction.checks.map((check) => check.reason.en).join(' ')).to.contain('coke');
    expect(induction.checks.map((check) => check.reason.ko).join(' '))
      .to.contain('코크스')
      .and.not.contain('coke');
  });

  it('prices gas by its gross heat', () => {
    const plan = planOf({ name: '식품', industryCode: 'C10' }, { fuels: [{ fuel: 'cityGasLng', tj: 10, tonnesPerTJ: 56 }] });
    // boiler 75 % of 10 TJ, economizer 6 %: 0.45 TJ net = 0.495 TJ gross at 21,000 KRW/GJ
    expect(measure(plan, 'feedwater-economizer').costSaving?.typical).to.be.closeTo(0.495 * 1000 * 21_000, 1e-3);
  });

  it('says where every figure comes from', () => {
    const plan = planOf(foundry, { electricity: 1000, fuels: [{ fuel: 'coke', tj: 1, tonnesPerTJ: 107 }] });
    for (const entry of plan.measures) {
      const sources = new Set(entry.sources.map((source) => source.id));
      for (const figure of entry.figures)
        if (figure.sourceId !== null) expect(sources, `${entry.id}: ${figure.label.en}`).to.include(figure.sourceId);
      if (entry.verdict === 'fits') expect(entry.figures, entry.id).not.to.have.length(0);
    }
  });

  it('is the same for the same input, whatever the order of the data', () => {
    const site: Site = { electricity: 1000 };
    const reversed = { ...plannerData, measures: { ...plannerData.measures, sources: [...plannerData.measures.sources].reverse() } };
    const input = { date, establishment: foundry, ...inventoryOf(site) };
    expect(makePlan(input, reversed)).to.deep.equal(makePlan(input, plannerData));
  });
});
