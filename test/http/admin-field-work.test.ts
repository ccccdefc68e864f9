import { expect } from 'chai';
import { addEstablishment } from '../../server/operations/add-establishment.js';
import type { Establishment } from '../../server/persistence/establishments.js';
import { accountWith, letIn } from '../support/account-holders.js';
import type { Browser } from '../support/http-client.js';
import { type PdfNode, readPdf } from '../support/pdf.js';
import { pdfText } from '../support/pdf-text.js';
import { roundId, type ServedSite, serveTestSite } from '../support/test-site.js';

const sender = '가상연구원 조사팀';
const contact = '02-0000-0000 (평일 9~18시)';

describe('field work of a round', () => {
  const path = `/admin/rounds/${roundId}`;
  let served: ServedSite;
  let browser: Browser;
  let places: readonly Establishment[];
  before(async () => {
    served = await serveTestSite();
    browser = served.browser();
    const { id } = await accountWith(served.site, ['administrator']);
    await letIn(served.site, browser, { accountId: id, establishmentId: null, secondFactor: true });
    const add = async (name: string, region: string): Promise<Establishment> => {
      const added = await addEstablishment(served.site, { name, businessNumber: null, region, example: null });
      const place = { ...added, postcode: '04524', address: '서울특별시 중구 세종대로 110', sizeBand: '10-49' as const };
      await served.site.store.establishments.replace(place);
      return place;
    };
    places = [await add('한빛주물', '11'), await add('다온도금', '26'), await add('가'.repeat(100), '26')];
  });
  after(() => served.close());

  const order = (chosen: readonly Establishment[], more: Readonly<Record<string, string>> = {}) => [
    ['which', 'all'] as const,
    ...chosen.map(({ id }) => ['establishment', id] as const),
    ...Object.entries({ sender, contact, surveyor: '', ...more }),
  ];
  const linksIn = async (bytes: Uint8Array): Promise<readonly string[]> =>
    [...(await pdfText(bytes)).replaceAll(' ', '').matchAll(/\/enter\/([\w-]{43})/g)].map(([link]) => link);
  const alts = (nodes: readonly PdfNode[]): readonly string[] =>
    nodes.flatMap(({ role, alt, children }) => [...(role === 'Figure' ? [alt] : []), ...alts(children)]);

  it('prints a letter of one page for each: address, link, QR picture, contact and notice, tagged', async () => {
    const reply = await browser.post(`${path}/letters.pdf`, order(places));
    expect(reply.status, reply.text.slice(0, 400)).to.equal(200);
    expect(reply.headers['content-type']).to.equal('application/pdf');
    const pdf = await readPdf(reply.bytes);
    expect(pdf.pages).to.equal(3);
    expect(pdf).to.include({ isTagged: true, language: 'ko-KR', missingGlyphs: 0, images: 0 });
    expect(alts(pdf.trees)).to.have.length(3);
    for (const said of ['서울특별시 중구 세종대로 110', '한빛주물 담당자 귀하', '04524', sender, '02-0000-0000', '통계법 제33조'])
      expect(await pdfText(reply.bytes)).to.include(said);
    expect(await linksIn(reply.bytes)).to.have.length(3);
  });

  it('lets in by the link of a letter; printing anew ends the one before, and taking back ends them all', async () => {
    const [place] = places;
    if (place === undefined) throw new Error('There is no place');
    const print = async () => (await linksIn((await browser.post(`${path}/letters.pdf`, order([place]))).bytes))[0] ?? '';
    const first = await print();
    const second = await print();
    expect((await served.browser().post(first)).status).to.equal(410);
    const respondent = served.browser();
    expect((await respondent.post(second)).status).to.equal(303);
    const third = await print();
    expect((await browser.post(`${path}/revoke`, order([place]))).status).to.equal(303);
    expect((await served.browser().post(third)).status).to.equal(410);
    expect((await respondent.get('/responses')).status).to.equal(401);
  });

  it('shows who has not come in and who has not submitted, and counts them by region, size and surveyor', async () => {
    const respondent = await served.signedIn(places[1]?.id ?? '');
    await respondent.post('/responses', { round: roundId, form: 'M' });
    const notEntered = (await browser.get(`${path}/field-work`)).text;
    expect(notEntered).not.to.include('다온도금');
    expect((await browser.get(`${path}/field-work?which=notSubmitted`)).text)
      .to.include('다온도금')
      .and.include('작성 중');
    const page = (await browser.get(`${path}/progress`)).text;
    expect(page).to.include('서울특별시').and.include('부산광역시').and.include('10-49명');
    const row = /부산광역시\s*<\/th>(.*?)<\/tr>/s.exec(page)?.[1] ?? '';
    // Of two in Busan one was sent a letter, one is answering.
    // Nothing is submitted, so nothing is in review, returned or accepted.
    expect([...row.matchAll(/>([\d.]+)(%)?\s*</g)].map(([, text]) => text)).to.deep.equal([
      '2',
      '0',
      '1',
      '0',
      '1',
      '0',
      '0',
      '0',
      '0',
      '0.0',
    ]);
  });

  it('gives establishments to a surveyor, who then reaches them, and takes them back', async () => {
    const { id } = await accountWith(served.site, ['surveyor']);
    const visitor = served.browser();
    await letIn(served.site, visitor, { accountId: id, establishmentId: null, secondFactor: true });
    expect((await browser.post(`${path}/assign`, order(places.slice(0, 2), { surveyor: id }))).status).to.equal(303);
    expect((await visitor.get('/establishments')).text)
      .to.include('한빛주물')
      .and.include('다온도금');
    await browser.post(`${path}/assign`, order(places.slice(0, 1)));
    expect((await visitor.get('/establishments')).text).not.to.include('한빛주물');
    const { id: other } = await accountWith(served.site, ['editor']);
    expect((await browser.post(`${path}/assign`, order(places, { surveyor: other }))).status).to.equal(422);
  });

  it('refuses an order that is not whole, and keeps what was ticked', async () => {
    for (const [fields, status] of [
      [order([]), 422],
      [order(places, { sender: ' ' }), 422],
      [order(places, { contact: '' }), 422],
      [[...order(places), ['establishment', '00000000-0000-4000-8000-000000000000'] as const], 404],
    ] as const)
      expect((await browser.post(`${path}/letters.pdf`, fields)).status).to.equal(status);
    const again = (await browser.post(`${path}/letters.pdf`, order(places.slice(0, 1), { contact: '' }))).text;
    expect(again).to.match(/value="[0-9a-f-]{36}" checked/);
  });

  it('reaches what the administrator reaches and nothing else', async () => {
    const { id } = await accountWith(served.site, ['administrator'], { regions: ['26'] });
    const limited = served.browser();
    await letIn(served.site, limited, { accountId: id, establishmentId: null, secondFactor: true });
    expect((await limited.get(`${path}/field-work?which=all`)).text)
      .to.include('다온도금')
      .and.not.include('한빛주물');
    for (const what of ['letters.pdf', 'assign', 'revoke'])
      expect((await limited.post(`${path}/${what}`, order(places.slice(0, 1)))).status, what).to.equal(404);
  });

  it('prints no letter for a round that is not open', async () => {
    await browser.post('/admin/rounds', { code: 'later-1', bank: roundId });
    expect((await browser.post('/admin/rounds/later-1/letters.pdf', order(places))).status).to.equal(422);
  });
});
