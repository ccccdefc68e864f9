import { expect } from 'chai';
import fc from 'fast-check';
import type { FactorData } from '../../../server/domain/factor-data.js';
import { powersOf } from '../../../server/domain/uncertainty/elasticity.js';
import { lineModels } from '../../../server/domain/uncertainty/uncertain-inputs.js';
import { activities, heads } from '../../support/arbitrary-activities.js';
import { emissionFactors } from '../../support/emission-factors.js';
import { computed } from '../../support/uncertainty.js';

const more = 1.01;
/** Numbers of a record that are no values of the factor. */
const places = ['year', 'servesFrom', 'servesTo', 'toePerMWh'];

/** The factors with every value of one record a percent larger. */
const enlarged = (data: FactorData, id: string): FactorData => {
  const changed = (value: unknown, inside: boolean): unknown => {
    if (Array.isArray(value)) return value.map((each) => changed(each, inside));
    if (typeof value !== 'object' || value === null) return value;
    const own = inside || (value as { id?: unknown }).id === id;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        own && typeof part === 'number' && !places.includes(key) ? part * more : changed(part, false),
      ]),
    );
  };
  return changed(data, false) as FactorData;
};

describe('the powers of an equation', () => {
  it('are read step by step, earlier results put into later ones', () => {
    const powers = powersOf('E = Q / GCV · NCV · 10⁻⁶; m = E · C · 44/12 · OF; CO2eq = m · GWP');
    expect(Object.fromEntries(powers ?? [])).to.deep.equal({ Q: 1, GCV: -1, NCV: 1, C: 1, OF: 1, GWP: 1 });
  });

  it('take a term in brackets as one: what it multiplies is told, what stands in it is not', () => {
    expect(Object.fromEntries(powersOf('m = Q · EF · (1 − r)') ?? [])).to.deep.equal({ Q: 1, EF: 1, '(1−r)': 1 });
    expect(powersOf('m = (Q − S) · EF')?.get('Q')).to.equal(undefined);
  });

  it('are not guessed where a step is no product', () => {
    expect(powersOf('m = Q · EF + R')).to.equal(null);
    expect(powersOf('m = Q · EF − R')).to.equal(null);
    expect(powersOf('')).to.equal(null);
  });
});

describe('what a line does when a factor changes', () => {
  it('is what its model says, for every category, unit and factor: the factor is enlarged and the inventory computed again', () => {
    fc.assert(
      fc.property(heads, activities, fc.nat(), (head, activityData, pick) => {
        const data = emissionFactors();
        const { inventory, request } = computed({ ...head, activityData });
        const models = lineModels(inventory, request.activityData, data.uncertainties);
        const ids = [...new Set(inventory.lines.flatMap((line) => line.trace.factors.map((use) => use.factorId)))].filter(
          (id) => id !== 'own' && !/^(gwp|ox)\./.test(id),
        );
        const id = ids[pick % ids.length];
        if (id === undefined) return;
        const again = computed({ ...head, activityData }, enlarged(data, id)).inventory;
        for (const [index, { line, parts }] of models.entries()) {
          const elasticity = parts.find(({ input }) => input.factorId === id)?.elasticity ?? 0;
          const found = again.lines[index]?.co2eq ?? Number.NaN;
          expect(found, `${id} in ${line.trace.equation}`).to.be.closeTo(line.co2eq * more ** elasticity, 1e-9 * line.co2eq);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is known of every factor of every line', () => {
    fc.assert(
      fc.property(heads, activities, (head, activityData) => {
        const { inventory, request } = computed({ ...head, activityData });
        for (const { line, parts } of lineModels(inventory, request.activityData, emissionFactors().uncertainties))
          for (const { input, elasticity } of parts) expect(elasticity, `${input.key} in ${line.trace.equation}`).to.not.equal(null);
      }),
    );
  });

  it('is known too where a factor of its own stands on another unit than the bill', () => {
    const own = (unit: string) => ({ factor: { value: 2, unit, source: 'an analysis' } });
    const base = { category: 'stationaryCombustion', quantity: 1000 };
    const { inventory, request } = computed({
      reportingYear: 2024,
      activityData: [
        { ...base, id: 'a1', fuel: 'kerosene', unit: 'L', ...own('kgCO2/kg') },
        { ...base, id: 'a2', fuel: 'diesel', unit: 'L', ...own('kgCO2/MJ') },
        { ...base, id: 'a3', fuel: 'cityGasLng', unit: 'MJ', ...own('kgCO2/Nm3') },
        { ...base, id: 'a4', fuel: 'cityGasLng', unit: 'Nm3', grossMJPerNm3: 42.5, ...own('kgCO2/MJ') },
        { ...base, id: 'a5', fuel: 'diesel', unit: 'GJ', ...own('kgCO2/L') },
      ],
    });
    const co2 = lineModels(inventory, request.activityData, emissionFactors().uncertainties).filter(({ line }) => line.gas === 'CO2');
    expect(co2.map(({ line }) => line.trace.equation.split('; ').slice(0, -1).join('; '))).to.deep.equal([
      'A = Q · ρ; m = A · EF · 10⁻³',
      'A = Q · NCV; m = A · EF · 10⁻³',
      'A = Q / GCV; m = A · EF · 10⁻³',
      'A = Q · GCV; m = A · EF · 10⁻³',
      'A = Q / NCV; m = A · EF · 10⁻³',
    ]);
    expect(co2.map(({ parts }) => parts.map(({ elasticity }) => elasticity))).to.deep.equal([
      [1, 1, 1],
      [1, 1, 1],
      [1, -1, 1],
      [1, 1, 1],
      [1, -1, 1],
    ]);
    expect(co2[0]?.line.trace.substituted).to.match(/^A = 1000 L × [\d.]+ kg\/L = [\d.]+ kg; m = /);
  });
});
