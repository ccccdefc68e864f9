import { expect } from 'chai';
import { faultsOf, inventoryOf, lineOf, withActivity } from '../support/emission-factors.js';

const gas = (more: object = {}) =>
  withActivity({ category: 'stationaryCombustion', fuel: 'cityGasLng', unit: 'm3', quantity: 1000, ...more });
const tonnes = (request: object): number => lineOf(inventoryOf(request), 'CO2').tonnes ?? Number.NaN;

describe('gas at the meter', () => {
  it('is brought to 0 °C and one atmosphere where its temperature and pressure are known', () => {
    const normal = (quantity: number): number => tonnes(gas({ unit: 'Nm3', quantity }));
    expect(tonnes(gas({ temperatureC: 0, pressureKPa: 101.325 }))).to.be.closeTo(normal(1000), 1e-12);
    expect(tonnes(gas({ temperatureC: 0, pressureKPa: 202.65 }))).to.be.closeTo(normal(2000), 1e-12);
    expect(tonnes(gas({ temperatureC: 15, pressureKPa: 101.325 }))).to.be.closeTo(normal((1000 * 273.15) / 288.15), 1e-12);
    expect(tonnes(gas({ temperatureC: 15, pressureKPa: 101.325 }))).to.be.closeTo(tonnes(gas({ unit: 'Sm3' })), 1e-12);
    expect(tonnes(gas({ temperatureC: -10, pressureKPa: 103.325 }))).to.be.closeTo(
      normal((1000 * 103.325 * 273.15) / 101.325 / 263.15),
      1e-9,
    );
  });

  it('says so in its trace, from the meter on', () => {
    const { trace } = lineOf(inventoryOf(gas({ temperatureC: 20, pressureKPa: 103.825 })), 'CO2');
    expect(trace.equation).to.match(/^Q = V · p \/ p₀ · T₀ \/ T; E = Q · NCV/);
    expect(trace.inputs.map((input) => `${input.symbol} ${input.value} ${input.unit}`)).to.deep.equal([
      'V 1000 m3',
      'p 103.825 kPa',
      'T 293.15 K',
    ]);
  });

  it('can be split into uses as well', () => {
    const whole = tonnes(gas({ temperatureC: 20, pressureKPa: 103.825 }));
    const { totals, activities } = inventoryOf(gas({ temperatureC: 20, pressureKPa: 103.825, split: { basis: 'quantity', sold: 250 } }));
    expect(totals.scope1.co2).to.be.closeTo(whole * 0.75, 1e-12);
    expect(activities[0]?.parts.map(({ id, quantity, unit }) => `${id} ${quantity} ${unit}`)).to.deep.equal(['fuel 750 m3', 'sold 250 m3']);
  });

  it('is refused in m3 without them, with one of them alone, and out of range', () => {
    expect(faultsOf(gas())).to.deep.equal(['activityData[0].unit cubicMetersOfGas']);
    expect(faultsOf(gas({ temperatureC: 20 }))).to.deep.equal(['activityData[0].pressureKPa conditionsIncomplete']);
    // 2 kPa is the gauge pressure of a low-pressure main, 101325 is pascal.
    for (const pressureKPa of [2, 101_325]) {
      expect(faultsOf(gas({ temperatureC: 20, pressureKPa }))).to.deep.equal(['activityData[0].pressureKPa unknownPressure']);
    }
    expect(faultsOf(gas({ temperatureC: 293, pressureKPa: 103 }))).to.deep.equal(['activityData[0].temperatureC numberOutOfRange']);
  });

  it('takes no temperature and pressure where they change nothing', () => {
    const conditions = { temperatureC: 20, pressureKPa: 103 };
    expect(faultsOf(gas({ unit: 'Nm3', ...conditions }))).to.deep.equal(['activityData[0].temperatureC conditionsNotOfUnit']);
    expect(faultsOf(gas({ fuel: 'diesel', ...conditions }))).to.deep.equal(['activityData[0].temperatureC conditionsNotOfUnit']);
  });
});

describe('the basis of heat', () => {
  const heat = (more: object) => withActivity({ category: 'stationaryCombustion', quantity: 1000, unit: 'GJ', ...more });

  it('is net for every fuel but city gas, and gross for toe, therm and mmBtu, unless it is said', () => {
    expect(tonnes(heat({ fuel: 'diesel' }))).to.equal(tonnes(heat({ fuel: 'diesel', heatBasis: 'net' })));
    expect(tonnes(heat({ fuel: 'cityGasLng' }))).to.equal(tonnes(heat({ fuel: 'cityGasLng', heatBasis: 'gross' })));
    expect(tonnes(heat({ fuel: 'diesel', heatBasis: 'gross' })) / tonnes(heat({ fuel: 'diesel' }))).to.be.closeTo(35.3 / 37.8, 1e-12);
    expect(tonnes(heat({ fuel: 'cityGasLng', heatBasis: 'net' })) / tonnes(heat({ fuel: 'cityGasLng' }))).to.be.closeTo(42.7 / 38.5, 1e-12);
    for (const [unit, inMJ] of [
      ['therm', 105.4804],
      ['mmBtu', 1055.055_852_62],
    ] as const) {
      expect(tonnes(heat({ fuel: 'diesel', unit })) / tonnes(heat({ fuel: 'diesel', heatBasis: 'gross' }))).to.be.closeTo(
        inMJ / 1000,
        1e-12,
      );
    }
  });

  it('may be said in the unit of a factor of one’s own', () => {
    const own = (unit: string) => tonnes(heat({ fuel: 'diesel', factor: { value: 70, unit, source: 'an analysis' } }));
    expect(own('kgCO2/GJ')).to.be.closeTo(70, 1e-12);
    expect(own('kgCO2/GJ(net)')).to.be.closeTo(70, 1e-12);
    expect(own('kgCO2/GJ(gross)')).to.be.closeTo((70 * 37.8) / 35.3, 1e-9);
  });

  it('is said of heat alone, and gross heat needs a gross value', () => {
    expect(faultsOf(heat({ fuel: 'diesel', unit: 'L', heatBasis: 'net' }))).to.deep.equal(['activityData[0].heatBasis heatBasisNotOfUnit']);
    expect(faultsOf(heat({ fuel: 'coke', heatBasis: 'gross' }))).to.deep.equal(['activityData[0].unit noGrossValue']);
    expect(faultsOf(heat({ fuel: 'diesel', heatBasis: 'higher' }))).to.deep.equal(['activityData[0].heatBasis unknownHeatBasis']);
  });

  it('is not to be had for money, distances or areas', () => {
    expect(faultsOf(heat({ fuel: 'diesel', unit: 'KRW' }))).to.deep.equal(['activityData[0].unit moneyIsNoQuantity']);
    expect(faultsOf(heat({ fuel: 'diesel', unit: 'km' }))).to.deep.equal(['activityData[0].unit unitOfOtherDimension']);
    expect(faultsOf(heat({ fuel: 'cityGasLng', unit: 'm2' }))).to.deep.equal(['activityData[0].unit unitOfOtherDimension']);
  });
});
