import { expect } from 'chai';
import type { AutosaveReply } from '../../server/presentation/autosave-reply.js';
import type { Browser, Fields, Reply } from '../support/http-client.js';
import { begun, type ServedSite, serveTestSite } from '../support/test-site.js';

describe('a page that saves while somebody types', () => {
  let served: ServedSite;
  let browser: Browser;
  let path: string;
  before(async () => {
    served = await serveTestSite();
    const { establishment, who } = await served.establishment();
    browser = await served.signedIn(establishment.id);
    path = `/responses/${(await begun(served.site, who)).id}/sections/B/main-products`;
  });
  after(() => served.close());

  const json = { accept: 'application/json' };
  const send = (fields: Fields, at = path, by = browser): Promise<Reply> => by.post(at, fields, json);
  const told = (reply: Reply): AutosaveReply => JSON.parse(reply.text) as AutosaveReply;
  const typed = (text: string, more: Readonly<Record<string, string>> = {}) => ({
    _revision: '0',
    _do: 'autosave',
    _asked: 'main-products',
    'main-products': text,
    ...more,
  });

  it('is told in which revision its answers stand', async () => {
    const saved = await send(typed('주물'));
    expect(saved.status).to.equal(200);
    expect(told(saved)).to.deep.include({ outcome: 'saved', revision: 1, contested: [], refused: [] });
    expect(told(await send(typed('주물')))).to.deep.include({ outcome: 'unchanged', revision: 1 });
    expect(told(await send(typed('주물품', { '_base:main-products': '1' })))).to.deep.include({ outcome: 'saved', revision: 2 });
  });

  it('is told what another page has put there, and writes nothing over it', async () => {
    const refused = await send(typed('다른 것', { '_base:main-products': '1' }));
    expect(refused.status).to.equal(409);
    expect(told(refused)).to.deep.include({
      outcome: 'conflict',
      contested: [{ question: 'main-products', fields: { 'main-products': '주물품' } }],
    });
    expect((await browser.get(path)).text).to.include('value="주물품"');
  });

  it('is told which question kept its earlier answer, and why', async () => {
    const reply = told(await send(typed('가'.repeat(5001), { '_base:main-products': '2' })));
    expect(reply.refused).to.deep.equal(['main-products']);
    expect(reply.said).to.include('5001자');
  });

  it('is told in data, not in a page, that nobody is signed in or that the form is not one', async () => {
    const nobody = await send(typed('x'), path, served.browser());
    expect([nobody.status, nobody.headers['content-type']]).to.deep.equal([401, 'application/problem+json']);
    const strange = await send(typed('x', { _strange: '1' }));
    expect(strange.headers['content-type']).to.equal('application/problem+json');
    for (const base of ['', 'abc', '99', '-1'])
      expect((await send(typed('x', { '_base:main-products': base }))).status, base).to.equal(400);
  });
});
