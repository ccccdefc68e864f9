import { expect } from 'chai';
import fc from 'fast-check';
import { addDecimals, divideDecimals, fromDecimal, multiplyDecimals, toDecimal } from '../../src/aggregation/values/decimal.js';
import { identityOf } from '../../src/aggregation/values/identity.js';
import { Sum } from '../../src/aggregation/values/sum.js';
import { isTrue } from '../../src/aggregation/values/truth.js';
import { Binary, Decimal128, Double, MaxKey, MinKey, ObjectId, Timestamp, type Value } from '../../src/bson/values.js';
import { equalValues } from '../../src/order/compare.js';
import { written } from './support.js';

const number: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -2, max: 2 }),
  fc.constantFrom<Value>(0.5, 0.1, Number.NaN, -0, Number.POSITIVE_INFINITY, 1e300, 2 ** 53, new Double(1), new Double(-2)),
  fc.constantFrom<Value>(0n, 1n, -2n, 2n ** 53n, 2n ** 53n + 1n, 2n ** 63n - 1n),
  fc
    .constantFrom(
      '0',
      '0E+5',
      '1',
      '1.0',
      '1E+0',
      '-2.00',
      '0.5',
      '0.1',
      '0.10',
      'NaN',
      'Infinity',
      '9007199254740993',
      '1E+300',
      '9223372036854775807',
    )
    .map((text) => Decimal128.fromString(text)),
);
const leaf: fc.Arbitrary<Value> = fc.oneof(
  number,
  fc.constantFrom<Value>(null, true, false, '', 'a', '\0', '\0s', '\0[', '1', new Date(0), new Date(1), new MinKey(), new MaxKey()),
  fc.constantFrom<Value>(
    new ObjectId('000000000000000000000001'),
    new Binary(Buffer.from('a')),
    new Binary(Buffer.from('a'), 4),
    new Timestamp({ t: 1, i: 1 }),
  ),
);
const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    leaf,
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'a1:'), tie('value'), { maxKeys: 2, noNullPrototype: true }) as fc.Arbitrary<Value>,
  ),
})).value;

describe('the identity of a value', () => {
  it('is shared by equal values and by no others', () =>
    fc.assert(
      fc.property(value, value, (a, b) => {
        const key = [identityOf(a), identityOf(b)];
        expect(new Map([[key[0], true]]).has(key[1])).to.equal(equalValues(a, b));
      }),
      { numRuns: 3000 },
    ));

  it('is shared by what one collation takes for equal', () => {
    const fold = (text: string): string => text.toLowerCase();
    expect(identityOf({ k: ['A'] }, fold)).to.equal(identityOf({ k: ['a'] }, fold));
    expect(identityOf('A')).to.not.equal(identityOf('a'));
  });
});

describe('a sum', () => {
  const sumOf = (values: readonly Value[]): Value => {
    const sum = new Sum();
    for (const each of values) sum.add(each);
    return sum.total();
  };

  it('of integers is exact', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer(), fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n })), { maxLength: 6 }), (values) => {
        const exact = values.reduce<bigint>((total, each) => total + BigInt(each), 0n);
        const total = sumOf(values);
        expect(typeof total === 'number' || typeof total === 'bigint' ? BigInt(total) : undefined).to.equal(exact);
      }),
    ));

  it('of doubles does not depend on their order', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 30 }), (cents) => {
        const amounts = cents.map((each) => each / 100 + 0.001);
        expect(written(sumOf(amounts))).to.equal(written(sumOf(amounts.toReversed())));
      }),
    ));

  it('passes over what is no number', () => expect(sumOf(['1', null, undefined, [1], 2])).to.equal(2));

  it('of infinities is infinite, and of both is not a number', () => {
    expect(sumOf([Number.POSITIVE_INFINITY, 1.5])).to.equal(Number.POSITIVE_INFINITY);
    expect(sumOf([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])).to.satisfy(Number.isNaN);
  });
});

describe('decimal arithmetic', () => {
  const decimal = (text: string) => toDecimal(Decimal128.fromString(text));

  it('rounds to 34 digits, half to even', () => {
    expect(fromDecimal(multiplyDecimals(decimal('1.000000000000000000000000000000001'), decimal('1.5'))).toString()).to.equal(
      '1.500000000000000000000000000000002',
    );
    expect(fromDecimal(divideDecimals(decimal('2'), decimal('3'))).toString()).to.equal('0.6666666666666666666666666666666667');
  });

  it('keeps the digits that were written', () =>
    expect(fromDecimal(addDecimals(decimal('1.10'), decimal('2.20'))).toString()).to.equal('3.30'));
});

describe('truth', () => {
  it('is everything but false, null, what is missing and zero', () => {
    expect([0, -0, 0n, new Double(0), Decimal128.fromString('0.0'), null, undefined, false].map(isTrue)).to.deep.equal(
      Array(8).fill(false),
    );
    expect([1, -1n, new Double(0.5), Decimal128.fromString('1'), '', 'false', [], {}, new Date(0), true].map(isTrue)).to.deep.equal(
      Array(10).fill(true),
    );
  });
});
