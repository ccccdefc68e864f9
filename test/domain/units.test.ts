import { expect } from 'chai';
import fc from 'fast-check';
import { baseUnit, convert, knownUnit, unitOf, unitSymbols } from '../../server/domain/units.js';

const bills = ['L', 'kL', 'kg', 't', 'm3', 'Nm3', 'kWh', 'MWh', 'MJ', 'GJ', 'TJ', 'kcal', 'Gcal', 'toe'];
const others = ['mL', 'g', 'Sm3', 'Wh', 'GWh', 'J', 'kJ', 'cal', 'Mcal', 'therm', 'mmBtu', 'galUS', 'bbl', 'km', 'vkm', 'mi', 'm2', 'KRW'];

describe('units', () => {
  it('knows the units of the bills, and case counts', () => {
    expect(unitSymbols).to.include.members([...bills, ...others]);
    for (const symbol of ['l', 'KL', 'mwh', 'Mj', 'T', 'nm3', 'mmbtu', 'gal', '', 'toString'])
      expect(unitOf(symbol), symbol).to.equal(null);
  });

  it('has a base unit for every dimension, of which one is one', () => {
    for (const [dimension, symbol] of Object.entries(baseUnit)) expect(unitOf(symbol)).to.deep.equal({ symbol, dimension, inBase: 1 });
  });

  it('converts within a dimension', () => {
    expect(convert(1.5, 'kL', 'L')).to.equal(1500);
    expect(convert(2, 'm3', 'kL')).to.equal(2);
    expect(convert(1, 'toe', 'Gcal')).to.be.closeTo(10, 1e-12);
    expect(convert(1, 'MWh', 'GJ')).to.equal(3.6);
    expect(convert(1000, 'kcal', 'MJ')).to.be.closeTo(4.1868, 1e-12);
    expect(convert(1, 'cal', 'J')).to.be.closeTo(4.1868, 1e-12);
    expect(convert(1, 'bbl', 'galUS')).to.be.closeTo(42, 1e-12);
  });

  it('has the American units of the US agencies: 0.0341296 therm in a kWh, 947.817 mmBtu in a TJ', () => {
    expect(convert(1, 'kWh', 'therm')).to.be.closeTo(0.034_129_6, 5e-8);
    expect(convert(1, 'TJ', 'mmBtu')).to.be.closeTo(947.817, 5e-4);
    expect(convert(1, 'J', 'therm')).to.be.closeTo(9.480_434_279_733_5e-9, 1e-15);
  });

  it('turns gas at 15 °C into gas at 0 °C', () => {
    expect(convert(1000, 'Sm3', 'Nm3')).to.be.closeTo(947.944, 1e-3);
  });

  it('has no way between dimensions: normal volume is not volume', () => {
    expect(convert(1, 'Nm3', 'm3')).to.equal(null);
    expect(convert(1, 'kg', 'L')).to.equal(null);
    expect(convert(1, 'kg', 'furlong')).to.equal(null);
    for (const from of unitSymbols) {
      for (const to of unitSymbols) {
        expect(convert(1, from, to) === null, `${from} ${to}`).to.equal(knownUnit(from).dimension !== knownUnit(to).dimension);
      }
    }
  });

  it('comes back to where it started', () => {
    const symbol = fc.constantFrom(...unitSymbols);
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), symbol, symbol, (value, from, to) => {
        const there = convert(value, from, to);
        fc.pre(there !== null);
        expect(convert(there ?? 0, to, from)).to.be.closeTo(value, value * 1e-12);
      }),
    );
  });

  it('treats an unchecked unit as a bug', () => {
    expect(() => knownUnit('furlong')).to.throw('was not checked');
  });
});
