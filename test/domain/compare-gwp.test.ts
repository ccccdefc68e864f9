import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { compareGwp } from '../../server/domain/compare-gwp.js';
import { computeInventory } from '../../server/domain/compute-inventory.js';
import { fromSnapshot, snapshotOf } from '../../server/domain/factor-snapshot.js';
import type { InventoryRequest } from '../../server/domain/inventory-request.js';
import { readInventoryRequest } from '../../server/domain/read-request.js';
import { repositoryRoot } from '../../server/root.js';
import { emissionFactors, testYear } from '../support/emission-factors.js';

const requestOf = (head: object, activity: object): InventoryRequest => {
  const value = { reportingYear: 2024, ...head, activityData: [{ id: 'a1', ...activity }] };
  const { request, faults } = readInventoryRequest(value, emissionFactors());
  if (request === null) throw new Error(JSON.stringify(faults));
  return request;
};
const compared = (head: object, activity: object) => compareGwp(requestOf(head, activity), emissionFactors(), testYear);

describe('global warming potentials side by side', () => {
  const wood = { category: 'stationaryCombustion', fuel: 'wood', quantity: 1000, unit: 't' };

  it('gives 1000 t of wood its CH4 and N2O under each report: 21 and 310, 25 and 298, 28 and 265, 27.9 and 273', () => {
    const found = compared({}, wood);
    expect(found.map(({ gwp }) => gwp)).to.deep.equal(['SAR', 'AR4', 'AR5', 'AR6']);
    const potentials = { SAR: [21, 310], AR4: [25, 298], AR5: [28, 265], AR6: [27.9, 273] } as const;
    for (const { gwp, totals } of found) {
      const { ch4, n2o, co2, co2eq } = totals?.scope1 ?? {};
      const [ofCh4, ofN2o] = potentials[gwp];
      expect(co2).to.equal(0);
      expect(co2eq).to.be.closeTo((ch4 ?? Number.NaN) * ofCh4 + (n2o ?? Number.NaN) * ofN2o, 1e-9);
    }
  });

  it('gives the chosen set what the inventory itself says', () => {
    const request = requestOf({ gwp: 'AR4' }, wood);
    const result = computeInventory(request, emissionFactors(), testYear);
    const [chosen, ...others] = compareGwp(request, emissionFactors(), testYear).filter((each) => each.chosen);
    expect(others).to.deep.equal([]);
    expect(chosen?.gwp).to.equal('AR4');
    expect(chosen?.totals?.scope1).to.deep.equal('inventory' in result ? result.inventory.totals.scope1 : null);
  });

  it('leaves blank what the factor set does not go with', () => {
    const found = compared({ factorSet: 'k-ets' }, { ...wood, fuel: 'diesel', unit: 'kL' });
    expect(found.map(({ gwp, totals }) => [gwp, totals !== null])).to.deep.equal([
      ['SAR', true],
      ['AR4', false],
      ['AR5', false],
      ['AR6', false],
    ]);
  });

  it('names what is the same under every set because its value has no split by gas', () => {
    const factor = { value: 0.4, unit: 'tCO2eq/MWh', source: 'the supplier' };
    const found = compared({}, { category: 'purchasedElectricity', quantity: 10, unit: 'MWh', factor });
    for (const { unsplit, totals } of found) {
      expect(unsplit).to.deep.equal(['a1']);
      expect(totals?.scope2MarketBased.co2eq).to.equal(4);
    }
  });
});

describe('a snapshot of the emission factors', () => {
  it('holds everything, so that what is computed from it is the same, and stays frozen and without prototypes', () => {
    const data = fromSnapshot(snapshotOf(emissionFactors()));
    expect(snapshotOf(data)).to.equal(snapshotOf(emissionFactors()));
    expect(Object.getPrototypeOf(data.fuels)).to.equal(null);
    expect(Object.isFrozen(data.supplierHeat['kdhc-daegu'])).to.equal(true);
    expect(data.fuels.constructor).to.equal(undefined);
  });

  it('gives every worked example to the last byte', () => {
    const folder = join(repositoryRoot, 'test', 'examples', 'inventory');
    const snapshot = fromSnapshot(snapshotOf(emissionFactors()));
    const examples = readdirSync(folder).flatMap(
      (name) => parse(readFileSync(join(folder, name), 'utf8')) as { readonly request: unknown }[],
    );
    expect(examples.length).to.be.above(50);
    for (const { request: value } of examples) {
      const { request } = readInventoryRequest(value, emissionFactors());
      if (request === null) continue;
      const [today, then] = [emissionFactors(), snapshot].map((data) => JSON.stringify(computeInventory(request, data, testYear)));
      expect(then).to.equal(today);
    }
  });
});
