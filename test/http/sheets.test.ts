import { expect } from 'chai';
import { formFile } from '../../server/operations/form-file.js';
import type { StoredResponse } from '../../server/persistence/responses.js';
import type { Browser } from '../support/http-client.js';
import { begun, editionM, type ServedSite, serveTestSite } from '../support/test-site.js';
import { hiddenField, sendFile } from '../support/uploads.js';
import { smallBook } from '../support/xlsx-file.js';

describe('answers by spreadsheet', () => {
  let served: ServedSite;
  let browser: Browser;
  let response: StoredResponse;
  before(async () => {
    served = await serveTestSite();
    const { establishment, who } = await served.establishment();
    browser = await served.signedIn(establishment.id);
    response = await begun(served.site, who);
  });
  after(() => served.close());

  const path = (rest: string): string => `/responses/${response.id}/${rest}`;
  const stored = async (): Promise<StoredResponse> => (await served.site.store.responses.byId(response.id)) as StoredResponse;
  /** The form filled in as a respondent would, as CSV. */
  const filledIn = async (fields: Readonly<Record<string, string>>): Promise<Buffer> => {
    const file = await formFile(editionM(), { fields: new Map(Object.entries(fields)), kind: 'csv', language: 'ko', owner: null });
    return Buffer.from(file.bytes);
  };

  it('save nothing before the respondent has seen what changes, then all of it, and once', async () => {
    const file = await filledIn({ 'establishment-name': '=한빛주물', 'workers-regular': '1,234', 'contract-power.missing': 'unknown' });
    const preview = await sendFile(browser, path('sheet'), file);
    expect(preview.status, preview.text).to.equal(200);
    expect(preview.text).to.include('UTF-8').and.include('바뀔 응답').and.include('&#x3D;한빛주물').and.include('1,234');
    expect((await stored()).revision).to.equal(0);
    const toSave = { revision: hiddenField(preview.text, 'revision'), fields: hiddenField(preview.text, 'fields') };
    const saved = await browser.post(path('sheet/save'), toSave);
    expect(saved.headers.location).to.equal(path('sheet?saved=3'));
    const { answers, revision } = await stored();
    expect(answers['establishment-name']).to.deep.include({ value: { kind: 'text', text: '=한빛주물' } });
    expect(answers['workers-regular']).to.deep.include({ value: { kind: 'number', number: 1234 } });
    expect(answers['contract-power']?.state).to.equal('unknown');
    expect((await browser.post(path('sheet/save'), toSave)).headers.location).to.equal(path('sheet?saved=0'));
    expect((await stored()).revision).to.equal(revision);
    expect((await browser.get(path('sheet?saved=3'))).text).to.include('응답 3개를 저장했습니다');
  });

  it('come with the file that is downloaded: what was answered, and nothing that would change', async () => {
    for (const kind of ['xlsx', 'csv']) {
      const file = await browser.get(path(`form.${kind}`));
      expect(file.status).to.equal(200);
      expect(file.headers['content-disposition'])
        .to.match(/^attachment;/)
        .and.include("filename*=UTF-8''");
      const again = await sendFile(browser, path('sheet'), file.bytes);
      expect(again.status).to.equal(200);
      expect(again.text).to.include('파일로 바뀔 내용이 없습니다').and.not.include('name="fields"');
    }
  });

  it('name the cells that are not taken, by their addresses', async () => {
    const text = (await filledIn({ 'diesel-used': '12', 'diesel-used.unit': 'L' })).toString();
    const page = await sendFile(browser, path('sheet'), text.replace(/("diesel-used",.*?),12,/, '$1,#12??,'));
    expect(page.text).to.match(/D\d+: &quot;#12\?\?&quot;/);
    expect(page.text).to.include('저장한 뒤 조사 화면에서 여쭤봅니다');
  });

  it('of a file that another window has overtaken are not saved', async () => {
    const preview = await sendFile(browser, path('sheet'), await filledIn({ 'main-products': '주물' }));
    const revision = hiddenField(preview.text, 'revision');
    await browser.post(path('sections/B'), { _revision: revision, 'main-products': '볼트' });
    const late = await browser.post(path('sheet/save'), { revision, fields: hiddenField(preview.text, 'fields') });
    expect(late.status).to.equal(409);
    expect(late.text).to.include('다른 창에서 응답이 바뀌어 아무것도 저장하지 않았습니다');
    expect((await stored()).answers['main-products']).to.deep.include({ value: { kind: 'text', text: '볼트' } });
  });

  it('that arrive damaged are not saved', async () => {
    const { revision } = await stored();
    for (const fields of [
      '',
      '{}',
      '[]',
      '[["x"]]',
      '[["no-such-question",["1"]]]',
      '[["main-products",[1]]]',
      '[["diesel-used",["1","2"]]]',
    ]) {
      const reply = await browser.post(path('sheet/save'), { revision: String(revision), fields });
      expect(reply.status, fields).to.equal(422);
    }
    expect((await stored()).revision).to.equal(revision);
  });

  it('of a hostile or a wrong file are refused on the page with a sentence', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
    const files: readonly (readonly [Buffer | string, number, string])[] = [
      [smallBook({ prologue: doctype }), 422, 'DOCTYPE'],
      [smallBook({ more: [{ name: 'xl/vbaProject.bin', bytes: '' }] }), 415, '매크로'],
      [smallBook({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }), 422, 'XFD1048576'],
      [smallBook({ rows: '<row><c><f>1+1</f><v>2</v></c></row>' }), 422, '서식 파일이 아닙니다'],
      ['', 422, '파일을 고르지 않았거나'],
      ['a,b\n', 422, '서식 파일이 아닙니다'],
      ['%PDF-1.7', 415, 'XLSX도 CSV도 아닌'],
    ];
    for (const [file, status, said] of files) {
      const reply = await sendFile(browser, path('sheet'), file, { fileName: '../../조사표\u202ecsv.xlsx' });
      expect(reply.status, said).to.equal(status);
      expect(reply.text).to.include(said).and.include('적은 파일 고르기');
    }
  });
});
