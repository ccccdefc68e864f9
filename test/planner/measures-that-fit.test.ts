import { expect } from 'chai';
import type { Site } from './inventory-of.js';
import { foundry, measure, planOf } from './plan-of.js';

describe('a measure that is offered', () => {
  it('never takes a default share as a point, and names its spread among the figures', () => {
    const plan = planOf(foundry, { electricity: 1000, fuels: [{ fuel: 'cityGasLng', tj: 1, tonnesPerTJ: 56 }] });
    for (const id of ['variable-speed-compressor', 'led-lighting', 'recuperator']) {
      const { baseline, figures, confidence } = measure(plan, id);
      expect((baseline?.low ?? 1) / (baseline?.typical ?? 1), id).to.be.closeTo(0.7, 1e-9);
      expect(confidence, id).to.equal('recalled');
      expect(figures.map((figure) => figure.label.en).join(' '), id).to.contain('Spread of the share');
    }
    // 85 % x 1.3 would be more fuel than there is
    expect(measure(plan, 'recuperator').baseline?.high).to.equal(1);
  });

  it('does not count the cost of a compressor from a size that the bills rule out, and says so', () => {
    const site: Site = { electricity: 640 };
    const huge = measure(
      planOf(foundry, site, [{ kind: 'airCompressor', size: 5000, sizeUnit: 'kW', hoursPerYear: 4000 }]),
      'variable-speed-compressor',
    );
    expect(huge.baseline).to.include({ low: 640, high: 640 });
    // 640 MWh over 1500 to 6000 full-load hours are 107 to 427 kW, at 300,000 to 600,000 KRW/kW
    expect(huge.investment?.high).to.be.closeTo((640_000 / 1500) * 600_000, 1);
    expect(huge.investment?.low).to.be.closeTo((640_000 / 6000) * 300_000, 1);
    expect(huge.basis.ko).to.contain('적힌 용량(합계 5,000 kW)은').and.contain('투자비에 쓰지 않았습니다');
    expect(huge.basis.en).to.contain('costs are not counted from that size');
  });

  it('sets aside, with the reason, what acts on equipment of size zero or zero hours', () => {
    for (const [size, hoursPerYear] of [
      [0, 4000],
      [75, 0],
      [0, null],
      [null, 0],
    ] as const) {
      const plan = planOf(foundry, { electricity: 640 }, [
        { kind: 'airCompressor', size, sizeUnit: 'kW', hoursPerYear },
        { kind: 'electricFurnace', size, sizeUnit: 'each', hoursPerYear },
      ]);
      const aside = new Map(plan.setAside.map((entry) => [entry.id, entry.reason]));
      for (const id of ['variable-speed-compressor', 'compressed-air-leak-repair', 'efficient-electric-furnace']) {
        expect(aside.get(id)?.ko, id).to.contain('0으로');
        expect(aside.get(id)?.en, id).to.contain('zero');
      }
    }
  });

  it('offers no payback where neither anything is paid nor saved', () => {
    const plan = planOf({ name: '사출', industryCode: 'C22' }, { electricity: 100 }, [
      { kind: 'injectionMoldingMachine', size: 0, sizeUnit: 'tonneForce', hoursPerYear: 5000 },
    ]);
    expect(plan.setAside.map((entry) => entry.id)).to.include.members(['all-electric-molding-machine', 'hydraulic-servo-retrofit']);
  });

  it('cannot tell, and gives no figure, while it is open whether there is anything to act on', () => {
    const site: Site = { electricity: 1000, fuels: [{ fuel: 'diesel', tj: 5, tonnesPerTJ: 70 }] };
    const plan = planOf(foundry, site);
    const open = [
      'efficient-electric-furnace',
      'compressor-sequencing',
      'oil-to-natural-gas',
      'efficient-transformer',
      'rooftop-photovoltaics',
    ];
    for (const id of open) {
      const { verdict, checks, abatement, investment } = measure(plan, id);
      expect({ verdict, abatement, investment, first: checks[0]?.outcome }, id).to.deep.equal({
        verdict: 'cannotTell',
        abatement: null,
        investment: null,
        first: 'unknown',
      });
    }
    const stated = planOf(foundry, site, [
      { kind: 'electricFurnace', size: 100, sizeUnit: 'kW', hoursPerYear: 4000 },
      { kind: 'airCompressor', size: 2, sizeUnit: 'each', hoursPerYear: null },
    ]);
    for (const id of ['efficient-electric-furnace', 'compressor-sequencing']) expect(measure(stated, id).verdict, id).to.equal('fits');
  });

  it('offers no burner, recuperator or gas boiler to a foundry that burns coke alone, and says why', () => {
    const plan = planOf(foundry, { fuels: [{ fuel: 'coke', tj: 2.82, tonnesPerTJ: 107 }] });
    const aside = new Map(plan.setAside.map((entry) => [entry.id, entry.reason]));
    for (const id of ['regenerative-burner', 'recuperator', 'furnace-insulation']) {
      expect(aside.get(id)?.ko, id).to.contain('기체·액체 연료에만').and.contain('코크스');
      expect(aside.get(id)?.en, id).to.contain('gaseous, liquid').and.contain('coke');
    }
    for (const id of ['burner-tuning', 'condensing-boiler']) expect(aside.has(id), id).to.equal(true);
  });

  it('counts for a burner only the share of the fuels it can burn: half of a mix of gas and coal', () => {
    const fuels = [
      { fuel: 'cityGasLng', tj: 10, tonnesPerTJ: 56 },
      { fuel: 'bituminousCoal', tj: 30, tonnesPerTJ: 95 },
    ];
    const plan = planOf({ name: '식품', industryCode: 'C10' }, { fuels }, [
      { kind: 'boiler', size: 2, sizeUnit: 'each', hoursPerYear: null },
    ]);
    // boilers hold 75 % of the 10 TJ of gas; the coal is left out and its emissions with it
    const tuning = measure(plan, 'burner-tuning');
    expect(tuning.baseline?.typical).to.be.closeTo(7.5, 1e-9);
    expect(tuning.abatement?.typical).to.be.closeTo(7.5 * 0.02 * 56, 1e-9);
    expect(tuning.basis.ko).to.contain('25 %').and.contain('유연탄');
    expect(measure(plan, 'condensate-return').baseline?.typical).to.be.closeTo(30, 1e-9);
  });

  it('offers no change to biomass where biomass is burnt already', () => {
    const site: Site = { fuels: [{ fuel: 'wood', tj: 10, tonnesPerTJ: 1 }] };
    const plan = planOf({ name: '식품', industryCode: 'C10', complex: true }, site);
    expect(plan.setAside.find((entry) => entry.id === 'biomass-or-purchased-waste-heat')?.reason.ko).to.contain('화석');
  });
});
