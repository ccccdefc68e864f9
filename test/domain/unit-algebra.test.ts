import { expect } from 'chai';
import fc from 'fast-check';
import {
  type CompoundUnit,
  divided,
  isSameKind,
  multiplied,
  one,
  over,
  plus,
  readUnit,
  substances,
  times,
  valueIn,
} from '../../server/domain/unit-algebra.js';
import { unitOf, unitSymbols } from '../../server/domain/units.js';

const read = (text: string): CompoundUnit => {
  const unit = readUnit(text);
  if (unit === null) throw new Error(`${text} is no unit`);
  return unit;
};

const simple = unitSymbols.flatMap((symbol) => [
  symbol,
  ...(unitOf(symbol)?.dimension === 'energy' ? [`${symbol}(net)`, `${symbol}(gross)`] : []),
  ...(unitOf(symbol)?.dimension === 'mass' ? substances.map((substance) => `${symbol}${substance}`) : []),
]);
const units = fc
  .tuple(fc.constantFrom(...simple), fc.array(fc.constantFrom(...simple), { maxLength: 2 }))
  .map(([first, rest]) => read([first, ...rest].join('/')));
const measured = fc.record({ value: fc.double({ min: 1e-3, max: 1e6, noNaN: true }), unit: units });

const same = (a: CompoundUnit, b: CompoundUnit): void => {
  expect(a.powers).to.deep.equal(b.powers);
  expect(a.inBase / b.inBase).to.be.closeTo(1, 1e-12);
};

describe('the algebra of units', () => {
  it('reads the units that factors are printed in', () => {
    expect(read('kgCO2/L').powers).to.deep.equal({ 'mass of CO2': 1, volume: -1 });
    expect(read('MJ/Nm3').powers).to.deep.equal({ energy: 1, normalVolume: -1 });
    expect(read('tC/TJ')).to.deep.equal({ inBase: 1000 / 1e6, powers: { 'mass of C': 1, energy: -1 } });
    expect(read('tCO2eq/MWh').powers).to.deep.equal({ 'mass of CO2eq': 1, energy: -1 });
    expect(read('km/L').powers).to.deep.equal({ distance: 1, volume: -1 });
    expect(read('L/100km').inBase).to.equal(0.01);
    expect(read('KRW/year').powers).to.deep.equal({ money: 1, time: -1 });
    expect(read('kJ/kg·km').powers).to.deep.equal({ energy: 1, mass: -1, distance: -1 });
    expect(read('kgCO2/GJ(gross)').powers).to.deep.equal({ 'mass of CO2': 1, grossEnergy: -1 });
    expect(read('1/year').powers).to.deep.equal({ time: -1 });
  });

  it('does not read what is no unit', () => {
    for (const text of ['', '/', 'L/', '/L', 'kgCO3/L', 'LCO2', 'kg(net)', 'furlong', '0km', 'kg CO2/L', 'toString', '__proto__/L'])
      expect(readUnit(text), text).to.equal(null);
  });

  it('keeps net and gross heat, CO2 and CH4, m3 and Nm3 apart', () => {
    for (const [a, b] of [
      ['MJ(net)', 'MJ(gross)'],
      ['MJ', 'MJ(net)'],
      ['kgCO2', 'kgCH4'],
      ['kgCO2', 'kgCO2eq'],
      ['kg', 'kgCO2'],
      ['m3', 'Nm3'],
      ['L', 'kg'],
      ['KRW', 'KRW/year'],
    ] as const) {
      expect(plus({ value: 1, unit: read(a) }, { value: 1, unit: read(b) }), `${a} + ${b}`).to.equal(null);
      expect(valueIn({ value: 1, unit: read(a) }, read(b)), `${a} in ${b}`).to.equal(null);
    }
  });

  it('refuses every pair of different kinds and no pair of the same', () => {
    for (const a of simple) {
      for (const b of simple) {
        const isSum = plus({ value: 1, unit: read(a) }, { value: 1, unit: read(b) }) !== null;
        expect(isSum, `${a} + ${b}`).to.equal(Object.keys(read(a).powers)[0] === Object.keys(read(b).powers)[0]);
      }
    }
  });

  it('obeys the laws of multiplication and division', () => {
    fc.assert(
      fc.property(units, units, units, (a, b, c) => {
        same(multiplied(a, b), multiplied(b, a));
        same(multiplied(multiplied(a, b), c), multiplied(a, multiplied(b, c)));
        same(multiplied(a, one), a);
        same(divided(a, a), one);
        same(divided(multiplied(a, b), b), a);
        same(divided(a, divided(b, c)), divided(multiplied(a, c), b));
      }),
    );
  });

  it('carries a value there and back', () => {
    fc.assert(
      fc.property(measured, measured, (a, b) => {
        const back = over(times(a, b), b);
        expect(isSameKind(back.unit, a.unit)).to.equal(true);
        expect((valueIn(back, a.unit) ?? Number.NaN) / a.value).to.be.closeTo(1, 1e-9);
      }),
    );
  });

  it('adds in either order', () => {
    fc.assert(
      fc.property(measured, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (a, k, v) => {
        const b = { value: v, unit: { ...a.unit, inBase: a.unit.inBase * k } };
        const [ab, ba] = [plus(a, b), plus(b, a)];
        expect(ab === null ? Number.NaN : (valueIn(ba ?? a, a.unit) ?? 0) / ab.value).to.be.closeTo(1, 1e-9);
      }),
    );
  });

  it('makes emissions of a quantity and a factor', () => {
    const made = times({ value: 1200, unit: read('L') }, { value: 2.6, unit: read('kgCO2/L') });
    expect(valueIn(made, read('tCO2'))).to.be.closeTo(3.12, 1e-12);
    expect(valueIn(made, read('tCH4'))).to.equal(null);
    expect(valueIn(over({ value: 30_000, unit: read('km') }, { value: 10, unit: read('km/L') }), read('kL'))).to.be.closeTo(3, 1e-12);
  });
});
