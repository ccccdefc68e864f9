import { expect } from 'chai';
import { ownCopy } from '../../server/catalog/own-copy-schema.js';
import { downloadAnswers } from '../../server/operations/download-answers.js';
import { readResult } from '../../server/operations/read-result.js';
import { submittedOnce } from '../support/submitted.js';
import { openTestSite, type TestSite } from '../support/test-site.js';

describe('an inventory from money', () => {
  let test: TestSite;
  before(async () => {
    test = await openTestSite();
  });
  after(() => test.close());

  it('is kept and handed out with everything the conversion rests on', async () => {
    const work = await submittedOnce(test);
    const months = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`electricity-bought.m${String(at + 1).padStart(2, '0')}`, '']),
    );
    await work.type({ ...months, 'electricity-bought.annual': '', 'electricity-bought.missing': 'unknown', 'electricity-cost': '2억' });
    const version = await work.submit();
    const { request, notes, inventory } = await readResult(test.site, work.who, work.id);
    const bought = request.activityData.find(({ id }) => id === 'electricity-bought');
    expect(bought?.quality).to.equal('convertedFromMoney');
    expect(bought?.uncertainty?.distribution).to.equal('triangular');
    expect(
      inventory.lines.filter(({ quality }) => quality === 'convertedFromMoney').map(({ activityDataId }) => activityDataId),
    ).to.include('electricity-bought');
    const kept = notes.find(({ code }) => code === 'converted')?.conversion;
    expect(kept?.cost.won).to.equal(200_000_000);

    const file = await downloadAnswers(test.site, work.who, { responseId: work.id, version, kind: 'json' }, 'ko');
    const copy = ownCopy.parse(JSON.parse(new TextDecoder().decode(file.bytes)));
    const told = copy.notes.find(({ code }) => code === 'converted');
    expect(told?.question).to.equal('electricity-bought');
    expect(told?.conversion).to.deep.equal(kept);
    expect(told?.conversion?.prices.every(({ source, validFrom }) => source.ko !== '' && validFrom !== '')).to.equal(true);
    const sheet = await downloadAnswers(test.site, work.who, { responseId: work.id, version, kind: 'xlsx' }, 'ko');
    expect(sheet.bytes.length).to.be.greaterThan(1000);
  });
});
