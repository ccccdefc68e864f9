import { expect } from 'chai';
import fc from 'fast-check';
import { decode } from '../src/bson/decode.js';
import { encode } from '../src/bson/encode.js';
import type { Doc } from '../src/bson/values.js';
import { compileMatcher } from '../src/matcher/compile.js';
import { prepare, reselect } from '../src/query/select.js';
import type { Collection } from '../src/storage/catalog.js';

const scalar = fc.constantFrom(0, 1, 2, 'a', null, true);
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { weight: 4, arbitrary: scalar },
    { weight: 1, arbitrary: fc.array(tie('any'), { maxLength: 3 }) },
    { weight: 2, arbitrary: fc.record({ x: tie('any'), y: tie('any'), '0': tie('any') }, { requiredKeys: [] }) },
  ),
})).any;
const document = fc.record({ _id: scalar, a: value, b: value, x: value }, { requiredKeys: ['_id'] });
const path = fc.constantFrom('_id', 'a', 'b', 'a.x', 'a.0', 'a.0.x', 'a.x.y', 'a.x.0', 'b.y');
const condition = fc.oneof(
  value,
  fc.record({ $gt: scalar }),
  fc.record({ $ne: value }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $size: fc.nat(2) }),
  fc.record({ $elemMatch: fc.record({ x: scalar }) }),
  fc.record({ $not: fc.record({ $in: fc.array(scalar, { maxLength: 2 }) }) }),
);
const query = fc.letrec<{ any: unknown; some: unknown }>((tie) => ({
  some: fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
  any: fc.oneof(
    { weight: 1, arbitrary: fc.constant({}) },
    { weight: 6, arbitrary: fc.tuple(path, condition).map(([name, test]) => ({ [name]: test })) },
    { weight: 1, arbitrary: fc.record({ $and: tie('some') }) },
    { weight: 1, arbitrary: fc.record({ $or: tie('some') }) },
    { weight: 1, arbitrary: fc.record({ $nor: tie('some') }) },
  ),
})).any;

describe('what is decoded of a document to match it', () => {
  it('is enough: every query decides as it does on the whole document', () => {
    const nowhere = { indexes: [] } as unknown as Collection;
    fc.assert(
      fc.property(document, query, (doc, asked) => {
        const bytes = encode(doc as Doc);
        const found = reselect({ record: 1, bytes }, prepare(nowhere, { query: asked as Doc, match: {} }));
        expect(found !== undefined).to.equal(compileMatcher(asked as Doc)(decode(bytes)));
        if (found) expect(found.doc).to.deep.equal(decode(bytes));
      }),
      { numRuns: 2_000 },
    );
  });

  // Nothing is read for it, yet it selects nothing.
  it('may be nothing', () => {
    for (const [asked, selects] of [
      [{}, true],
      [{ $nor: [{}] }, false],
      [{ $or: [{}] }, true],
    ] as [Doc, boolean][]) {
      const prepared = prepare({ indexes: [] } as unknown as Collection, { query: asked, match: {} });
      expect(reselect({ record: 1, bytes: encode({ _id: 1 }) }, prepared) !== undefined).to.equal(selects);
    }
  });
});
