import { expect } from 'chai';
import { inventoryFrom } from '../../server/domain/inventory-from.js';
import { readInventoryText } from '../../server/domain/read-request.js';
import { emissionFactors, faultsOf, inventoryOf, resultOf, testYear, withActivity } from '../support/emission-factors.js';

const diesel = { category: 'stationaryCombustion', fuel: 'diesel', unit: 'L' };
const textFaults = (text: string): string[] => {
  const result = inventoryFrom(readInventoryText(text, emissionFactors()), emissionFactors(), testYear);
  return 'faults' in result ? result.faults.map(({ field, code }) => `${field} ${code}`) : [];
};

describe('a request that is wrong', () => {
  it('is refused as a whole when it is no object', () => {
    for (const value of [null, [], 'text', 5, true]) expect(faultsOf(value)).to.deep.equal([' wrongType']);
    expect(textFaults('{"reportingYear": 2024')).to.deep.equal([' notJson']);
  });

  it('names every fault at once, from the head down', () => {
    const activityData = [
      { id: 'a1', category: 'stationaryCombustion', fuel: 'diesl', quantity: 1, unit: 'L' },
      { id: 'a1', category: 'purchasedElectricity', quantity: -5, unit: 'kg' },
      { id: '', category: 'purchasedHeat', quantity: '7', unit: 'GJ' },
      { id: 'a4', category: 'stationaryCombustion', fuel: 'diesel', quantity: 1, unit: 'kg' },
      7,
    ];
    expect(faultsOf({ reportingYear: 2031, gwp: 'AR7', sectr: 'x', activityData })).to.deep.equal([
      'sectr unknownKey',
      'gwp unknownGwp',
      'reportingYear yearInFuture',
      'activityData[0].fuel unknownFuel',
      'activityData[1].quantity negativeNumber',
      'activityData[1].id duplicateId',
      'activityData[2].id emptyText',
      'activityData[2].quantity wrongType',
      'activityData[2].supplier heatOriginMissing',
      'activityData[4] wrongType',
    ]);
  });

  it('also hears from the calculation about the activities that could be read', () => {
    const activityData = [
      { id: 'a1', category: 'stationaryCombustion', fuel: 'diesl', quantity: 1, unit: 'L' },
      { id: 'a2', category: 'stationaryCombustion', fuel: 'diesel', quantity: 1, unit: 'kg' },
      { id: 'a3', category: 'mobileCombustion', fuel: 'coke', quantity: 1, unit: 'kg' },
    ];
    expect(faultsOf({ reportingYear: 2024, activityData })).to.deep.equal([
      'activityData[0].fuel unknownFuel',
      'activityData[1].unit noDensity',
      'activityData[2].fuel noMobileRow',
    ]);
  });

  it('says which key is missing', () => {
    expect(faultsOf({})).to.deep.equal(['reportingYear missingKey', 'activityData missingKey']);
    expect(faultsOf({ reportingYear: 2024, activityData: [{}] })).to.deep.equal(
      ['id', 'category', 'quantity', 'unit'].map((key) => `activityData[0].${key} missingKey`),
    );
    expect(faultsOf(withActivity({ category: 'stationaryCombustion', unit: 'L' }))).to.deep.equal(['activityData[0].fuel missingKey']);
  });

  it('has a year that is one', () => {
    for (const reportingYear of [2024.5, 24, 20_240, -2024])
      expect(faultsOf({ reportingYear, activityData: [] }), String(reportingYear)).to.deep.equal(['reportingYear notAYear']);
    for (const reportingYear of ['2024', null, true])
      expect(faultsOf({ reportingYear, activityData: [] })).to.deep.equal(['reportingYear wrongType']);
  });

  it('has quantities that are numbers, finite, not negative, not minus zero, not beyond belief', () => {
    const quantityFaults = (quantity: unknown): string[] => faultsOf(withActivity({ ...diesel, quantity }));
    expect(quantityFaults(Number.NaN)).to.deep.equal(['activityData[0].quantity numberNotFinite']);
    expect(quantityFaults(Number.POSITIVE_INFINITY)).to.deep.equal(['activityData[0].quantity numberNotFinite']);
    expect(quantityFaults(-0)).to.deep.equal(['activityData[0].quantity negativeZero']);
    expect(quantityFaults(-1)).to.deep.equal(['activityData[0].quantity negativeNumber']);
    expect(quantityFaults(1.1e15)).to.deep.equal(['activityData[0].quantity numberTooLarge']);
    for (const wrong of ['1200', null, [1], {}]) expect(quantityFaults(wrong)).to.deep.equal(['activityData[0].quantity wrongType']);
    expect(quantityFaults(0)).to.deep.equal([]);
    expect(quantityFaults(1e15)).to.deep.equal([]);
  });

  it('is read number by number from its text', () => {
    const text = (quantity: string): string =>
      `{"reportingYear":2024,"activityData":[{"id":"a1","category":"stationaryCombustion","fuel":"diesel","quantity":${quantity},"unit":"L"}]}`;
    expect(textFaults(text('1200'))).to.deep.equal([]);
    expect(textFaults(text('1.2e3'))).to.deep.equal([]);
    expect(textFaults(text('1320.0000000000002'))).to.deep.equal([]);
    for (const [quantity, code] of [
      ['-0', 'negativeZero'],
      ['1e400', 'numberNotFinite'],
      ['NaN', 'numberNotFinite'],
      ['0.1234567890123456789', 'numberTooLong'],
      ['-5', 'negativeNumber'],
    ] as const) {
      expect(textFaults(text(quantity)), quantity).to.deep.equal([`activityData[0].quantity ${code}`]);
    }
    expect(textFaults('{"reportingYear":2024,"reportingYear":2023,"activityData":[]}')).to.deep.equal(['reportingYear duplicateKey']);
  });

  it('has words of the vocabulary alone, in their case', () => {
    expect(faultsOf(withActivity({ ...diesel, unit: 'l' }))).to.deep.equal(['activityData[0].unit unknownUnit']);
    // The way out names every unit, the last one too.
    expect(JSON.stringify(resultOf(withActivity({ ...diesel, unit: 'l' })))).to.include('galUS, bbl, km, vkm, mi, m2, KRW');
    expect(faultsOf(withActivity({ ...diesel, fuel: 'Diesel' }))).to.deep.equal(['activityData[0].fuel unknownFuel']);
    for (const word of ['constructor', '__proto__', 'toString']) {
      expect(faultsOf(withActivity({ ...diesel, fuel: word })), word).to.deep.equal(['activityData[0].fuel unknownFuel']);
      expect(faultsOf({ reportingYear: 2024, factorSet: word, activityData: [] }), word).to.deep.equal(['factorSet unknownFactorSet']);
    }
    expect(faultsOf({ reportingYear: 2024, sector: 'industry', activityData: [] })).to.deep.equal(['sector unknownSector']);
    expect(faultsOf(withActivity({ ...diesel, category: 'mobileCombustion', mode: 'rail' }))).to.deep.equal([
      'activityData[0].mode unknownMode',
    ]);
    expect(faultsOf(withActivity({ category: 'wasteIncineration', unit: 'kg' }))).to.deep.equal([
      'activityData[0].category unknownCategory',
    ]);
  });

  it('carries the keys of its category alone', () => {
    expect(faultsOf(withActivity({ ...diesel, mode: 'road' }))).to.deep.equal(['activityData[0].mode unknownKey']);
    expect(faultsOf(withActivity({ category: 'purchasedElectricity', unit: 'kWh', fuel: 'diesel' }))).to.deep.equal([
      'activityData[0].fuel unknownKey',
    ]);
    expect(faultsOf(withActivity({ ...diesel, factor: { value: 1, unit: 'kgCO2/L', source: 'x', year: 2020 } }))).to.deep.equal([
      'activityData[0].factor.year unknownKey',
    ]);
  });

  it('carries whole factors of its own alone', () => {
    const factorFaults = (factor: unknown): string[] => faultsOf(withActivity({ ...diesel, factor }));
    expect(factorFaults({ value: 1, unit: 'kgCO2/furlong', source: 'x' })).to.deep.equal(['activityData[0].factor.unit badFactorUnit']);
    expect(factorFaults({ value: -1, unit: 'kgCO2/L' })).to.deep.equal([
      'activityData[0].factor.value negativeNumber',
      'activityData[0].factor.source missingKey',
    ]);
    expect(factorFaults(null)).to.deep.equal(['activityData[0].factor wrongType']);
  });

  it('names heat by supplier or by kind, not both', () => {
    const heat = { category: 'purchasedHeat', unit: 'GJ' };
    expect(faultsOf(withActivity(heat))).to.deep.equal(['activityData[0].supplier heatOriginMissing']);
    expect(faultsOf(withActivity({ ...heat, kind: 'chp', supplier: 'kdhc-daegu' }))).to.deep.equal([
      'activityData[0].kind heatOriginTwice',
    ]);
    expect(faultsOf(withActivity({ ...heat, supplier: 'nobody' }))).to.deep.equal(['activityData[0].supplier unknownSupplier']);
    expect(faultsOf(withActivity({ ...heat, kind: 'geothermal' }))).to.deep.equal(['activityData[0].kind unknownHeatKind']);
  });
});

describe('a request that is right', () => {
  it('takes kr-national, AR5 and manufacturing by default', () => {
    const { factorSet, sector } = inventoryOf({ reportingYear: 2024, activityData: [] });
    expect({ id: factorSet.id, gwp: factorSet.gwp, sector }).to.deep.equal({ id: 'kr-national', gwp: 'AR5', sector: 'manufacturing' });
  });

  it('believes the release of the data before a clock that runs behind it', () => {
    const read = readInventoryText('{"reportingYear":2025,"activityData":[]}', emissionFactors());
    expect(inventoryFrom(read, emissionFactors(), 1970)).to.have.property('inventory');
  });
});
