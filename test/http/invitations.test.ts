import { expect } from 'chai';
import { operator } from '../../server/operations/account-holder.js';
import { addEstablishment } from '../../server/operations/add-establishment.js';
import { createInvitation } from '../../server/operations/create-invitation.js';
import { revokeInvitations } from '../../server/operations/revoke-invitations.js';
import { type ServedSite, serveTestSite } from '../support/test-site.js';

const day = 24 * 60 * 60 * 1000;

describe('a one-time link', () => {
  let served: ServedSite;
  before(async () => {
    served = await serveTestSite();
  });
  after(() => served.close());

  const newLink = async (purpose: 'letter' | 'demo' = 'letter', given?: string) => {
    const establishmentId = given ?? (await served.establishment()).establishment.id;
    const { secret } = await createInvitation(served.site, establishmentId, purpose);
    return { path: `/enter/${secret}`, secret, establishmentId };
  };

  it('is not used up by opening it, however often: it needs the button', async () => {
    const { path } = await newLink();
    const browser = served.browser();
    for (let time = 0; time < 20; time++) {
      const page = await browser.get(path);
      expect(page.status).to.equal(200);
      expect(page.text).to.include(`action="${path}"`);
      expect((await browser.send('HEAD', path, {}, '')).status).to.equal(200);
    }
    expect(browser.cookies.size).to.equal(0);
    expect((await browser.post(path)).status).to.equal(303);
    expect((await browser.get('/responses')).status).to.equal(200);
  });

  it('works once', async () => {
    const { path } = await newLink();
    expect((await served.browser().post(path)).status).to.equal(303);
    const second = served.browser();
    const refused = await second.post(path);
    expect(refused.status).to.equal(410);
    expect(refused.text).to.include('이미 사용한 링크');
    expect(second.cookies.size).to.equal(0);
    expect((await served.browser().get(path)).status).to.equal(410);
  });

  it('leads whoever is in by it already back to the survey, and nobody else', async () => {
    const { path } = await newLink();
    const browser = served.browser();
    await browser.post(path);
    for (const again of [await browser.get(path), await browser.post(path)]) {
      expect(again.status).to.equal(410);
      expect(again.text).to.include('href="/responses">내 조사로 가기').and.include('이미 들어와 계시니');
    }
    expect((await browser.get('/responses')).status).to.equal(200);
    const stranger = await served.signedIn((await served.establishment()).establishment.id);
    for (const other of [stranger, served.browser()]) {
      const refused = await other.get(path);
      expect(refused.status).to.equal(410);
      expect(refused.text).not.to.include('내 조사로 가기');
    }
  });

  it('lets one of ten simultaneous clicks in', async () => {
    const { path } = await newLink();
    const replies = await Promise.all(Array.from({ length: 10 }, () => served.browser().post(path)));
    expect(replies.map(({ status }) => status)).to.have.members([303, ...Array.from({ length: 9 }, () => 410)]);
  });

  it('ends with its time', async () => {
    const { path } = await newLink();
    served.clock.pass(30 * day);
    const refused = await served.browser().post(path);
    expect(refused.status).to.equal(410);
    expect(refused.text).to.include('유효 기간');
  });

  it('ends when a newer one of its kind is made; other kinds stay', async () => {
    const letter = await newLink();
    const demo = await newLink('demo', letter.establishmentId);
    const newer = await newLink('letter', letter.establishmentId);
    expect((await served.browser().get(letter.path)).status).to.equal(410);
    expect((await served.browser().get(demo.path)).status).to.equal(200);
    expect((await served.browser().get(newer.path)).status).to.equal(200);
  });

  it('that was made up is unknown', async () => {
    for (const path of [`/enter/${'A'.repeat(43)}`, '/enter/1', '/enter/%24ne', '/enter/[object Object]'])
      expect((await served.browser().post(encodeURI(decodeURI(path)))).status, path).to.equal(404);
  });

  it('is 256 random bits, and the store holds its hash alone', async () => {
    const { secret, establishmentId } = await newLink();
    expect(secret).to.match(/^[A-Za-z0-9_-]{43}$/);
    expect(await served.site.store.invitations.bySecretHash(secret)).to.equal(null);
    const [entry] = await served.site.store.auditEntries.ofEstablishment(establishmentId, 1);
    expect(JSON.stringify(entry)).not.to.include(secret);
    expect(entry).to.deep.include({
      action: 'invitation.create',
      actor: { role: 'operator', accountId: null, sessionId: null, from: null },
    });
  });

  it('stays out of the log', async () => {
    const { path, secret } = await newLink();
    await served.browser().get(path);
    await served.browser().post(path);
    await served.browser().get(`${path}x`);
    expect(served.logged()).to.include('/enter/:secret');
    expect(served.logged()).not.to.include(secret);
  });

  it('is not handed on to other sites by the browser', async () => {
    const { path } = await newLink();
    expect((await served.browser().get(path)).headers['referrer-policy']).to.equal('same-origin');
  });

  it('to come back with is made by the respondent, for its own establishment', async () => {
    const { path, establishmentId } = await newLink();
    const browser = served.browser();
    await browser.post(path);
    const page = await browser.post('/return-link');
    expect(page.status).to.equal(200);
    const back = /\/enter\/[A-Za-z0-9_-]{43}/.exec(page.text)?.[0] ?? '';
    const later = served.browser();
    expect((await later.post(back)).status).to.equal(303);
    const actions = (await served.site.store.auditEntries.ofEstablishment(establishmentId, 10)).map(({ action }) => action);
    expect(actions.filter((action) => action === 'invitation.redeem')).to.have.length(2);
  });

  describe('of an establishment whose registration number is known', () => {
    const letter = async (businessNumber: string) => {
      const { id } = await addEstablishment(served.site, { name: '한빛주물', businessNumber, example: null });
      const { secret } = await createInvitation(served.site, id, 'letter');
      return { path: `/enter/${secret}`, establishmentId: id };
    };

    it('asks for it, and takes it with or without hyphens, in full width too', async () => {
      const { path } = await letter('000-81-00033');
      expect((await served.browser().get(path)).text).to.include('name="businessNumber"');
      expect((await served.browser().post(path, { businessNumber: '０００-８１-０００３３' })).status).to.equal(303);
    });

    it('is not used up by a program that opens the link and presses its button', async () => {
      const { path } = await letter('000-81-00066');
      for (const fields of [{}, { businessNumber: '' }, { businessNumber: 'test' }]) {
        const reply = await served.browser().post(path, fields);
        expect(reply.status).to.equal(422);
        expect(reply.text).to.include('올바른 사업자등록번호가 아닙니다');
      }
      expect((await served.browser().post(path, { businessNumber: '000-81-00066' })).status).to.equal(303);
    });

    it('refuses the number of another, says so in the form, writes it down, and stays usable', async () => {
      const { path, establishmentId } = await letter('000-12-00056');
      const browser = served.browser();
      const reply = await browser.post(path, { businessNumber: '000-81-00014' });
      expect(reply.status).to.equal(422);
      expect(reply.text)
        .to.include('value="000-81-00014"')
        .and.include('href="#field-businessNumber"')
        .and.include('아직 쓰이지 않았습니다');
      expect(reply.text).not.to.include('0001200056');
      expect(browser.cookies.size).to.equal(0);
      const [entry] = await served.site.store.auditEntries.ofEstablishment(establishmentId, 1);
      expect(entry).to.deep.include({ action: 'invitation.refuse' });
      expect(JSON.stringify(entry)).not.to.include('00014');
      expect((await browser.post(path, { businessNumber: '000-12-00056' })).status).to.equal(303);
    });

    it('lets one of five simultaneous clicks in', async () => {
      const { path } = await letter('000-81-00047');
      const replies = await Promise.all(Array.from({ length: 5 }, () => served.browser().post(path, { businessNumber: '000-81-00047' })));
      expect(replies.filter(({ status }) => status === 303)).to.have.length(1);
    });

    it('is taken back by the operator, with whoever came in by it', async () => {
      const { path, establishmentId } = await letter('000-81-00028');
      const browser = served.browser();
      await browser.post(path, { businessNumber: '000-81-00028' });
      expect((await browser.get('/responses')).status).to.equal(200);
      const { secret } = await createInvitation(served.site, establishmentId, 'letter');
      await revokeInvitations(served.site, establishmentId, operator);
      expect((await browser.get('/responses')).status).to.equal(401);
      expect((await served.browser().post(`/enter/${secret}`, { businessNumber: '000-81-00028' })).status).to.equal(410);
    });
  });
});
