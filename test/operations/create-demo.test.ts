import { expect } from 'chai';
import { addEstablishment } from '../../server/operations/add-establishment.js';
import { createDemo } from '../../server/operations/create-demo.js';
import { ensureRounds } from '../../server/operations/ensure-rounds.js';
import { openResponse } from '../../server/operations/open-response.js';
import { lookAtInvitation } from '../../server/operations/redeem-invitation.js';
import { saveAnswers } from '../../server/operations/save-answers.js';
import { Problem } from '../../server/problem/problem.js';
import { openTestSite, type TestSite, theCatalog } from '../support/test-site.js';

describe('the examples of the demo', () => {
  const { examples } = theCatalog().surveys;
  let test: TestSite;
  before(async () => {
    test = await openTestSite();
  });
  after(() => test.close());

  it('are six, each marked as an example in its name', async () => {
    const links = await createDemo(test.site);
    expect(links).to.have.length(6);
    for (const { name } of links) expect(name).to.include('예시');
  });

  it('show each state a visitor can meet', async () => {
    const establishments = (await test.site.store.establishments.all()).filter(({ example }) => example !== null);
    const states = await Promise.all(
      establishments.map(async ({ id }) => (await test.site.store.responses.ofEstablishment(id))[0]?.status ?? 'untouched'),
    );
    expect(states.sort()).to.deep.equal(examples.map(({ state }) => state).sort());
    expect(new Set(states)).to.deep.equal(new Set(['untouched', 'draft', 'submitted']));
  });

  it('are finished by the next start when one was cut off half way', async () => {
    const example = examples.find(({ state }) => state === 'submitted');
    if (example === undefined) throw new Error('No example is to be submitted');
    const fresh = await openTestSite();
    try {
      const round = await ensureRounds(fresh.site, true);
      const { id } = await addEstablishment(fresh.site, { name: example.name, businessNumber: null, example: example.id });
      const form = theCatalog().surveys.editions[example.editionId]?.form ?? null;
      await openResponse(fresh.site, { establishmentId: id, sessionId: null }, round[0]?.id ?? '', form);
      await createDemo(fresh.site);
      expect((await fresh.site.store.responses.ofEstablishment(id))[0]).to.include({ status: 'submitted', version: 1 });
    } finally {
      await fresh.close();
    }
  });

  it('are made once, also by two processes that start at the same moment', async () => {
    const fresh = await openTestSite();
    try {
      await Promise.all([createDemo(fresh.site), createDemo(fresh.site)]);
      expect(await fresh.site.store.establishments.all()).to.have.length(examples.length);
    } finally {
      await fresh.close();
    }
  });

  it('are made once; every start makes new links and takes back those not used', async () => {
    const before = await createDemo(test.site);
    const after = await createDemo(test.site);
    expect(await test.site.store.establishments.all()).to.have.length(examples.length);
    for (const { secret } of after) await lookAtInvitation(test.site, secret);
    for (const { secret } of before) {
      const refused = await lookAtInvitation(test.site, secret).catch((error: unknown) => error);
      expect(refused).to.be.instanceOf(Problem).with.property('code', 'linkRevoked');
    }
  });

  it('keep what a visitor changed', async () => {
    const draft = examples.find(({ state }) => state === 'draft');
    const establishment = await test.site.store.establishments.byExample(draft?.id ?? '');
    const [response] = await test.site.store.responses.ofEstablishment(establishment?.id ?? '');
    if (establishment === null || response === undefined) throw new Error('The draft example has no response');
    const who = { establishmentId: establishment.id, sessionId: 'visitor' };
    const fields = new Map([['establishment-name', ['방문자가 고친 이름']]]);
    await saveAnswers(test.site, who, { responseId: response.id, revision: response.revision, fields });
    await createDemo(test.site);
    const [kept] = await test.site.store.responses.ofEstablishment(establishment.id);
    expect(kept?.answers['establishment-name']).to.deep.include({ typed: { '': '방문자가 고친 이름' } });
  });

  it('take no part in the round of real establishments', async () => {
    const rounds = await test.site.store.rounds.all();
    const ofExamples = rounds.filter(({ isExample }) => isExample).map(({ id }) => id);
    for (const { id, example } of await test.site.store.establishments.all())
      for (const { roundId } of await test.site.store.responses.ofEstablishment(id))
        expect(ofExamples.includes(roundId)).to.equal(example !== null);
  });
});
