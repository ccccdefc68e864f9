import { expect } from 'chai';
import { exampleFields } from '../../server/operations/create-demo.js';
import { saveAnswers } from '../../server/operations/save-answers.js';
import { submitResponse } from '../../server/operations/submit-response.js';
import { begun, type ServedSite, serveTestSite, theCatalog } from '../support/test-site.js';

const example = theCatalog().surveys.examples.find(({ state }) => state === 'submitted');
if (example === undefined) throw new Error('No example is to be submitted');

describe('the routes of the factor library', function () {
  this.timeout(60_000);
  let served: ServedSite;
  before(async () => {
    served = await serveTestSite();
  });
  after(() => served.close());

  it('are open to everybody, and find what is typed', async () => {
    const browser = served.browser();
    const found = await browser.get(`/factors?q=${encodeURIComponent('경유')}`);
    expect(found.status).to.equal(200);
    expect(found.text).to.contain('/factors/calorific.2022.diesel');
    expect((await browser.get('/sources')).status).to.equal(200);
    expect((await browser.get('/sources/ipcc-2006?page=2')).status).to.equal(200);
  });

  it('know no record and no source but those of the package', async () => {
    const browser = served.browser();
    const nothing = await browser.get('/no-such-page');
    const ids = [
      'nothing',
      '__proto__',
      'constructor',
      'toString',
      '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
      '%00',
      '%3Cscript%3E',
      "'%22%3E",
      encodeURIComponent('경유'),
      'x'.repeat(5000),
    ];
    for (const folder of ['factors', 'sources'])
      for (const id of ids) {
        const reply = await browser.get(`/${folder}/${id}`);
        expect(reply.status, `${folder}/${id}`).to.equal(404);
        expect(reply.text.length, `${folder}/${id}`).to.be.closeTo(nothing.text.length, 15_000);
        expect(reply.text).not.to.contain('<script>');
      }
    expect((await browser.get('/factors/%E0%A4%A')).status).to.equal(400);
  });

  it('print what was typed back without letting it become part of the page', async () => {
    const reply = await served
      .browser()
      .get(`/factors?q=${encodeURIComponent('"><script>alert(1)</script>')}&kind=${encodeURIComponent('<b>')}`);
    expect(reply.status).to.equal(200);
    expect(reply.text).not.to.contain('<script>alert').and.not.contain('<b>');
  });

  it('refuse a filter that is sent twice, with a sentence', async () => {
    expect((await served.browser().get('/factors?q=a&q=b')).status).to.equal(400);
  });

  describe('for a respondent with a result', () => {
    /** Somebody who has submitted the worked example. */
    const submitted = async (name: string) => {
      const { site } = served;
      const { establishment, who } = await served.establishment(name);
      const response = await begun(site, who);
      const reasons = new Map(Object.entries(example.reasons));
      const fields = exampleFields(site, example);
      const saved = await saveAnswers(site, who, { responseId: response.id, revision: 0, fields, reasons });
      await submitResponse(site, who, { responseId: response.id, revision: saved.form.response.revision });
      return { browser: await served.signedIn(establishment.id), responseId: response.id };
    };

    it('show the lines of its own newest result, and to nobody else', async () => {
      const one = await submitted('한빛주물');
      const other = await submitted('다온도금');
      const page = await one.browser.get('/factors/gwp.CH4.ar5');
      expect(page.text).to.contain(`/responses/${one.responseId}/result/lines/`).and.not.contain(other.responseId);
      expect((await served.browser().get('/factors/gwp.CH4.ar5')).text).not.to.contain('/result/lines/');
    });

    it('show the energy a record entered, where it entered no emissions', async () => {
      const { browser, responseId } = await submitted('푸른주조');
      const page = await browser.get('/factors/calorific.2022.elec_use');
      expect(page.text).to.contain(`/responses/${responseId}/result/totals/toe`);
    });

    it('follow every line and every total of the result', async () => {
      const { browser, responseId } = await submitted('새솔기계');
      const result = `/responses/${responseId}/result`;
      const stored = await served.site.store.inventories.byVersion(responseId, 1);
      if (stored === null) throw new Error('Nothing was computed');
      for (let number = 1; number <= stored.inventory.lines.length; number += 1) {
        const { status, text } = await browser.get(`${result}/lines/${number}`);
        expect(status, `line ${number}`).to.equal(200);
        expect(text, `line ${number}`)
          .to.contain('/factors/')
          .and.contain(stored.inventory.factorSet.hash)
          .and.match(/\/sections\/[A-Z](\/[a-z-]+)?#q-/);
      }
      for (const total of ['total', 'scope1', 'scope2LocationBased', 'scope2MarketBased', 'biogenicCo2', 'montrealGases', 'netTJ', 'toe'])
        expect((await browser.get(`${result}/totals/${total}`)).status, total).to.equal(200);
      for (const bad of ['lines/0', 'lines/999', 'lines/1.5', 'lines/-1', 'lines/1e1', 'lines/x', 'totals/x', 'totals/__proto__'])
        expect((await browser.get(`${result}/${bad}`)).status, bad).to.equal(404);
    });

    it('show no line to another respondent', async () => {
      const { responseId } = await submitted('온누리금속');
      const stranger = await submitted('가람도장');
      expect((await stranger.browser.get(`/responses/${responseId}/result/lines/1`)).status).to.equal(404);
      expect((await stranger.browser.get(`/responses/${responseId}/result/totals/total`)).status).to.equal(404);
    });
  });
});
