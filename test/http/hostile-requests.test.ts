import { connect as connectTo } from 'node:net';
import { expect } from 'chai';
import fc from 'fast-check';
import { siteRoutes } from '../../server/app.js';
import { accountWith, letIn } from '../support/account-holders.js';
import type { Browser } from '../support/http-client.js';
import { begun, editionM, type ServedSite, serveTestSite } from '../support/test-site.js';

/** What people who wish us ill put into fields, names and paths. */
const nasty = fc.oneof(
  fc.constantFrom(
    '{"$ne":null}',
    '[$gt]',
    '$where',
    '__proto__',
    'constructor[prototype][polluted]',
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '../../../etc/passwd',
    '%00',
    "' OR 1=1 --",
    '{{constructor.constructor("return 1")()}}',
    '\u202e',
    'null',
    '-0',
    '1e309',
    ' ',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

/** Text as the bytes of a form; what UTF-8 cannot say is left out. */
const escaped = (text: string): string => encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ''));

describe('hostile requests', () => {
  const { declared } = siteRoutes();
  let served: ServedSite;
  let browser: Browser;
  /** Somebody whose account may open most. */
  let holder: Browser;
  let responseId: string;

  before(async () => {
    served = await serveTestSite();
    const { establishment, who } = await served.establishment();
    responseId = (await begun(served.site, who)).id;
    browser = await served.signedIn(establishment.id);
    holder = served.browser();
    const { id: accountId } = await accountWith(served.site, ['editor']);
    await letIn(served.site, holder, { accountId, establishmentId: null, secondFactor: true });
  });
  after(() => served.close());

  it('are answered, none of them by a failure of ours, and change nothing they should not', async () => {
    const questions = editionM().sections.flatMap((section) => section.questions);
    const ids = questions.map(({ id }) => id);
    const parameter = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: nasty });
    const fieldName = fc.oneof(fc.constantFrom('_revision', '_do', '_asked', 'round', 'revision', ...ids), nasty);
    const request = fc.record({
      route: fc.constantFrom(...declared.filter(({ path }) => !/\/sign-out/.test(path))),
      parameter,
      query: fc.array(fc.tuple(fc.constantFrom('to', 'back', 'rows', 'checked', 'language'), nasty), { maxLength: 3 }),
      fields: fc.array(fc.tuple(fieldName, nasty), { maxLength: 8 }),
      asAccount: fc.boolean(),
      cookie: fc.option(nasty, { freq: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ route, parameter: text, query, fields, asAccount, cookie }) => {
        const known: Readonly<Record<string, string>> = { responseId, section: 'B', hash: 'x', secret: 'x' };
        const path = route.path.replace(/:(\w+)/g, (_whole, name: string) => escaped(text ?? known[name] ?? 'x') || 'x');
        const search = query.map(([name, value]) => `${name}=${escaped(value)}`).join('&');
        const body = fields.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&');
        const headers = {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          ...(cookie === null ? {} : { cookie: `onsil-session=${escaped(cookie)}; onsil-language=${escaped(cookie)}` }),
        };
        const reply = await (asAccount ? holder : browser).send(
          route.method.toUpperCase(),
          `${path}?${search}`,
          headers,
          route.method === 'get' ? '' : body,
        );
        expect(reply.status, `${route.method} ${path}?${search} ${body}`).to.be.below(500);
        expect(reply.text).not.to.include('<script>alert(1)').and.not.to.include('<img src=x');
        expect(reply.headers.location ?? '/').to.match(/^\/(?!\/)/);
      }),
      { numRuns: 400 },
    );
    expect(({} as Record<string, unknown>).polluted).to.equal(undefined);
    expect(
      await served.site.store.responses.ofEstablishment((await served.site.store.responses.byId(responseId))?.establishmentId ?? ''),
    ).to.have.length(1);
  }).timeout(60_000);

  it('that post every path of the stored document change none but the answers', async () => {
    const before = await served.site.store.responses.byId(responseId);
    if (before === null) throw new Error('The response is gone');
    const {
      answers: _answers,
      revision: _revision,
      updatedAt: _updatedAt,
      questionRevisions: _questionRevisions,
      reasons: _reasons,
      ...kept
    } = before;
    const forged = {
      id: 'x',
      _id: 'x',
      __v: '9',
      establishmentId: 'x',
      roundId: 'x',
      bank: 'x',
      status: 'submitted',
      version: '99',
      role: 'operator',
    };
    const fields = { ...forged, _revision: String(before.revision), 'establishment-name': '한빛주물' };
    await browser.post(`/responses/${responseId}/sections/B`, fields);
    expect(await served.site.store.responses.byId(responseId)).to.deep.include({ ...kept, status: 'draft', version: 0 });
  });

  it('in raw bytes do not take the server down', async () => {
    const { hostname, port } = new URL(served.base);
    const raws = [
      'GET / HTTP/1.1\r\n\r\n',
      'POST /responses HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'POST /sign-out HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 10\r\n\r\na=',
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      '\u0016\u0003\u0001\u0002\u0000',
    ];
    for (const raw of raws)
      await new Promise<void>((resolve) => {
        const socket = connectTo(Number(port), hostname, () => socket.write(raw, 'latin1'));
        socket.setTimeout(200, () => socket.destroy());
        socket.on('error', () => socket.destroy());
        socket.on('close', () => resolve());
        socket.resume();
      });
    expect((await browser.get('/healthz')).status).to.equal(200);
  });
});
