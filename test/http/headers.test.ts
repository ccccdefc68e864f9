import { expect } from 'chai';
import { siteRoutes } from '../../server/app.js';
import { formLimits } from '../../server/http/form-fields.js';
import { type ServedSite, serveTestSite } from '../support/test-site.js';

describe('every reply', () => {
  let served: ServedSite;
  before(async () => {
    served = await serveTestSite();
  });
  after(() => served.close());

  const paths = [...siteRoutes().declared.map(({ path }) => path.replace(/:(\w+)/g, 'x')), '/no-such-page', '/%E0%A4%A'];

  it('lets a page load what this site serves, and run nothing that stands in the page', async () => {
    const { establishment } = await served.establishment();
    const browser = await served.signedIn(establishment.id);
    for (const path of paths) {
      const { headers } = await browser.get(path);
      const policy = headers['content-security-policy'] ?? '';
      expect(policy, path).to.include("default-src 'none'").and.to.include("frame-ancestors 'none'").and.to.include("script-src 'self'");
      expect(policy, path).not.to.match(/unsafe-(inline|eval)|\*|https?:/);
      expect(headers['x-content-type-options'], path).to.equal('nosniff');
      expect(headers['x-frame-options'], path).to.equal('DENY');
      expect(headers['x-powered-by'], path).to.equal(undefined);
      expect(headers['cache-control'], path).to.match(/^(no-store|private, max-age=31536000, immutable)$/);
    }
  });

  it('has a number that the log knows', async () => {
    const { headers } = await served.browser().get('/no-such-page');
    expect(headers['x-request-id']).to.match(/^[0-9a-f-]{36}$/);
  });

  it('is a page in Korean, and in English for whoever chose it, with a plain link', async () => {
    const browser = served.browser();
    expect((await browser.get('/no-such-page')).text).to.include('lang="ko"');
    const chosen = await browser.get('/language?to=en&back=/no-such-page');
    expect([chosen.status, chosen.headers.location]).to.deep.equal([303, '/no-such-page']);
    expect((await browser.get('/no-such-page')).text).to.include('lang="en"');
    expect((await browser.get('/language?to=en&back=https://evil.example/')).headers.location).to.equal('/');
    expect((await browser.get('/language?to=fr')).status).to.equal(400);
    expect((await browser.get('/language?to=ko&to=en')).status).to.equal(400);
  });

  it('to a form that is too large says so instead of cutting the line', async () => {
    const { establishment } = await served.establishment();
    const browser = await served.signedIn(establishment.id);
    const reply = await browser.post('/responses', { round: 'x'.repeat(formLimits.bytes) });
    expect(reply.status).to.equal(413);
    expect(reply.text).to.include('1024 KB');
  });

  it('to a broken request tells nothing of the inside', async () => {
    for (const path of ['/%E0%A4%A', '/language?to=%FF', '/no-such-page?<script>alert(1)</script>']) {
      const reply = await served.browser().get(path);
      expect(reply.status, path).to.be.within(400, 499);
      expect(reply.text, path).not.to.match(/node_modules|\bat .*\.js:|<script>alert/);
    }
  });
});
