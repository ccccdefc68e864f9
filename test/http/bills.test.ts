import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { StoredResponse } from '../../server/persistence/responses.js';
import { repositoryRoot } from '../../server/root.js';
import type { Browser, Reply } from '../support/http-client.js';
import { begun, type ServedSite, serveTestSite } from '../support/test-site.js';
import { hiddenField, sendFile } from '../support/uploads.js';

const example = (name: string): Buffer => readFileSync(`${repositoryRoot}/test/examples/bills/${name}`);

describe('bills of electricity and gas', () => {
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

  const path = (rest = ''): string => `/responses/${response.id}/bills${rest}`;
  const send = (name: string, question = ''): Promise<Reply> =>
    sendFile(browser, path(), example(name), { fileName: name, fields: { question } });
  const stored = async (): Promise<StoredResponse> => (await served.site.store.responses.byId(response.id)) as StoredResponse;
  const names = ['revision', 'table', 'question', 'header', 'month', 'quantity', 'won', 'vat', 'customer', 'unit', 'tax', 'which'];
  /** What the button that saves would send. */
  const asShown = (page: string): Record<string, string> => Object.fromEntries(names.map((name) => [name, hiddenField(page, name)]));
  const chosen = (page: string, name: string): string =>
    new RegExp(`name="${name}"[^>]*>.*?<option value="([^"]*)" selected`, 's').exec(page)?.[1] ?? '';

  it('are read, changed by hand, saved when the respondent has seen them, and remembered', async () => {
    const first = await send('electricity-cp949.csv');
    expect(first.status, first.text).to.equal(200);
    expect(first.text).to.include('C3').and.include('1월 42,100').and.include('87,976,930');
    expect(chosen(first.text, 'question')).to.equal('electricity-bought');
    expect((await stored()).revision).to.equal(0);
    const { revision: _, ...shown } = asShown(first.text);
    const look = await browser.post(path('/look'), { ...shown, won: '7', tax: 'with' });
    expect(look.status).to.equal(200);
    expect(look.text).to.include('어림으로 빼지 않습니다').and.not.include('87,976,930');
    const saved = await browser.post(path('/save'), asShown(look.text));
    expect(saved.headers.location, saved.text).to.equal(path('?saved=1'));
    const { answers } = await stored();
    expect(answers['electricity-bought']).to.deep.include({ state: 'answered' });
    expect(answers['electricity-cost']).to.equal(undefined);
    const again = await send('electricity.csv');
    expect(again.text).to.include('지난번에 정하신 열의 뜻');
    expect([chosen(again.text, 'won'), chosen(again.text, 'tax')]).to.deep.equal(['7', 'with']);
    expect(again.text).to.include('바뀔 내용이 없습니다');
  });

  it('of several customer numbers put nothing in before it is said which', async () => {
    const page = await send('several-customers.csv', 'electricity-bought');
    expect(page.text).to.include('고객번호가 여럿입니다(1111, 2222)').and.not.include('bills/save');
    const { revision: _, ...shown } = asShown(page.text);
    const fields = {
      ...shown,
      question: 'electricity-bought',
      header: '2',
      month: '2',
      quantity: '3',
      customer: '1',
      unit: 'kWh',
      tax: 'unknown',
    };
    const all = await browser.post(path('/look'), { ...fields, which: '*' });
    expect(all.text).to.include('bills/save').and.include('1월 1,100');
  });

  it('that arrive damaged or are none are refused on the page', async () => {
    const bad: readonly (readonly [Promise<Reply>, number])[] = [
      [sendFile(browser, path(), 'a,b\n1,2\n', { fields: { question: '' } }), 422],
      [sendFile(browser, path(), example('electricity.csv'), { fields: { question: 'nothing' } }), 422],
      [browser.post(path('/look'), { table: '{"sheet":1}', header: '1' }), 422],
      [browser.post(path('/look'), { table: '', header: '1' }), 422],
      [browser.post(path('/save'), { revision: '0', table: '[]', header: '1' }), 422],
      [browser.post(path('/save'), { table: '[]' }), 400],
    ];
    for (const [reply, status] of bad) expect((await reply).status).to.equal(status);
  });
});
