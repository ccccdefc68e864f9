import { expect } from 'chai';
import fc from 'fast-check';
import { wrapLabel } from '../../server/presentation/chart-label.js';

describe('labels of a chart', () => {
  it('break at middle dots and before brackets', () => {
    const wood = '목재·목재폐기물(장작·우드칩·펠릿)';
    expect(wrapLabel(wood, 18)).to.deep.equal(['목재·목재폐기물(장작·우드칩·', '펠릿)']);
    expect(wrapLabel(wood, 9)).to.deep.equal(['목재·목재폐기물', '(장작·우드칩·', '펠릿)']);
    expect(wrapLabel('Wood and wood waste (firewood)', 18)).to.deep.equal(['Wood and wood', 'waste (firewood)']);
  });

  it('never grow wider than asked, and lose nothing but spaces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'가나다라마바사아자차ab ·()/'.split('')), maxLength: 60 }),
        fc.integer({ min: 3, max: 20 }),
        (label, most) => {
          const lines = wrapLabel(label, most);
          expect(lines.every((line) => line.length <= most)).to.equal(true);
          expect(lines.join('').replaceAll(' ', '')).to.equal(label.replaceAll(' ', ''));
        },
      ),
    );
  });
});
