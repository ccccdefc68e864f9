import { expect } from 'chai';
import sharp from 'sharp';
import { openPictures, type Pictures } from '../../server/evidence/pictures.js';
import { inUploadRoom } from '../../server/http/upload-room.js';
import { operator } from '../../server/operations/account-holder.js';
import { assignEstablishment } from '../../server/operations/assign-establishment.js';
import type { Respondent } from '../../server/operations/respondent.js';
import { evidenceLimits } from '../../server/survey/evidence.js';
import { accountWith, letIn } from '../support/account-holders.js';
import { asZip, pdf, pdfWith, picture, pixelBomb } from '../support/evidence-files.js';
import type { Browser, Reply } from '../support/http-client.js';
import { multipartHeaders, postFiles, type SentFile } from '../support/multipart.js';
import { begun, roundId, type ServedSite, serveTestSite } from '../support/test-site.js';

const question = 'electricity-bought';
const idIn = (text: string): string => /evidence\/([0-9a-f-]{36})"/.exec(text)?.[1] ?? 'none';

describe('bills attached to answers', function () {
  this.timeout(60_000);
  let served: ServedSite;
  let browser: Browser;
  let establishmentId: string;
  let responseId: string;
  let page: string;
  before(async () => {
    served = await serveTestSite();
  });
  after(() => served.close());
  beforeEach(async () => {
    const { establishment, who } = await served.establishment();
    establishmentId = establishment.id;
    responseId = (await begun(served.site, who)).id;
    browser = await served.signedIn(establishment.id);
    page = `/responses/${responseId}/questions/${question}/evidence`;
  });

  const send = (file: SentFile, fields: Readonly<Record<string, string>> = { m03: '1' }): Promise<Reply> =>
    postFiles(browser, page, fields, [file]);
  const attached = async () => (await served.site.store.evidence.ofResponse(responseId)).filter(({ takenOffAt }) => takenOffAt === null);

  it('go the whole way: saved first, attached, seen beside the question, shown, downloaded and removed', async () => {
    const section = `/responses/${responseId}/sections/C`;
    expect((await browser.get(section)).text).to.match(/name="_do" value="evidence:electricity-bought"/);
    const typed = {
      _revision: '0',
      [`${question}.m01`]: '1200',
      [`${question}.unit`]: 'kWh',
      _asked: question,
      _do: `evidence:${question}`,
    };
    const saved = await browser.post(section, typed);
    expect([saved.status, saved.headers.location]).to.deep.equal([303, page]);
    expect(Object.keys((await served.site.store.responses.byId(responseId))?.answers ?? {})).to.include(question);

    const empty = await browser.get(page);
    expect(empty.text)
      .to.match(/15 MB/)
      .and.to.match(/24개/)
      .and.to.match(/capture="environment"/)
      .and.to.match(/enctype="multipart\/form-data"/);
    const sent = await postFiles(browser, page, { m01: '1', m02: '1' }, [
      { name: '', bytes: Buffer.alloc(0) },
      { field: 'photo', name: '1·2월 "고지서".jpg', bytes: await picture({ place: true }), type: 'image/jpeg' },
    ]);
    expect([sent.status, sent.headers.location]).to.deep.equal([303, `${page}?done=attached`]);
    const list = await browser.get(`${page}?done=attached`);
    expect(list.text)
      .to.match(/1·2월 고지서 \.jpg/)
      .and.to.match(/1월~2월/)
      .and.to.match(/파일을 첨부했습니다/);
    const id = idIn(list.text);
    expect((await browser.get(section)).text)
      .to.match(/증빙 <span[^>]*>1개/)
      .and.to.include(`/evidence/${id}/thumbnail`);

    expect((await browser.get(`/responses/${responseId}/check`)).text).to.include('증빙: 1개');

    const item = `/responses/${responseId}/evidence/${id}`;
    const [kept] = await attached();
    expect((await browser.get(item)).text)
      .to.include(kept?.sha256 ?? '-')
      .and.to.include(kept?.receivedSha256 ?? '-')
      .and.to.include(`${item}/file`);
    for (const part of ['file', 'thumbnail']) {
      const copy = await browser.get(`${item}/${part}`);
      expect(copy.headers['content-type']).to.equal('image/jpeg');
      expect(copy.headers['content-disposition']).to.match(/^attachment; filename="[^"\r\n]*\.jpg"; filename\*=UTF-8''1%C2%B72%EC%9B%94/);
      expect(copy.headers['content-security-policy']).to.match(/default-src 'none'.*;sandbox$/);
      expect(copy.headers['x-content-type-options']).to.equal('nosniff');
      expect((await sharp(copy.bytes).metadata()).exif).to.equal(undefined);
    }
    const removed = await browser.post(`${item}/remove`);
    expect(removed.headers.location).to.equal(`${page}?done=removed`);
    expect((await browser.get(item)).status).to.equal(404);
    expect(await attached()).to.deep.equal([]);
  });

  it('are PDFs that are served as they came, and that no browser runs', async () => {
    const bytes = pdf('as it came');
    await send({ name: '전기요금.pdf', bytes }, { year: '1' });
    const list = await browser.get(page);
    expect(list.text)
      .to.match(/2025년 연간/)
      .and.to.include('전기요금.pdf');
    const path = `/responses/${responseId}/evidence/${idIn(list.text)}`;
    const copy = await browser.get(`${path}/file`);
    expect(copy.bytes.equals(bytes)).to.equal(true);
    expect(copy.headers['content-type']).to.equal('application/pdf');
    expect(copy.headers['content-disposition']).to.match(/^attachment; /);
    expect((await browser.get(`${path}/thumbnail`)).status).to.equal(404);
    expect((await browser.get(path)).text).to.not.match(/<img[^>]*evidence|<embed|<object|<iframe/);
  });

  it('are there once when sent twice, which is said', async () => {
    const file = { name: '고지서.pdf', bytes: pdf('twice') };
    expect((await send(file)).headers.location).to.equal(`${page}?done=attached`);
    expect((await send(file, { m04: '1' })).headers.location).to.equal(`${page}?done=already`);
    expect((await browser.get(`${page}?done=already`)).text)
      .to.match(/이미 첨부되어 있는 파일/)
      .and.to.match(/2025년 4월/);
    expect(await attached()).to.have.length(1);
  });

  it('that are none are refused by a sentence that names the file, with what was ticked still ticked', async () => {
    const hostile: readonly (readonly [number, SentFile])[] = [
      [415, { name: '고지서.jpg', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), type: 'image/jpeg' }],
      [415, { name: '고지서.pdf', bytes: Buffer.from('<!doctype html><script>alert(1)</script>'), type: 'application/pdf' }],
      [415, { name: '고지서.jpg', bytes: asZip(await picture()), type: 'image/jpeg' }],
      [415, { name: '고지서.pdf', bytes: pdfWith('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>') }],
      [415, { name: '고지서.heic', bytes: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1') }],
      [413, { name: '고지서.png', bytes: pixelBomb(60_000, 60_000), type: 'image/png' }],
      [422, { name: '고지서.png', bytes: pixelBomb(4_000, 4_000), type: 'image/png' }],
      [422, { name: '고지서.pdf', bytes: pdf().subarray(0, 80) }],
      [422, { name: '고지서.pdf', bytes: Buffer.alloc(0) }],
    ];
    for (const [status, file] of hostile) {
      const reply = await send(file, { m03: '1', keepPlace: '1' });
      expect(reply.status, `${file.name} ${file.bytes.toString('latin1', 0, 40)}`).to.equal(status);
      expect(reply.text)
        .to.match(/role="alert"/)
        .and.to.include(file.name);
      expect(reply.text)
        .to.match(/name="m03"[^>]* checked/)
        .and.to.match(/name="keepPlace"[^>]* checked/)
        .and.to.not.match(/name="m04"[^>]* checked/);
    }
    expect(await attached()).to.deep.equal([]);
    expect((await served.site.store.responses.byId(responseId))?.revision).to.equal(0);
  });

  it('are asked for one file and one period', async () => {
    const file = { name: '고지서.pdf', bytes: pdf() };
    for (const [fields, files, says] of [
      [{}, [file], '어느 기간의 것인지'],
      [{ year: '1', m02: '1' }, [file], '연간과 일부 달을 함께'],
      [{ m02: '1' }, [], '선택한 파일이 없습니다'],
      [{ m02: '1' }, [file, { ...file, field: 'photo', name: '사진.jpg' }], '한 번에 하나씩'],
    ] as const) {
      const reply = await postFiles(browser, page, fields, files);
      expect(reply.status, says).to.equal(422);
      expect(reply.text).to.include(says);
    }
    expect((await browser.post(page)).status).to.equal(422);
    expect((await postFiles(browser, page, { m02: '1', other: '1' }, [file])).status).to.equal(400);
    expect((await browser.get(`/responses/${responseId}/questions/respondent-name/evidence`)).status).to.equal(404);
  });

  it('that are too large are refused with the limit and the way out; what was ticked stays, however large they are', async () => {
    for (const bytes of [evidenceLimits.fileBytes + 1, evidenceLimits.fileBytes + 1024 * 1024, 40 * 1024 * 1024]) {
      const reply = await send({ name: '큰 고지서.pdf', bytes: Buffer.concat([pdf(), Buffer.alloc(bytes, 0x20)]) }, { m05: '1' });
      expect(reply.status).to.equal(413);
      expect(reply.text)
        .to.match(/큰 고지서\.pdf.*15 MB/)
        .and.to.match(/name="m05"[^>]* checked/);
    }
    const beyond = await browser.send('POST', page, { ...multipartHeaders, 'content-length': String(1024 ** 3) }, 'a');
    expect(beyond.status).to.equal(413);
    expect(beyond.text).to.match(/15 MB보다 훨씬 커서/);
    expect(await attached()).to.deep.equal([]);
  });

  it('are received from nobody who may not, and of those who may only so many at once', async () => {
    const file = { name: 'a.pdf', bytes: pdf() };
    expect((await postFiles(served.browser(), page, { m01: '1' }, [file])).status).to.equal(401);
    const stranger = await served.signedIn((await served.establishment('다온도금')).establishment.id);
    expect((await postFiles(stranger, page, { m01: '1' }, [file])).status).to.equal(404);

    // The places of this establishment, taken up as forms that do not come to an end would take them.
    const who: Respondent = { role: 'respondent', establishmentId, sessionId: 'slow' };
    let end = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      end = resolve;
    });
    const held = [inUploadRoom(who, () => slow), inUploadRoom(who, () => slow)];
    const busy = await send(file);
    expect([busy.status, busy.headers['retry-after']]).to.deep.equal([503, '5']);
    const other = await served.establishment('다온도금');
    const others = `/responses/${(await begun(served.site, other.who)).id}/questions/${question}/evidence`;
    expect((await postFiles(await served.signedIn(other.establishment.id), others, { m01: '1' }, [file])).status).to.equal(303);
    end();
    await Promise.all(held);
    expect((await send(file)).status).to.equal(303);
  });

  it('are PDFs alone where pictures cannot be made: the site says so and goes on', async () => {
    const site = served.site as { pictures: Pictures };
    const whole = site.pictures;
    site.pictures = openPictures(
      () => undefined,
      () => Promise.reject(new Error('Could not load the "sharp" module')),
    );
    try {
      const reply = await send({ name: '사진.jpg', bytes: await picture() });
      expect(reply.status).to.equal(503);
      expect(reply.text).to.match(/사진\.jpg.*PDF로 첨부/);
      expect((await send({ name: '고지서.pdf', bytes: pdf() })).status).to.equal(303);
    } finally {
      site.pictures = whole;
    }
  });

  it('are looked at by the staff that reaches them, each look written down before it', async () => {
    await send({ name: '고지서.jpg', bytes: await picture() });
    const [kept] = await attached();
    const { id: accountId } = await accountWith(served.site, ['surveyor']);
    await assignEstablishment(served.site, { establishmentId, roundId, organization: null, accountId }, operator);
    const surveyor = served.browser();
    await letIn(served.site, surveyor, { accountId, establishmentId: null, secondFactor: true });
    const path = `/answers/${responseId}/evidence/${kept?.id}`;
    expect((await surveyor.get(`/answers/${responseId}`)).text)
      .to.include(`href="${path}"`)
      .and.to.include('고지서.jpg');
    const shown = await surveyor.get(path);
    expect(shown.text)
      .to.include(`src="${path}/file"`)
      .and.to.not.match(/\/remove"/);
    expect((await surveyor.get(`${path}/file`)).headers['content-type']).to.equal('image/jpeg');
    const entries = await served.site.store.auditEntries.ofSubject(kept?.id ?? '', 10);
    expect(entries.filter(({ action, actor }) => action === 'evidence.read' && actor.accountId === accountId)).to.have.length(2);
    expect((await surveyor.get(`${path}x`)).status).to.equal(404);
    expect((await browser.get(path)).status).to.equal(404);
  });
});
