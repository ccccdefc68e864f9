import { expect } from 'chai';
import { setContact } from '../../server/operations/set-contact.js';
import { letIn } from '../support/account-holders.js';
import type { Browser } from '../support/http-client.js';
import { type AtWork, holderOf, submittedOnce } from '../support/submitted.js';
import { roundId, type ServedSite, serveTestSite } from '../support/test-site.js';

describe('after submitting, by the pages', function () {
  this.timeout(60_000);
  let served: ServedSite;
  let work: AtWork;
  let own: string;
  let respondent: Browser;
  before(async () => {
    served = await serveTestSite();
    work = await submittedOnce(served);
    own = `/responses/${work.id}`;
    respondent = await served.signedIn(work.who.establishmentId);
  });
  after(() => served.close());

  const staff = async (role: 'editor' | 'fieldSupervisor' | 'surveyor' | 'administrator'): Promise<Browser> => {
    const browser = served.browser();
    const { accountId } = await holderOf(served.site, role);
    await letIn(served.site, browser, { accountId, establishmentId: null, secondFactor: true });
    return browser;
  };

  it('says where to ask on every page of the form: that nothing is set, then what is set and since when', async () => {
    const pages = [own, `${own}/sections/B`, `${own}/check`, `${own}/history`, `${own}/comments`, `${own}/delegations`];
    for (const path of pages) {
      const { text } = await respondent.get(path);
      expect(text, path).to.include('안내문을 보낸 기관에 문의해 주십시오').and.to.include('href="/help"');
    }
    const administrator = await staff('administrator');
    const page = `/admin/rounds/${roundId}/contact`;
    expect((await administrator.post(page, { desk: '조사 지원팀', phone: '', email: '', hours: '' })).status).to.equal(422);
    expect((await administrator.post(page, { desk: '조사 지원팀', phone: '02-000-0000', email: 'x', hours: '' })).status).to.equal(400);
    expect(
      (await administrator.post(page, { desk: '조사 지원팀', phone: '02-000-0000', email: '', hours: '평일 9~18시' })).status,
    ).to.equal(303);
    for (const path of [...pages, '/help'])
      expect((await respondent.get(path)).text, path)
        .to.include('조사 지원팀')
        .and.to.include('02-000-0000')
        .and.to.include('2096-03-02 기준');
    await setContact(served.site, await holderOf(served.site, 'administrator'), roundId, { desk: '', phone: '', email: '', hours: '' });
    expect((await respondent.get(own)).text).to.include('안내문을 보낸 기관에 문의해 주십시오');
  });

  it('is reviewed: taken up by one of two, commented, returned, answered and found at the field', async () => {
    const [editor, other, surveyor] = [await staff('editor'), await staff('fieldSupervisor'), await staff('surveyor')];
    const path = `/review/${work.id}`;
    expect((await editor.get('/review')).text).to.include('한빛주물');
    expect((await editor.post(`${path}/begin`, { version: '1', revision: '0' })).status).to.equal(303);
    const late = await other.post(`${path}/begin`, { version: '1', revision: '0' });
    expect(late.status).to.equal(409);
    expect(late.text).to.include('다른 담당자가 이 판을 처리했습니다');
    expect((await surveyor.get(path)).status, 'without an assignment').to.equal(404);
    const place = { version: '1', question: 'electricity-bought', part: 'm03' };
    const typed = await editor.post(`${path}/comments`, { ...place, text: ' ' });
    expect(typed.status).to.equal(422);
    expect((await editor.post(`${path}/comments`, { ...place, text: '3월 고지서를 확인해 주십시오 <b>' })).status).to.equal(303);
    const section = `${own}/sections/C/electricity-bought`;
    expect((await respondent.get(section)).text).not.to.include('3월 고지서');
    expect((await editor.post(`${path}/return`, { version: '1', revision: '1', reason: '확인 부탁드립니다' })).status).to.equal(303);
    expect((await respondent.get(own)).text).to.include('응답에 보완 요청이 있습니다');
    const page = (await respondent.get(section)).text;
    expect(page).to.include('3월 고지서를 확인해 주십시오 &lt;b&gt;').and.to.include('href="#f-electricity-bought.m03"');
    const comments = (await respondent.get(`${own}/comments`)).text;
    expect(comments).to.include('확인 부탁드립니다').and.not.to.include('시험 사용자');
    const id = /name="comment" value="([^"]+)"/.exec(comments)?.[1] ?? '';
    expect((await respondent.post(`${own}/comments`, { comment: id, text: '고지서가 맞습니다' })).status).to.equal(303);
    expect((await editor.get(path)).text)
      .to.include('고지서가 맞습니다')
      .and.to.include('보완 요청');
  });

  it('is downloaded as files with names, to be kept', async () => {
    for (const [kind, type] of [
      ['xlsx', 'application/vnd.openxmlformats'],
      ['json', 'application/json'],
      ['pdf', 'application/pdf'],
    ] as const) {
      const reply = await respondent.get(`${own}/versions/1/answers.${kind}`);
      expect(reply.status, kind).to.equal(200);
      expect(reply.headers['content-type'], kind).to.include(type);
      expect(reply.headers['content-disposition'], kind).to.match(/^attachment; .*filename\*=UTF-8''/);
    }
    expect((await respondent.get(`${own}/versions/2/answers.json`)).status).to.equal(404);
  });

  it('is brought back by a button, and the page says what became of it', async () => {
    await work.type({ 'establishment-name': '고친 이름' });
    const page = (await respondent.get(`${own}/history`)).text;
    expect(page).to.include('고친 이름').and.to.include('제1판 되살리기');
    const revision = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';
    const done = await respondent.post(`${own}/restore`, { from: 'version:1', revision });
    expect(done.headers.location).to.include('restored=');
    expect((await respondent.get(String(done.headers.location))).text).to.include('보관한 작성 중 응답');
    const again = await respondent.post(`${own}/restore`, { from: 'version:1', revision });
    expect(again.status).to.equal(409);
    for (const from of ['', 'version:x', 'draft:', 'nothing:1'])
      expect((await respondent.post(`${own}/restore`, { from, revision })).status, from).to.equal(400);
  });

  it('is filled in by a delegate who has link and code, sees the chosen sections, and nothing once it is ended', async () => {
    const order = { name: '한결세무회계', days: '7', sections: 'C' };
    expect((await respondent.post(`${own}/delegations`, { ...order, maySubmit: '1' })).status).to.equal(422);
    const made = await respondent.post(`${own}/delegations`, order);
    const link = new URL(/value="(http[^"]+)"/.exec(made.text)?.[1] ?? '').pathname;
    const code = /value="([0-9A-Z]{4}-[0-9A-Z]{4})"/.exec(made.text)?.[1] ?? '';
    const delegate = served.browser();
    expect((await delegate.get(link)).text).to.include('name="code"');
    expect((await delegate.post(link, { code: '0000-0000' })).status).to.equal(422);
    expect((await delegate.post(link, { code })).status).to.equal(303);
    expect((await delegate.get('/responses')).headers.location).to.equal(own);
    const tasks = (await delegate.get(own)).text;
    expect(tasks).to.include('한결세무회계').and.to.include(`${own}/sections/C`).and.not.to.include(`${own}/sections/B`);
    expect((await delegate.get(`${own}/sections/C`)).status).to.equal(200);
    for (const path of [`${own}/sections/B`, `${own}/history`, `${own}/result`, `${own}/delegations`, `${own}/versions/1/answers.json`])
      expect((await delegate.get(path)).status, path).to.equal(404);
    expect((await delegate.post(`${own}/submit`, { revision: '1' })).status).to.equal(404);
    const { delegations } = served.site.store;
    const [delegation] = await delegations.ofResponse(work.id);
    expect((await respondent.post(`${own}/delegations/${delegation?.id}/revoke`)).status).to.equal(303);
    expect((await delegate.get(own)).status).to.equal(401);
  });

  it('goes on at another device by a code', async () => {
    const shown = (await respondent.post('/device-code')).text;
    const code = /value="([0-9A-Z]{4}-[0-9A-Z]{4})"/.exec(shown)?.[1] ?? '';
    expect(shown).to.include('data:image/svg+xml');
    const phone = served.browser();
    expect((await phone.get(`/resume?code=${code}`)).text).to.include(`value="${code}"`);
    expect((await phone.post('/resume', { code: '0000-0000', businessNumber: '' })).status).to.equal(422);
    const entered = await phone.post('/resume', { code, businessNumber: '' });
    expect([entered.status, entered.headers.location]).to.deep.equal([303, '/continue']);
    expect((await phone.get('/continue')).text).to.include('코드로 들어와 이어 쓰고 있습니다');
    expect((await phone.get(own)).status).to.equal(200);
    expect((await respondent.get(own)).text).to.include('다른 기기에서 이 조사를 이어 쓰고 있습니다');
  });
});
