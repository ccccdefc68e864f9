import { expect } from 'chai';
import { exampleFields } from '../../server/operations/create-demo.js';
import { createInvitation } from '../../server/operations/create-invitation.js';
import { endSession } from '../../server/operations/end-session.js';
import { findSession } from '../../server/operations/find-session.js';
import { redeemInvitation } from '../../server/operations/redeem-invitation.js';
import { saveAnswers } from '../../server/operations/save-answers.js';
import { submitResponse } from '../../server/operations/submit-response.js';
import type { Store } from '../../server/persistence/store.js';
import { begun, openTestSite, type TestSite, theCatalog } from '../support/test-site.js';

/** A line that breaks after every transaction was kept and before that was known, so that the driver does each again. */
const losingAnswers = (store: Store): Store => ({
  ...store,
  transaction: async (work) => {
    await store.transaction(work);
    return store.transaction(work);
  },
});

const visitor = { from: '192.0.2.1', network: '192.0.2.0/24', device: 'test', deviceSecret: null, sessionSecret: null };

describe('a transaction whose answer was lost is done again, and', () => {
  let test: TestSite;
  before(async () => {
    test = await openTestSite(losingAnswers);
  });
  after(() => test.close());

  it('a link is made once and signs in once', async () => {
    const { establishment } = await test.establishment();
    const { secret } = await createInvitation(test.site, establishment.id, 'letter');
    const session = await redeemInvitation(test.site, { secret, businessNumber: '' }, visitor);
    const who = await findSession(test.site, session, '192.0.2.1');
    if (who?.role !== 'respondent') throw new Error('Nobody is signed in');
    expect(who.establishmentId).to.equal(establishment.id);
    await endSession(test.site, who);
    expect(await findSession(test.site, session, '192.0.2.1')).to.equal(null);
    const actions = (await test.site.store.auditEntries.ofEstablishment(establishment.id, 10)).map(({ action }) => action);
    expect(actions).to.have.members(['invitation.create', 'invitation.redeem', 'session.end']);
  });

  it('a response is opened, saved and submitted once', async () => {
    const example = theCatalog().surveys.examples.find(({ state }) => state === 'submitted');
    if (example === undefined) throw new Error('No example is to be submitted');
    const { who } = await test.establishment();
    const { id } = await begun(test.site, who);
    const fields = exampleFields(test.site, example);
    const saved = await saveAnswers(test.site, who, {
      responseId: id,
      revision: 0,
      fields,
      reasons: new Map(Object.entries(example.reasons)),
    });
    expect(saved.form.response.revision).to.equal(1);
    const submitted = await submitResponse(test.site, who, { responseId: id, revision: 1 });
    if (!('receipt' in submitted)) throw new Error(`It was ${submitted.outcome}`);
    const versions = await test.site.store.responseVersions.ofResponse(id);
    expect(versions.map((version) => version.id)).to.deep.equal([submitted.receipt.id]);
    const actions = (await test.site.store.auditEntries.ofEstablishment(who.establishmentId, 10)).map(({ action }) => action);
    expect(actions).to.have.members(['response.open', 'response.save', 'response.submit']);
  });
});
