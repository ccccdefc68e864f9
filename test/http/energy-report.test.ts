import { expect } from 'chai';
import type { StoredResponse } from '../../server/persistence/responses.js';
import type { Browser } from '../support/http-client.js';
import { begun, type ServedSite, serveTestSite } from '../support/test-site.js';
import { hiddenField, sendFile } from '../support/uploads.js';

const header = '에너지원,단위,1분기,2분기,3분기,4분기,연간';
const csv = (...lines: readonly string[]): Buffer => Buffer.from([header, ...lines].join('\r\n'));
/** "도시가스" and its header in the letters of Korean Excel. */
const cp949 = Buffer.concat([
  Buffer.from([0xbf, 0xa1, 0xb3, 0xca, 0xc1, 0xf6, 0xbf, 0xf8]), // 에너지원
  Buffer.from(','),
  Buffer.from([0xb4, 0xdc, 0xc0, 0xa7]), // 단위
  Buffer.from(','),
  Buffer.from([0xbf, 0xac, 0xb0, 0xa3]), // 연간
  Buffer.from('\r\n'),
  Buffer.from([0xb5, 0xb5, 0xbd, 0xc3, 0xb0, 0xa1, 0xbd, 0xba]), // 도시가스
  Buffer.from(',MJ,"1,000"\r\n'),
]);

describe('the energy use report as a file', () => {
  let served: ServedSite;
  let browser: Browser;
  let response: StoredResponse;
  before(async () => {
    served = await serveTestSite();
  });
  after(() => served.close());
  beforeEach(async () => {
    const { establishment, who } = await served.establishment();
    browser = await served.signedIn(establishment.id);
    response = await begun(served.site, who);
  });

  const path = (rest = ''): string => `/responses/${response.id}/energy-report${rest}`;
  const stored = async (): Promise<StoredResponse> => (await served.site.store.responses.byId(response.id)) as StoredResponse;
  const save = (preview: string) =>
    browser.post(path('/save'), { revision: hiddenField(preview, 'revision'), fields: hiddenField(preview, 'fields') });

  it('fills in quantities and the fuels they belong to, marked until they are confirmed', async () => {
    const file = csv('전기,MWh,300,280.5,310,295,"1,185.5"', '경유,kL,1,1,0.5,1.5,', 'LNG,t,0,0,0,0,0');
    const preview = await sendFile(browser, path(), file);
    expect(preview.status, preview.text).to.equal(200);
    expect((await stored()).revision).to.equal(0);
    expect((await save(preview.text)).headers.location).to.equal(path('?saved=3'));
    const { answers, origins } = await stored();
    expect(answers['electricity-bought']).to.deep.include({
      value: { kind: 'monthly', months: Array.from({ length: 12 }, () => null), annual: 1185.5, unit: 'MWh' },
    });
    expect(answers['diesel-used']).to.deep.include({ value: { kind: 'quantity', number: 4, unit: 'kL' } });
    expect(answers['fuels-used']).to.deep.include({ value: { kind: 'choices', choices: ['diesel'] } });
    expect(origins['diesel-used']).to.deep.equal({ source: 'energyReport', roundId: null, confirmed: false });
    const check = await browser.get(`/responses/${response.id}/check`);
    expect(check.text).to.include('아직 확인하지 않은 문항이 3개');
    const confirmed = await browser.post(`/responses/${response.id}/confirm`, {
      revision: hiddenField(check.text, 'revision'),
      questions: hiddenField(check.text, 'questions'),
    });
    expect(confirmed.headers.location).to.equal(`/responses/${response.id}/check`);
    expect((await browser.get(`/responses/${response.id}/check`)).text).not.to.include('아직 확인하지 않은');
    expect((await stored()).origins['diesel-used']?.confirmed).to.equal(true);
  });

  it('is read in the letters of Korean Excel, and ticks no fuel beside "none"', async () => {
    const section = `/responses/${response.id}/sections/D`;
    await browser.post(section, { _revision: '0', _asked: 'fuels-used', 'fuels-used.none': 'yes' });
    const preview = await sendFile(browser, path(), cp949);
    expect(preview.text).to.include('CP949').and.include('1,000 MJ');
    await save(preview.text);
    const { answers } = await stored();
    expect(answers['fuels-used']).to.deep.include({ value: { kind: 'choices', choices: ['cityGas'] } });
  });

  it('names each cell that is not read, and reads the others', async () => {
    const file = csv('수소,kg,,,,,5', '경유,MJ,,,,,5', '등유,kL,1,,,,', '전기,MWh,1,1,1,1,9', '경유,kL,,,,,x', 'B-C유,kL,,,,,7');
    const preview = await sendFile(browser, path(), file);
    expect(preview.status).to.equal(422);
    for (const cell of ['A2', 'B3', 'C4', 'G5', 'A6']) expect(preview.text, cell).to.match(new RegExp(`[>\\s]${cell}[<\\s]`));
    await save(preview.text);
    expect(Object.keys((await stored()).answers).sort()).to.deep.equal(['fuels-used', 'heavy-oil-c-used']);
  });

  it('has an empty form to begin with, which it reads back as nothing', async () => {
    const template = await browser.get(path('/template.csv'));
    expect(template.text).to.include('"도시가스(LNG)","천Nm3"');
    const preview = await sendFile(browser, path(), template.bytes);
    expect(preview.status).to.equal(200);
    expect(preview.text).to.include('파일로 바뀔 내용이 없습니다');
    expect((await sendFile(browser, path(), Buffer.from('이름,값\r\n가,1\r\n'))).text).to.include('제목 행이 없습니다');
  });

  it('is nobody else’s', async () => {
    const other = await served.establishment('다른 공장');
    const stranger = await served.signedIn(other.establishment.id);
    expect((await stranger.get(path())).status).to.equal(404);
    expect((await sendFile(stranger, path(), csv('전기,MWh,,,,,1'))).status).to.equal(404);
  });
});
