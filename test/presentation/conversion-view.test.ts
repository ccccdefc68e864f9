import { expect } from 'chai';
import { conversionView } from '../../server/presentation/conversion-view.js';
import { toActivityData } from '../../server/survey/to-activity-data.js';
import { catalog, exampleForm } from './example-form.js';

const unknownDiesel = { 'vehicle-diesel-used': null, 'vehicle-diesel-used.missing': 'unknown', 'vehicle-diesel-cost': '900만' };

const viewOf = (activityId: string, language: 'ko' | 'en') => {
  const { edition, response } = exampleForm('foundry', unknownDiesel);
  const { notes } = toActivityData(edition, response, catalog);
  return conversionView(activityId, { notes, edition, responseId: 'r1' }, language);
};

describe('how a cost became a quantity', () => {
  it('names the cost, and every price with its days, its source and how sure it is', () => {
    const view = viewOf('vehicle-diesel-used', 'ko');
    expect(view?.text).to.contain('9,000,000원');
    expect(view?.cost?.href).to.contain('vehicle-diesel');
    expect(view?.rows).to.deep.equal([
      { name: '경유', cells: ['1,326.82~1,509.45원/L', '2025-11-01부터', '경유 판매가격', '사본에서 확인'] },
    ]);
    expect(viewOf('vehicle-diesel-used', 'en')?.rows[0]?.cells.slice(0, 2)).to.deep.equal(['1,326.82–1,509.45 won/L', 'since 2025-11-01']);
  });

  it('says nothing of a quantity that was entered', () => {
    expect(viewOf('propane-used', 'ko')).to.equal(null);
  });
});
