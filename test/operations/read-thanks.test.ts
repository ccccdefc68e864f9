import { expect } from 'chai';
import { exampleFields } from '../../server/operations/create-demo.js';
import { openResponse } from '../../server/operations/open-response.js';
import { readThanks, type Thanks } from '../../server/operations/read-thanks.js';
import type { Respondent } from '../../server/operations/respondent.js';
import { saveAnswers } from '../../server/operations/save-answers.js';
import { submitResponse } from '../../server/operations/submit-response.js';
import { thanksPage } from '../../server/presentation/thanks-page.js';
import { begun, openTestSite, type TestSite, theCatalog } from '../support/test-site.js';

/** The only example of its industry among small foundries; the others of the group are put in beside it. */
const example = (() => {
  const found = theCatalog().surveys.examples.find(({ id }) => id === 'foundry');
  if (found === undefined) throw new Error('There is no example foundry');
  return found;
})();

describe('what somebody who has submitted is shown', () => {
  let test: TestSite;
  let who: Respondent;
  let responseId: string;
  before(async () => {
    test = await openTestSite();
    ({ who } = await test.establishment());
    responseId = (await begun(test.site, who)).id;
    await submitWith(exampleFields(test.site, example), 0);
  });
  after(() => test.close());

  const submitWith = async (fields: ReadonlyMap<string, readonly string[]>, revision: number): Promise<void> => {
    const saved = await saveAnswers(test.site, who, { responseId, revision, fields, reasons: new Map(Object.entries(example.reasons)) });
    const submitted = await submitResponse(test.site, who, { responseId, revision: saved.form.response.revision });
    if (submitted.outcome !== 'submitted') throw new Error(`It was ${submitted.outcome}`);
  };
  const thanks = (): Promise<Thanks> => readThanks(test.site, who, responseId);
  const groupText = async (language: 'ko' | 'en'): Promise<string> => {
    const read = await thanks();
    const page = thanksPage({ ...read, responseId, establishment: { name: '', isExample: false }, ownReport: true }, language);
    return page.group?.text ?? '';
  };
  /** Others of the same group, each with an intensity of its own. */
  const joinedBy = async (intensities: readonly number[]): Promise<void> => {
    const own = await test.site.store.standings.byResponse(responseId);
    if (own === null) throw new Error('It stands in no group');
    for (const [at, intensity] of intensities.entries())
      await test.site.store.standings.put({ ...own, id: `other-${at}-${intensity}`, intensity });
  };

  it('is the receipt and the result of the latest version, and no year before where there is none', async () => {
    const { receipt, inventory, lastYear } = await thanks();
    expect(receipt.version).to.equal(1);
    expect(receipt.hash).to.match(/^[0-9a-f]{64}$/);
    expect(inventory.totals.scope1.co2eq + inventory.totals.scope2LocationBased.co2eq).to.be.greaterThan(0);
    expect(lastYear).to.equal(null);
  });

  it('keeps of a standing nothing that names an establishment, and its intensity to two digits', async () => {
    const standing = await test.site.store.standings.byResponse(responseId);
    expect(Object.keys(standing ?? {}).sort()).to.deep.equal(['division', 'id', 'intensity', 'roundId', 'sizeBand']);
    expect(standing?.division).to.equal('24');
    expect(standing?.intensity).to.equal(Number(standing?.intensity.toPrecision(2)));
  });

  it('has no rank among nine, and one from the tenth that submits', async () => {
    await joinedBy([0.1, 0.2, 1000, 1001, 1002, 1003, 1004, 1005]);
    expect((await thanks()).group?.rank).to.equal(null);
    expect(await groupText('en')).to.contain('fewer than 10');
    await joinedBy([1006]);
    expect((await thanks()).group?.rank).to.deep.equal({ rank: 3, of: 10, withinPercent: 30 });
    expect(await groupText('ko'))
      .to.contain('10곳 가운데')
      .and.contain('3번째');
    await joinedBy([0.3]);
    expect((await thanks()).group?.rank).to.deep.equal({ rank: 4, of: 11, withinPercent: 37 });
  });

  it('counts nobody of another size, industry or round', async () => {
    const own = await test.site.store.standings.byResponse(responseId);
    if (own === null) throw new Error('It stands in no group');
    const { standings } = test.site.store;
    await standings.put({ ...own, id: 'larger', sizeBand: '300+', intensity: 0.01 });
    await standings.put({ ...own, id: 'other-industry', division: '10', intensity: 0.01 });
    await standings.put({ ...own, id: 'other-round', roundId: 'another', intensity: 0.01 });
    expect((await thanks()).group?.rank?.of).to.equal(11);
  });

  it('leaves its old group when it is submitted again with other answers', async () => {
    const fields = new Map([...exampleFields(test.site, example), ['workers-regular', ['5']] as const, ['workers-other', ['0']] as const]);
    const { revision } = (await thanks()).response;
    await submitWith(fields, revision);
    expect((await thanks()).receipt.version).to.equal(2);
    expect((await thanks()).group).to.deep.include({ sizeBand: '1-9', rank: null });
  });

  it('says what it takes to be ranked where the industry or the workers are not known', async () => {
    await test.site.store.standings.remove(responseId);
    expect((await thanks()).group).to.equal(null);
    expect(await groupText('en')).to.contain('industry and the number of workers');
  });

  it('has the year before beside it, where that was submitted', async () => {
    const round = await test.site.store.rounds.byId((await thanks()).response.roundId);
    if (round === null) throw new Error('The round is gone');
    const before = { ...round, id: 'round-before', reportingYear: round.reportingYear - 1 };
    await test.site.store.rounds.add(before);
    const earlier = await openResponse(test.site, who, before.id, 'M');
    const fields = exampleFields(test.site, example);
    await saveAnswers(test.site, who, { responseId: earlier.id, revision: 0, fields, reasons: new Map(Object.entries(example.reasons)) });
    expect((await thanks()).lastYear).to.equal(null);
    await submitResponse(test.site, who, { responseId: earlier.id, revision: 1 });
    const { lastYear } = await thanks();
    expect(lastYear?.totals.energy.toe).to.be.greaterThan(0);
  });
});
