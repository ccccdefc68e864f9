import { expect } from 'chai';
import type { StoredResponse } from '../../server/persistence/responses.js';
import type { Browser } from '../support/http-client.js';
import { begun, type ServedSite, serveTestSite } from '../support/test-site.js';

const electricity = { 'electricity-bought.annual': '1,150,000', 'electricity-bought.unit': 'MWh', 'electricity-cost': '1억 9,780만' };
const finding = 'E006:electricity-bought';

describe('a correction that is taken over', () => {
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
    await send({ _revision: '0', ...electricity });
  });

  const path = (): string => `/responses/${response.id}/sections/C`;
  const send = (fields: Readonly<Record<string, string>>) => browser.post(path(), fields);
  const corrections = async () => (await served.site.store.responses.byId(response.id))?.corrections ?? [];
  const kept = { name: 'electricity-bought.unit', raw: 'MWh', suggested: 'kWh', accepted: 'kWh' };

  it('is kept with what was typed and what was suggested, and told on the check page', async () => {
    const reply = await send({ _revision: '1', ...electricity, _do: `take:${finding}:0` });
    expect(reply.status, reply.text).to.equal(303);
    expect((await corrections()).map(({ fields }) => fields)).to.deep.equal([[kept]]);
    const check = await browser.get(`/responses/${response.id}/check`);
    expect(check.text).to.match(/‘MWh’에서 ‘kWh’\(으\)로 고침\(응답자, /);
  });

  it('is kept as the script of the page notes it, once, however often the page is saved', async () => {
    const note = JSON.stringify({ raw: { [kept.name]: 'MWh' }, suggested: { [kept.name]: 'kWh' } });
    const fields = { ...electricity, 'electricity-bought.unit': 'kWh', [`_taken:${finding}`]: note };
    expect((await send({ _revision: '1', ...fields, _do: 'autosave' })).status).to.equal(200);
    expect((await send({ _revision: '2', ...fields })).status).to.equal(303);
    expect((await corrections()).map(({ fields: own }) => own)).to.deep.equal([[kept]]);
  });

  it('is refused where no page says such a thing', async () => {
    for (const [name, note] of [
      ['_taken:E999', '{}'],
      [`_taken:${finding}`, '{"raw":{},"suggested":{}}'],
    ] as const)
      expect((await send({ _revision: '1', ...electricity, [name]: note })).status, name).to.equal(400);
    expect(await corrections()).to.deep.equal([]);
  });
});
