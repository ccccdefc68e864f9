import { expect } from 'chai';
import fc from 'fast-check';
import { type BulkInventory, bulkCalculation, plainTraceOf } from '../../server/domain/bulk-inventory.js';
import type { ActivityData } from '../../server/domain/categories.js';
import { readInventoryRequest } from '../../server/domain/read-request.js';
import { activities, heads } from '../support/arbitrary-activities.js';
import { emissionFactors, inventoryOf, testYear } from '../support/emission-factors.js';

/** The same activities through the national computation. */
const bulkOf = (head: object, activityData: readonly ActivityData[]): BulkInventory => {
  const { request } = readInventoryRequest({ ...head, activityData }, emissionFactors());
  if (request === null) throw new Error('The request of the test cannot be read.');
  const calculate = bulkCalculation(request, emissionFactors(), testYear);
  if ('faults' in calculate) throw new Error('The head of the test was refused.');
  // A first establishment fills the book of recipes, so that the second one is multiplied.
  calculate(activityData.map((activity) => ({ ...activity, quantity: 7 })));
  const result = calculate(activityData);
  if ('faults' in result) throw new Error(`refused: ${JSON.stringify(result.faults)}`);
  return result;
};

/** Below this a double has no thirteen digits to agree in. */
const tooSmallForDigits = 1e-300;

const close = (found: number | null, wanted: number | null, what: string): void => {
  if (wanted === null || found === null) expect(found, what).to.equal(wanted);
  else expect(found, what).to.be.closeTo(wanted, Math.abs(wanted) * 1e-13 + tooSmallForDigits);
};

describe('the national computation', () => {
  it('gives the lines, traces and warnings of the single one', () => {
    fc.assert(
      fc.property(heads, activities, (head, activityData) => {
        const inventory = inventoryOf({ ...head, activityData });
        const bulk = bulkOf(head, activityData);
        expect(bulk.lines.length).to.equal(inventory.lines.length);
        bulk.lines.forEach((line, index) => {
          const wanted = inventory.lines[index];
          if (wanted === undefined) throw new Error('A line is missing.');
          const { substituted: _numbers, ...trace } = wanted.trace;
          expect(line.activityDataId).to.equal(wanted.activityDataId);
          expect({ gas: line.recipe.gas, scope: line.recipe.scope, method: line.recipe.method }).to.deep.equal({
            gas: wanted.gas,
            scope: wanted.scope,
            method: wanted.method,
          });
          close(line.tonnes, wanted.tonnes, 'tonnes');
          close(line.co2eq, wanted.co2eq, 'co2eq');
          expect(plainTraceOf(line)).to.deep.equal(trace);
        });
        const codes = bulk.warnings.flatMap(({ activityDataId, warnings }) => warnings.map(({ code }) => `${activityDataId} ${code}`));
        const own = inventory.warnings.filter((warning) => warning.activityDataId !== null);
        expect(codes).to.deep.equal(own.map(({ activityDataId, code }) => `${activityDataId} ${code}`));
      }),
      { numRuns: 60 },
    );
  });

  it('gives the totals of the single one', () => {
    fc.assert(
      fc.property(heads, activities, (head, activityData) => {
        const { totals } = inventoryOf({ ...head, activityData });
        const bulk = bulkOf(head, activityData).totals;
        for (const scope of ['scope1', 'scope2LocationBased', 'scope2MarketBased'] as const)
          for (const gas of ['co2eq', 'co2', 'ch4', 'n2o'] as const) close(bulk[scope][gas], totals[scope][gas], `${scope}.${gas}`);
        for (const measure of ['netTJ', 'grossTJ', 'toe', 'finalTJ', 'finalToe'] as const)
          close(bulk.energy[measure], totals.energy[measure], measure);
        close(bulk.biogenicCo2, totals.biogenicCo2, 'biogenicCo2');
      }),
      { numRuns: 60 },
    );
  });

  it('names the fault of every activity that cannot be estimated', () => {
    const calculate = bulkCalculation(
      { reportingYear: 2024, factorSet: 'kr-national', gwp: 'AR5', sector: 'manufacturing' },
      emissionFactors(),
      testYear,
    );
    if ('faults' in calculate) throw new Error('The head of the test was refused.');
    const bill = { id: 'a1', category: 'stationaryCombustion', fuel: 'diesel', quantity: 1, unit: 'L' } as const;
    const result = calculate([
      bill,
      { ...bill, id: 'a2', unit: 'Nm3' },
      { id: 'a3', category: 'purchasedElectricity', quantity: 1, unit: 'L' },
    ]);
    expect('faults' in result && result.faults.map(({ field, code }) => `${field} ${code}`)).to.deep.equal([
      'activityData[1].unit normalVolumeOfLiquid',
      'activityData[2].unit unitOfOtherDimension',
    ]);
  });

  it('refuses a head as the single one does', () => {
    const head = { factorSet: 'k-ets', gwp: 'AR5', sector: 'manufacturing' } as const;
    const result = bulkCalculation({ ...head, reportingYear: 2030 }, emissionFactors(), testYear);
    expect('faults' in result && result.faults.map(({ code }) => code)).to.deep.equal(['yearInFuture', 'gwpNotInSet']);
  });
});
