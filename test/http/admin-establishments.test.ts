import { expect } from 'chai';
import { accountWith, letIn } from '../support/account-holders.js';
import type { Browser, Reply } from '../support/http-client.js';
import { type ServedSite, serveTestSite } from '../support/test-site.js';

const header = '사업장명,사업자등록번호,시도,종사자 규모,우편번호,주소,전자우편';
const foundry = '한빛주물,124-81-00998,11,10-49,04524,"서울특별시 중구 세종대로 110, 2층",office@example.kr';
const plating = '다온도금,220-81-62517,부산광역시,1-9,,,';

/** "가나다" in CP949, which no encoder of the platform writes. */
const cp949 = (text: string): Buffer => {
  const letters = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder('euc-kr');
  for (let lead = 0xb0; lead <= 0xc8; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) letters.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Buffer.from(Array.from(text).flatMap((letter) => letters.get(letter) ?? [letter.charCodeAt(0)]));
};

describe('the register of an administrator', () => {
  let served: ServedSite;
  let browser: Browser;
  before(async () => {
    served = await serveTestSite();
    browser = served.browser();
    const { id } = await accountWith(served.site, ['administrator']);
    await letIn(served.site, browser, { accountId: id, establishmentId: null, secondFactor: true });
  });
  after(() => served.close());

  const send = (file: Buffer | string): Promise<Reply> => {
    const parts = [
      '--edge\r\nContent-Disposition: form-data; name="file"; filename="명부.csv"\r\nContent-Type: text/csv\r\n\r\n',
      file,
      '\r\n--edge--\r\n',
    ];
    const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
    const headers = {
      'content-type': 'multipart/form-data; boundary=edge',
      'sec-fetch-site': 'same-origin',
      'content-length': String(body.length),
    };
    return browser.send('POST', '/admin/import', headers, body);
  };
  const names = async () => (await served.site.store.establishments.all()).map(({ name }) => name);
  const rowsIn = (page: string): string => {
    const value = /name="rows" value="([^"]*)"/.exec(page)?.[1] ?? '';
    return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
  };

  it('stores nothing of a file until it is confirmed, then everything; a second time nothing', async () => {
    const report = await send(`\ufeff${[header, foundry, plating, '"=HYPERLINK(""x"")",106-86-67890,,,,,'].join('\r\n')}`);
    expect(report.status, report.text).to.equal(422);
    const good = await send(`\ufeff${[header, foundry, plating].join('\r\n')}\r\n`);
    expect(good.status).to.equal(200);
    expect(await names()).to.deep.equal([]);
    const stored = await browser.post('/admin/import/confirm', { rows: rowsIn(good.text) });
    expect(stored.status).to.equal(200);
    expect(await names()).to.have.members(['한빛주물', '다온도금']);
    const there = await served.site.store.establishments.byBusinessNumber('1248100998');
    expect(there).to.include({ region: '11', sizeBand: '10-49', postcode: '04524', address: '서울특별시 중구 세종대로 110, 2층' });
    const again = await send([header, foundry].join('\n'));
    expect(again.text).to.include('명부에 이미 있음').and.not.include('name="rows"');
    await browser.post('/admin/import/confirm', { rows: rowsIn(good.text) });
    expect(await names()).to.have.length(2);
  });

  it('reads what Korean Excel writes, and keeps a formula as the text it is', async () => {
    const report = await send(cp949(`사업장명,사업자등록번호\r\n가람정밀,=1+1\r\n`));
    expect(report.text).to.include('CP949').and.include('&#x3D;1+1');
    const formula = await send(cp949(`사업장명,사업자등록번호\r\n"=SUM(A1)가람",120-81-47521\r\n`));
    expect(formula.status, formula.text).to.equal(200);
    await browser.post('/admin/import/confirm', { rows: rowsIn(formula.text) });
    expect((await served.site.store.establishments.byBusinessNumber('1208147521'))?.name).to.equal('=SUM(A1)가람');
  });

  it('says of each row and column what is wrong, in both languages', async () => {
    const bad = '  ,124-81-00997,화성시,10~49,4524,,not an address';
    const page = (await send([header, bad, plating, plating, '가,나'].join('\n'))).text;
    for (const said of [
      '사업장 이름은 1~100자여야 합니다.',
      'The name of the establishment must have 1 to 100 characters.',
      '124-81-00997',
      '화성시',
      '10~49',
      '4524',
      'is not an email address',
      'stands in line 3 already',
      'The row has 2 cells, the header 7',
    ])
      expect(page).to.include(said);
    expect(page).not.to.include('name="rows"');
  });

  it('tells a number that the register has under another name', async () => {
    const page = await send([header, foundry.replace('한빛주물', '새빛주물')].join('\n'));
    expect(page.status).to.equal(422);
    expect(page.text).to.include('한빛주물');
  });

  for (const [what, file] of [
    ['an empty file', ''],
    ['a header alone', header],
    ['a file that is too large', 'x'.repeat(201 * 1024)],
    ['too many rows', `${header}\n${`${foundry}\n`.repeat(1001)}`.slice(0, 200 * 1024)],
    ['letters of no encoding', Buffer.from([0xff, 0xfe, 0xff, 0xff])],
    ['an open quotation mark', `${header}\n"한빛`],
    ['a column nobody knows', `${header},비밀\n${foundry},x`],
    ['a column twice', `${header},주소\n${foundry},x`],
    ['no column of numbers', '사업장명\n한빛'],
  ] as const)
    it(`refuses ${what}, on the page where the file is chosen`, async () => {
      const reply = await send(file);
      expect(reply.status).to.equal(422);
      expect(reply.text).to.include('name="file"');
    });

  it('refuses rows that were not the ones of a report', async () => {
    for (const rows of [
      '',
      '{}',
      '[]',
      '[[1]]',
      JSON.stringify([
        ['사업장명', '사업자등록번호'],
        ['', ''],
      ]),
    ])
      expect((await browser.post('/admin/import/confirm', { rows })).status, rows).to.equal(422);
  });

  it('hands out a template whose header the import takes', async () => {
    const template = await browser.get('/admin/import/template.csv');
    expect(template.headers['content-disposition']).to.include('attachment');
    const page = await send(Buffer.concat([template.bytes, Buffer.from('마루금속,101-81-24680,,,,,\n')]));
    expect(page.text).to.include('101-81-24680');
  });

  it('is searched by name, number and address, and edited', async () => {
    for (const q of ['한빛', '124-81-00998', '세종대로 한빛']) {
      const page = (await browser.get(`/admin/establishments?q=${encodeURIComponent(q)}`)).text;
      expect(page, q).to.include('한빛주물').and.not.include('다온도금');
    }
    const id = (await served.site.store.establishments.byBusinessNumber('1248100998'))?.id ?? '';
    expect((await browser.get(`/admin/establishments/${id}`)).text).to.include('04524');
    const typed = { name: '한빛주물(주)', businessNumber: '1248100998', region: '26', sizeBand: '', postcode: '', address: '', email: '' };
    expect((await browser.post(`/admin/establishments/${id}`, typed)).status).to.equal(303);
    expect(await served.site.store.establishments.byId(id)).to.include({ name: '한빛주물(주)', region: '26', address: null });
    const taken = await browser.post(`/admin/establishments/${id}`, { ...typed, businessNumber: '2208162517' });
    expect(taken.status).to.equal(409);
    expect(taken.text).to.include('다온도금');
    const [change] = await served.site.store.auditEntries.ofSubject(id, 1);
    expect(change?.facts).to.deep.equal({ columns: 'name region sizeBand postcode address email' });
  });
});
