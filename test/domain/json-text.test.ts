import { expect } from 'chai';
import fc from 'fast-check';
import { readJsonText, unreadable } from '../../server/domain/json-text.js';

const faults = (text: string): string[] => readJsonText(text).faults.map(({ field, code }) => `${field} ${code}`);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('JSON as it is written', () => {
  it('reads what JSON.parse reads', () => {
    // Every double but minus zero and whole numbers of more than 15 digits: those are refused, see below.
    const number = fc
      .oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.double({ min: -1e6, max: 1e6, noNaN: true }))
      .map((value) => (Number.isInteger(value) && Math.abs(value) >= 1e15 ? 0.1 : value || 0));
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        number,
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any')),
        fc.dictionary(fc.string(), tie('any')),
      ),
    })).any;
    fc.assert(
      fc.property(value, fc.boolean(), (original, indented) => {
        const text = JSON.stringify(original, null, indented ? 2 : undefined);
        const read = readJsonText(text);
        expect(read.faults).to.deep.equal([]);
        expect(plain(read.value)).to.deep.equal(JSON.parse(text));
      }),
    );
  });

  it('refuses exactly what JSON.parse refuses, but for numbers', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', 'a', '1', ' ', 'true', 'null', '\n') }),
        (text) => {
          let isJson = true;
          try {
            JSON.parse(text);
          } catch {
            isJson = false;
          }
          const isRefused = readJsonText(text).faults.some((fault) => fault.code === 'notJson');
          expect(isRefused, text).to.equal(!isJson);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('sees numbers a double cannot keep', () => {
    expect(faults('{"a":[-0]}')).to.deep.equal(['a[0] negativeZero']);
    expect(faults('{"a":-0.0e5}')).to.deep.equal(['a negativeZero']);
    expect(faults('{"a":1e400}')).to.deep.equal(['a numberNotFinite']);
    expect(faults('{"a":1e-400}')).to.deep.equal(['a numberTooSmall']);
    expect(faults('{"a":0.1234567890123456789}')).to.deep.equal(['a numberTooLong']);
    expect(faults('{"a":12345678901234567}')).to.deep.equal(['a numberTooLong']);
    expect(faults('{"a":0.123456789012345,"b":100000000000000000000,"c":0.00}')).to.deep.equal([]);
  });

  it('takes every number a program writes of a double, such as 1320.0000000000002', () => {
    for (const number of ['1320.0000000000002', '0.30000000000000004', '213.33333333333334', '2.8600000000000003', '5e-324'])
      expect(faults(number), number).to.deep.equal([]);
    for (const same of ['1320.00000000000020000', '1.3200000000000002e3', '13200000000000002E-13', '0.0013200000000000002e+6'])
      expect(readJsonText(same), same).to.deep.equal({ value: 1320.0000000000002, faults: [] });
  });

  it('refuses digits that reading would change, and whole numbers of more than 15 digits', () => {
    const long = ['12345678901234567', '1234567890123456', '1234567890123456.0', '1.234567890123456e15', '0.1234567890123456789'];
    for (const number of [...long, '1320.00000000000021', '-0.30000000000000002', '4e-324'])
      expect(faults(number), number).to.deep.equal([' numberTooLong']);
    for (const number of ['123456789012345', '1000000000000000', '1e15', '1e308', '123456789012345e3', '0.00', '0e99999999999'])
      expect(faults(number), number).to.deep.equal([]);
  });

  it('is not kept busy by a number of a million zeros', () => {
    const begun = performance.now();
    expect(faults(`1.${'0'.repeat(1e6)}1`)).to.deep.equal([' numberTooLong']);
    expect(performance.now() - begun).to.be.below(1000);
  });

  it('sees NaN and Infinity, which some programs write', () => {
    expect(faults('{"a":NaN,"b":[Infinity,-Infinity]}')).to.deep.equal([
      'a numberNotFinite',
      'b[0] numberNotFinite',
      'b[1] numberNotFinite',
    ]);
  });

  it('sees a key that stands twice, and takes neither value', () => {
    const { value, faults: found } = readJsonText('{"a":{"b":1,"b":2}}');
    expect(found.map(({ field, code }) => `${field} ${code}`)).to.deep.equal(['a.b duplicateKey']);
    expect((value as { a: { b: unknown } }).a.b).to.equal(unreadable);
  });

  it('names line and column of what is no JSON', () => {
    expect(readJsonText('{\n  "a": 01 }').faults).to.deep.equal([{ code: 'notJson', field: '', values: { line: 2, column: 8 } }]);
    for (const text of ['', ' ', '{', '{"a"}', '[1,]', "{'a':1}", '"a', '"\n"', '"\\x"', '1 2', 'nul', '+1', '.5', '1.', '[1 2]']) {
      expect(faults(text), text).to.deep.equal([' notJson']);
    }
  });

  it('keeps a key like __proto__ a key', () => {
    const { value } = readJsonText('{"__proto__":{"polluted":1}}');
    expect(Object.keys(value as object)).to.deep.equal(['__proto__']);
    expect(({} as { polluted?: number }).polluted).to.equal(undefined);
  });

  it('passes over a byte order mark and refuses bottomless nesting', () => {
    expect(faults('\uFEFF{}')).to.deep.equal([]);
    expect(faults('['.repeat(100_000))).to.deep.equal([' nestedTooDeep']);
    expect(faults(`${'['.repeat(64)}1${']'.repeat(64)}`)).to.deep.equal([]);
  });
});
