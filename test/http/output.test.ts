import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { siteRoutes } from '../../server/app.js';
import { exampleFields } from '../../server/operations/create-demo.js';
import { saveAnswers } from '../../server/operations/save-answers.js';
import { submitResponse } from '../../server/operations/submit-response.js';
import { repositoryRoot } from '../../server/root.js';
import type { Browser, Reply } from '../support/http-client.js';
import { begun, editionM, type ServedSite, serveTestSite, theCatalog } from '../support/test-site.js';

/** Templates that may print something without escaping it, and why. */
const reviewedRaw: Readonly<Record<string, string>> = {};
/** Expressions that may stand in an address of a page: paths of this site, and the web addresses of sources, which `trace-view` lets through. */
const reviewedAddresses = [
  'account',
  'address',
  'href',
  'icon',
  'styles',
  'survey',
  'path',
  'home',
  'otherHref',
  'setUp',
  'next',
  'signIn',
  'script',
  'this',
  'action',
  'src',
  'form',
  'formAction',
];

const templates = readdirSync(join(repositoryRoot, 'views'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.hbs'))
  .map((name) => ({ name, text: readFileSync(join(repositoryRoot, 'views', name), 'utf8') }));

describe('what goes out', function () {
  this.timeout(60_000);
  let served: ServedSite;
  let browser: Browser;
  let responseId: string;
  before(async () => {
    const example = theCatalog().surveys.examples.find(({ state }) => state === 'submitted');
    if (example === undefined) throw new Error('No example is submitted');
    served = await serveTestSite();
    const { establishment, who } = await served.establishment('한빛 "주물"; filename=x.exe\r\n<b>');
    responseId = (await begun(served.site, who)).id;
    const fields = exampleFields(served.site, example);
    await saveAnswers(served.site, who, { responseId, revision: 0, fields, reasons: new Map(Object.entries(example.reasons)) });
    await submitResponse(served.site, who, { responseId, revision: 1 });
    browser = await served.signedIn(establishment.id);
  });
  after(() => served.close());

  it('is escaped: no template prints anything raw that was not reviewed', () => {
    expect(templates.length).to.be.above(20);
    const raw = templates.filter(({ text }) => /\{\{(\{|&)/.test(text)).map(({ name }) => name);
    expect(raw.filter((name) => !(name in reviewedRaw))).to.deep.equal([]);
  });

  it('has no script, style or handler in the text of a page', () => {
    for (const { name, text } of templates) {
      expect(text, name).not.to.match(/<style|\sstyle=|\son\w+=|javascript:|<iframe|<object|<embed|<base/i);
      for (const [tag] of text.matchAll(/<script\b[^>]*>/g)) expect(tag, name).to.match(/\ssrc="\{\{/);
    }
  });

  it('leads nowhere but along reviewed addresses', () => {
    for (const { name, text } of templates)
      for (const [, expression = ''] of text.matchAll(/\s(?:href|src|action|formaction)="\{\{([^}]*)\}\}/g))
        expect(reviewedAddresses, name).to.include(expression.split(/[./]/).at(-1));
  });

  const everything = async (): Promise<readonly (readonly [string, Reply])[]> => {
    const edition = editionM();
    const known: Readonly<Record<string, string>> = {
      responseId,
      section: 'B',
      page: 'establishment-name',
      hash: edition.hash,
      secret: 'x'.repeat(43),
    };
    const replies: [string, Reply][] = [];
    const paths = siteRoutes()
      .declared.filter(({ method }) => method === 'get')
      .map(({ path }) => path.replace(/:(\w+)/g, (_whole, name: string) => known[name] ?? 'x'));
    for (const path of [...paths, '/no-such-page', '/%E0%A4%A', `/responses/${'a'.repeat(36)}`]) {
      replies.push([path, await browser.get(path)]);
      replies.push([`${path} (nobody)`, await served.browser().get(path)]);
      replies.push([`HEAD ${path}`, await browser.send('HEAD', path, {}, '')]);
      replies.push([`POST ${path}`, await served.browser().send('POST', path, {}, '')]);
      replies.push([`PUT ${path}`, await browser.send('PUT', path, {}, '')]);
    }
    return replies;
  };

  it('is kept by no cache, but for what is the same for everybody', async () => {
    const cached: string[] = [];
    for (const [path, { headers }] of await everything()) {
      if (headers['cache-control'] === 'private, max-age=31536000, immutable') cached.push(path.replace(/[0-9a-f]{64}/, ':hash'));
      else expect(headers['cache-control'], path).to.equal('no-store');
      expect(headers.etag, path).to.equal(undefined);
    }
    expect(cached).to.deep.equal(['/editions/:hash', 'HEAD /editions/:hash']);
  });

  it('is sent packed where it never changes, to a browser that takes it so', async () => {
    const path = `/editions/${editionM().hash}`;
    const plain = await browser.get(path);
    const packed = await browser.get(path, { 'accept-encoding': 'gzip' });
    expect(packed.headers['content-encoding']).to.equal('gzip');
    expect(packed.bytes.length).to.be.below(plain.bytes.length / 10);
    expect(gunzipSync(packed.bytes).toString()).to.equal(plain.text);
  });

  it('runs nothing that stands in it, whatever the route, the method and the outcome; files included', async () => {
    const assets = readdirSync(join(repositoryRoot, 'dist', 'assets')).map((name) => `/assets/${name}`);
    const files: [string, Reply][] = [];
    for (const path of [...assets, '/assets/none.js', '/assets/%2e%2e/package.json', '/assets/..%2fpackage.json'])
      files.push([path, await served.browser().get(path)]);
    for (const [path, { headers, status, text }] of [...(await everything()), ...files]) {
      const policy = String(headers['content-security-policy']);
      expect(policy, path)
        .to.match(/default-src 'none'/)
        .and.to.match(/script-src 'self'/)
        .and.to.match(/frame-ancestors 'none'/);
      expect(policy, path)
        .to.match(/base-uri 'none'/)
        .and.to.match(/form-action 'self'/);
      expect(policy, path).not.to.match(/unsafe-|\*|https?:/);
      expect(headers['x-content-type-options'], path).to.equal('nosniff');
      expect(headers['x-frame-options'], path).to.equal('DENY');
      expect(headers['referrer-policy'], path).to.equal('same-origin');
      expect(headers['cross-origin-opener-policy'], path).to.equal('same-origin');
      expect(headers['x-powered-by'] ?? headers.server, path).to.equal(undefined);
      if (status >= 400) expect(text, path).not.to.match(/node_modules|\bat .*\.js:|"dependencies"/);
    }
  });

  it('to download is an attachment under a name that is whole in every language, and nothing but a name', async () => {
    const reply = await browser.get(`/responses/${responseId}/plan.pdf`);
    expect(reply.status).to.equal(200);
    const disposition = String(reply.headers['content-disposition']);
    expect(disposition).to.match(/^attachment; filename="[^"\r\n]*\.pdf"; filename\*=UTF-8''[\w%.!#$&+^`|~-]+\.pdf$/);
    const name = decodeURIComponent(disposition.replace(/^.*''/, ''));
    expect(name)
      .to.match(/전환계획/)
      .and.not.to.match(/["/\\\r\n<>]/);
    expect(reply.headers['content-type']).to.equal('application/pdf');
    expect(reply.bytes.subarray(0, 5).toString()).to.equal('%PDF-');
  });
});
