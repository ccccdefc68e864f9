import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';
import { readYaml } from '../../server/catalog/data-files.js';
import { repositoryRoot } from '../../server/root.js';
import { numberText, readMoney, readNumber } from '../../server/survey/numbers.js';

const rows = z.array(
  z.union([z.strictObject({ typed: z.string(), is: z.number() }), z.strictObject({ typed: z.string(), asks: z.string() })]),
);
const table = readYaml(join(repositoryRoot, 'test/survey/numbers.yaml'), z.strictObject({ quantities: rows, money: rows }));

describe('numbers as they are written', () => {
  for (const [kind, read] of [
    ['quantities', readNumber],
    ['money', readMoney],
  ] as const) {
    describe(kind, () => {
      for (const row of table[kind]) {
        it(`${'is' in row ? `reads "${row.typed}" as ${row.is}` : `asks about "${row.typed}": ${row.asks}`}`, () => {
          expect(read(row.typed)).to.deep.equal('is' in row ? { ok: true, value: row.is } : { ok: false, code: row.asks });
        });
      }
    });
  }

  it('reads back what it writes, for every number of at most 15 digits', () => {
    const number = fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 8 })).map(([digits, places]) => {
      const whole = digits % 1e15;
      return whole === 0 ? 0 : Number(`${whole}e-${places}`);
    });
    fc.assert(
      fc.property(number, (value) => {
        expect(readNumber(numberText(value))).to.deep.equal({ ok: true, value });
      }),
    );
  });

  it('never reads anything but a decimal number', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-+eExX만억 １Ｅkg'.split('')) }), (typed) => {
        const result = readNumber(typed);
        if (!result.ok) return;
        const plain = typed.replace(/１/g, '1').replace(/[,\s]/g, '');
        expect(plain).to.match(/^-?\d*\.?\d+$/);
        expect(result.value).to.equal(Number(plain));
      }),
      { numRuns: 2000 },
    );
  });
});
