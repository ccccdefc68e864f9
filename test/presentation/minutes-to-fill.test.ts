import { expect } from 'chai';
import { walkThrough } from '../support/form-walk.js';
import { keystrokes, seconds, typing } from '../support/keystroke-level.js';
import { catalog } from './example-form.js';

const { editions, workedExamples } = catalog.surveys;
const walkOf = (example: (typeof workedExamples)[number], editionId = example.editionId) => {
  const edition = editions[editionId];
  if (edition === undefined) throw new Error(`There is no edition ${editionId}`);
  return { edition, walk: walkThrough(edition, example.fields, example.reasons) };
};

describe('the minutes a person needs for a form', () => {
  it('are counted in keys that are pressed: a Korean syllable letter by letter', () => {
    expect(keystrokes('12,500')).to.equal(6);
    expect(keystrokes('주물')).to.equal(5);
    expect(keystrokes('A')).to.equal(2);
    expect(typing('123')).to.be.closeTo(3 * seconds.keystroke, 1e-12);
  });

  for (const example of workedExamples.filter(({ state }) => state === 'submitted')) {
    it(`are no more than ${example.editionId} promises on its first page, for ${example.id}, page by page to the end`, () => {
      const { edition, walk } = walkOf(example);
      expect(walk.maySubmit).to.equal(true);
      expect(walk.minutes).to.be.greaterThan(1).and.at.most(edition.minutes);
    });
  }

  for (const short of Object.values(editions).filter(({ form }) => form === 'S')) {
    it(`stay under twenty for the short form ${short.id}`, () => {
      const own = workedExamples.filter(({ editionId, state }) => editionId === short.id && state === 'submitted');
      const shops = own.length > 0 ? own : workedExamples.filter(({ id }) => id === 'machine-shop');
      for (const shop of shops) expect(walkOf(shop, short.id).walk.minutes, shop.id).to.be.greaterThan(1).and.below(20);
    });
  }
});
