import { expect } from 'chai';
import { dataQualities } from '../../server/domain/data-quality.js';
import { faultsOf, inventoryOf, withActivity } from '../support/emission-factors.js';

const bills = [
  { category: 'stationaryCombustion', fuel: 'diesel', unit: 'L' },
  { category: 'mobileCombustion', fuel: 'gasoline', unit: 'L' },
  { category: 'purchasedElectricity', unit: 'kWh' },
  { category: 'purchasedElectricity', unit: 'kWh', factor: { value: 0.1, unit: 'kgCO2eq/kWh', source: 'a contract' } },
  { category: 'purchasedHeat', kind: 'average', unit: 'GJ' },
];

describe('the quality of activity data', () => {
  for (const bill of bills) {
    it(`comes back on every line of ${bill.category}`, () => {
      for (const quality of dataQualities) {
        const { lines } = inventoryOf(withActivity({ ...bill, quality }));
        expect([...new Set(lines.map((line) => line.quality))]).to.deep.equal([quality]);
      }
    });

    it(`is null on every line of ${bill.category} where nobody said`, () => {
      expect(inventoryOf(withActivity(bill)).lines.every((line) => line.quality === null)).to.equal(true);
    });
  }

  it('is one of five words', () => {
    expect(faultsOf(withActivity({ ...bills[0], quality: 'guessed' }))).to.deep.equal(['activityData[0].quality unknownQuality']);
    expect(faultsOf(withActivity({ ...bills[0], quality: null }))).to.deep.equal(['activityData[0].quality wrongType']);
  });
});
