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

  for (const edition of Object.values(editions)) {
    const submitted = workedExamples.filter(({ editionId, state }) => editionId === edition.id && state === 'submitted');
    if (submitted.length === 0) continue;
    it(`are on the mean no more than ${edition.id} promises on its first page, from the first page to one that may be submitted`, () => {
      const walks = submitted.map((example) => ({ id: example.id, ...walkOf(example).walk }));
      expect(walks.filter(({ maySubmit }) => !maySubmit).map(({ id }) => id)).to.deep.equal([]);
      const mean = walks.reduce((sum, { minutes }) => sum + minutes, 0) / walks.length;
      expect(mean).to.be.greaterThan(1).and.at.most(edition.minutes);
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
