import { expect } from 'chai';
import fc from 'fast-check';
import { convert, knownUnit, unitOf, unitSymbols } from '../../server/domain/units.js';

describe('units', () => {
  it('knows the units of the bills, and case counts', () => {
    expect(unitSymbols).to.have.members([
      'L',
      'kL',
      'g',
      'kg',
      't',
      'm3',
      'Nm3',
      'kWh',
      'MWh',
      'MJ',
      'GJ',
      'TJ',
      'kcal',
      'Gcal',
      'toe',
      'm2',
    ]);
    for (const symbol of ['l', 'KL', 'mwh', 'Mj', 'T', 'nm3', '', 'toString']) expect(unitOf(symbol), symbol).to.equal(null);
  });

  it('converts within a dimension', () => {
    expect(convert(1.5, 'kL', 'L')).to.equal(1500);
    expect(convert(2, 'm3', 'kL')).to.equal(2);
    expect(convert(1, 'toe', 'Gcal')).to.be.closeTo(10, 1e-12);
    expect(convert(1, 'MWh', 'GJ')).to.equal(3.6);
    expect(convert(1000, 'kcal', 'MJ')).to.be.closeTo(4.1868, 1e-12);
  });

  it('has no way between dimensions: normal volume is not volume', () => {
    expect(convert(1, 'Nm3', 'm3')).to.equal(null);
    expect(convert(1, 'kg', 'L')).to.equal(null);
    expect(convert(1, 'kg', 'furlong')).to.equal(null);
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
