import { expect } from 'chai';
import { operator } from '../../server/operations/account-holder.js';
import { addEstablishment } from '../../server/operations/add-establishment.js';
import { assignEstablishment } from '../../server/operations/assign-establishment.js';
import { openResponse } from '../../server/operations/open-response.js';
import { accountWith, letIn } from '../support/account-holders.js';
import { roundId, type ServedSite, serveTestSite } from '../support/test-site.js';

describe('the holder of several roles', () => {
  let served: ServedSite;
  before(async () => {
    served = await serveTestSite();
  });
  after(() => served.close());

  it('acts at a route by those alone that it lets through: the others lend no reach', async () => {
    const { site } = served;
    const place = (name: string) => addEstablishment(site, { name, businessNumber: null, region: '11', example: null });
    const [mine, other] = [await place('한빛주물'), await place('다온도금')];
    const hidden = await openResponse(site, { establishmentId: other.id, sessionId: null }, roundId, 'M');
    // A methodologist's grant has no limits, because the role sees no unit at all.
    const { id: accountId } = await accountWith(site, ['surveyor', 'methodologist']);
    await assignEstablishment(site, { establishmentId: mine.id, roundId, organization: null, accountId }, operator);
    const browser = served.browser();
    await letIn(site, browser, { accountId, establishmentId: null, secondFactor: true });
    const list = await browser.get('/establishments');
    expect(list.status).to.equal(200);
    expect(list.text).to.include('한빛주물').and.not.include('다온도금');
    for (const path of [`/establishments/${other.id}`, `/answers/${hidden.id}`]) expect((await browser.get(path)).status).to.equal(404);
  });
});
