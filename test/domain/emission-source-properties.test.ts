import { expect } from 'chai';
import fc from 'fast-check';
import type { Process, ProcessModifier } from '../../server/domain/emission-source-data.js';
import type { Inventory } from '../../server/domain/inventory.js';
import { unitsOf } from '../../server/domain/units.js';
import { emissionFactors, inventoryOf } from '../support/emission-factors.js';

const present = <Value>(values: Readonly<Record<string, Value | undefined>>): Value[] =>
  Object.values(values).filter((value) => value !== undefined);

const data = emissionFactors();
const processes = present(data.processes);
const one = (activity: object, head: object = {}): Inventory =>
  inventoryOf({ reportingYear: 2024, ...head, activityData: [{ id: 'a1', ...activity }] });

/** What a process cannot do without: values inside the bounds of its needed modifiers, a factor where only a range is printed. */
const needed = (process: Process): object => {
  const values = process.modifiers.filter((modifier) => modifier.required).map((modifier) => [modifier.key, middle(modifier)] as const);
  const range = process.emissions.find((emission) => emission.range !== null)?.range;
  const factor =
    range === undefined || range === null
      ? {}
      : { factor: { value: ((range.low + range.high) / 2) * 1000, unit: 'tCO2/t', source: 'a plant' } };
  return { ...Object.fromEntries(values), ...factor };
};

const middle = ({ least, most, usual }: ProcessModifier): number => ((usual?.low ?? least) + (usual?.high ?? most)) / 2;

const activityOf = (process: Process, quantity: number): object => ({
  category: 'processEmissions',
  process: process.id,
  quantity,
  unit: unitsOf(process.quantity.dimension)[0],
  ...needed(process),
});

/** @param size of what the number was made from, where it is a small rest of something large */
const near = (found: number, wanted: number, what: string, size = 1): void => {
  expect(found, what).to.be.closeTo(wanted, Math.abs(wanted) * 1e-9 + Math.max(size, 1) * 1e-12);
};

const gwps = fc.constantFrom('AR4', 'AR5', 'AR6');
const quantities = fc.double({ min: 0, max: 1e6, noNaN: true });

describe('every process of the data', () => {
  it('can be computed, has a line for each of its gases, and grows with its quantity', () => {
    fc.assert(
      fc.property(fc.constantFrom(...processes), quantities, gwps, (process, quantity, gwp) => {
        const [whole, part] = [one(activityOf(process, quantity * 4), { gwp }), one(activityOf(process, quantity), { gwp })];
        expect(part.lines.map((line) => line.gas)).to.deep.equal(process.emissions.map((emission) => emission.gas));
        for (const [index, line] of whole.lines.entries()) near(line.co2eq, (part.lines[index]?.co2eq ?? Number.NaN) * 4, process.id);
        near(
          whole.totals.scope1.co2eq,
          whole.lines.reduce((sum, line) => sum + line.co2eq, 0),
          'sum',
        );
      }),
      { numRuns: 300 },
    );
  });

  it('makes something of a tonne or a square metre', () => {
    for (const process of processes) {
      for (const line of one(activityOf(process, 1000)).lines) expect(line.tonnes, `${process.id} ${line.gas}`).to.be.above(0);
    }
  });

  it('leaves nothing where abatement destroys all of all of it', () => {
    for (const process of processes.filter(({ modifiers }) => modifiers.some(({ key }) => key === 'treatedShare'))) {
      const { lines } = one({ ...activityOf(process, 1000), destructionEfficiency: 1, treatedShare: 1 });
      expect(
        lines.map((line) => line.tonnes),
        process.id,
      ).to.deep.equal(lines.map(() => 0));
    }
  });

  it('emits less of a gas the more of it is destroyed', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (efficiency, share) => {
        const process = { category: 'processEmissions', process: 'semiconductorC2f6', quantity: 100, unit: 'kg' };
        const some = one({ ...process, destructionEfficiency: efficiency, treatedShare: share }).totals.scope1.co2eq;
        near(some, one(process).totals.scope1.co2eq * (1 - efficiency * share), 'abatement');
      }),
    );
  });

  it('tells every recalled number it rests on', () => {
    for (const process of processes) {
      const { lines, warnings } = one(activityOf(process, 1));
      const isRecalled = lines.some((line) => line.trace.factors.some((use) => use.confidence === 'recalled'));
      expect(
        warnings.some((each) => each.code === 'recalledFactor'),
        process.id,
      ).to.equal(isRecalled);
    }
  });
});

describe('every blend of the data', () => {
  const blends = present(data.blends);

  it('is the sum of its gases, those of the Montreal Protocol beside the total', () => {
    fc.assert(
      fc.property(fc.constantFrom(...blends), quantities, gwps, (blend, quantity, gwp) => {
        const leak = { category: 'fugitiveEmissions', source: 'otherRelease', unit: 'kg' };
        const whole = one({ ...leak, gas: blend.id, quantity }, { gwp });
        const parts = inventoryOf({
          reportingYear: 2024,
          gwp,
          activityData: Object.entries(blend.massFractions).map(([gas, share]) => ({ ...leak, id: gas, gas, quantity: quantity * share })),
        });
        near(whole.totals.scope1.co2eq, parts.totals.scope1.co2eq, blend.id);
        const beside = (inventory: Inventory): number => inventory.totals.montrealGases.reduce((sum, each) => sum + each.co2eq, 0);
        near(beside(whole), beside(parts), `${blend.id} beside`);
      }),
      { numRuns: 200 },
    );
  });
});

describe('gases by any of their names', () => {
  it('are the same gas', () => {
    const leak = { category: 'fugitiveEmissions', source: 'refrigerant', quantity: 1, unit: 'kg' };
    const lines = ['HFC134a', 'HFC-134a', 'R-134a', 'R134a', '수소불화탄소 HFC-134a'].map((gas) => one({ ...leak, gas }).lines);
    for (const each of lines) expect(each).to.deep.equal(lines[0]);
  });

  it('refuse none of the equipment its own rates', () => {
    for (const kind of present(data.equipment)) {
      const source = present(data.fugitiveSources).find((each) => each.equipment === kind.for && each.only !== 'CO2');
      const gas = source?.only ?? (kind.for === 'fireProtection' ? 'HFC227ea' : 'R-410A');
      const { totals } = one({
        category: 'fugitiveEmissions',
        source: source?.id,
        gas,
        method: 'leakRate',
        equipment: kind.id,
        quantity: 100,
        unit: 'kg',
      });
      expect(totals.scope1.co2eq, kind.id).to.be.above(0);
    }
  });
});

describe('a carbon balance', () => {
  const flow = fc.record({
    material: fc.constantFrom('coke', 'pigIron', 'limestone', 'charcoal', 'eafElectrodes'),
    quantity: fc.double({ min: 0, max: 1e4, noNaN: true }),
    unit: fc.constantFrom('kg', 't'),
  });

  it('has the same result in whatever order its flows come, and none of what it gives back', () => {
    fc.assert(
      fc.property(fc.array(flow, { maxLength: 8 }), (inputs) => {
        const of = (list: readonly object[], outputs: readonly object[] = []): Inventory =>
          one({ category: 'carbonBalance', inputs: list, outputs });
        const { totals } = of(inputs);
        const turned = of([...inputs].reverse()).totals;
        near(turned.scope1.co2eq, totals.scope1.co2eq, 'order');
        near(turned.biogenicCo2, totals.biogenicCo2, 'order, biogenic');
        const back = of(inputs, inputs).totals;
        const size = totals.scope1.co2eq + totals.biogenicCo2;
        near(back.scope1.co2eq, 0, 'all back', size);
        near(back.biogenicCo2, 0, 'all back, biogenic', size);
      }),
    );
  });

  it('is quick to say the same fuel once', () => {
    const coke = {
      category: 'carbonBalance',
      inputs: [
        { material: 'coke', quantity: 1, unit: 't' },
        { material: '코크스', quantity: 1, unit: 't' },
      ],
    };
    const fuel = { id: 'k', category: 'stationaryCombustion', fuel: 'coke', quantity: 1, unit: 't' };
    const { warnings } = inventoryOf({ reportingYear: 2024, activityData: [{ id: 'a1', ...coke }, fuel, { ...fuel, id: 'k2' }] });
    expect(warnings.filter((each) => each.code === 'possibleDoubleCount').map((each) => each.activityDataId)).to.deep.equal(['a1']);
  });
});
