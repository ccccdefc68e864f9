import { expect } from 'chai';
import { exampleFields } from '../../server/operations/create-demo.js';
import { saveAnswers } from '../../server/operations/save-answers.js';
import { submitResponse } from '../../server/operations/submit-response.js';
import { readSpreadsheet } from '../../server/spreadsheets/read-spreadsheet.js';
import { begun, type ServedSite, serveTestSite, theCatalog } from '../support/test-site.js';

const example = theCatalog().surveys.examples.find(({ id }) => id === 'foundry');
if (example === undefined) throw new Error('There is no foundry');

describe('the sheet of K-ESG', function () {
  this.timeout(60_000);
  let served: ServedSite;
  before(async () => {
    served = await serveTestSite();
  });
  after(() => served.close());

  /** Somebody who has saved answers, and submitted them where that is asked for. */
  const answered = async (name: string, fields: ReadonlyMap<string, readonly string[]>, isSubmitted: boolean) => {
    const { site } = served;
    const { establishment, who } = await served.establishment(name);
    const response = await begun(site, who);
    const reasons = new Map(Object.entries(example.reasons));
    const saved = await saveAnswers(site, who, { responseId: response.id, revision: 0, fields, reasons });
    if (isSubmitted) await submitResponse(site, who, { responseId: response.id, revision: saved.form.response.revision });
    return { browser: await served.signedIn(establishment.id), path: `/responses/${response.id}/k-esg` };
  };
  const foundry = (changes: Readonly<Record<string, string>> = {}): ReadonlyMap<string, readonly string[]> =>
    new Map([...exampleFields(served.site, example), ...Object.entries(changes).map(([name, text]): [string, string[]] => [name, [text]])]);

  it('shows the figures of what was submitted, each with the questions it comes from, and what is lacking', async () => {
    const { browser, path } = await answered('한빛주물', foundry({ 'k-esg-wanted': 'yes' }), true);
    const { status, text } = await browser.get(path);
    expect(status).to.equal(200);
    for (const code of [
      'E-3-1',
      'E-3-3',
      'E-4-1',
      'E-4-2',
      'E-5-1',
      'E-6-1',
      'E-6-2',
      'E-1-1',
      'E-1-2',
      'E-2-1',
      'E-5-2',
      'E-7-1',
      'E-7-2',
    ])
      expect(text).to.contain(`<h3 id="${code.toLowerCase()}">${code} `);
    expect(text)
      .to.contain('tCO₂eq')
      .and.match(/\/sections\/k-esg\/[a-z-]+">ES4: 답하지 않음/);
    expect(text).to.contain('E-8-1').and.contain('성실한 응답이 어려워지므로');
    expect(text).to.contain('기억에 따른 것');
    expect((await browser.get(path.replace('k-esg', 'result'))).text).to.contain(`href="${path}"`);
  });

  it('is shown of a draft, too, with nothing computed', async () => {
    const { browser, path } = await answered('다온도금', foundry(), false);
    expect((await browser.get(path)).text)
      .to.contain('아직 제출하지 않아')
      .and.contain('제출하면 계산됩니다');
  });

  it('can be taken as XLSX in which nothing runs, and that is written down', async () => {
    const { browser, path } = await answered('푸른주조', foundry({ 'k-esg-wanted': 'yes', 'k-esg-verifier': '=HYPERLINK("x")' }), true);
    const file = await browser.get(`${path}.xlsx`);
    expect(file.status).to.equal(200);
    expect(file.headers['content-disposition']).to.match(/^attachment;/);
    const { sheets } = await readSpreadsheet(file.bytes);
    const cells = sheets[0]?.cells ?? [];
    const rowOf = (row: number) => cells.filter((cell) => cell.row === row).map(({ text }) => text);
    expect(rowOf(2).slice(0, 3)).to.deep.equal(['E-3-1', '온실가스 배출량(Scope 1·2)', 'Scope 1']);
    expect(cells.find(({ row, column }) => row === 2 && column === 4)?.kind).to.equal('number');
    expect(cells.every(({ formula }) => formula === 'none')).to.equal(true);
    expect(cells.some(({ text }) => text.startsWith('='))).to.equal(false);
    const written = await served.site.store.auditEntries.ofSubject(path.split('/')[2] as string, 10);
    expect(written.map(({ action }) => action)).to.include('result.read');
  });

  it('shows nothing without the consent to a report of one’s own', async () => {
    const fields = new Map([...foundry()].filter(([name]) => name !== 'consent-own-report'));
    const { browser, path } = await answered('새솔기계', fields, true);
    expect((await browser.get(path)).text).to.not.contain('tCO₂eq');
    expect((await browser.get(`${path}.xlsx`)).headers.location).to.match(/\/k-esg$/);
  });

  it('belongs to the respondent alone', async () => {
    const { path } = await answered('온누리금속', foundry(), false);
    const { browser } = await answered('가람도장', foundry(), false);
    expect((await browser.get(path)).status).to.equal(404);
    expect((await browser.get(`${path}.xlsx`)).status).to.equal(404);
  });
});
