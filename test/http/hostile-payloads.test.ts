import { connect } from 'node:net';
import { expect } from 'chai';
import { hostileEscapes, hostileRequests, hostileTexts, wrongBodies } from '../support/hostile-payloads.js';
import type { Browser, Reply } from '../support/http-client.js';
import { begun, type ServedSite, serveTestSite } from '../support/test-site.js';

const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
const escaped = (text: string): string => encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ''));
const texts = Object.entries(hostileTexts).flatMap(([hope, all]) => all.map((text) => [hope, text] as const));

/** Sends bytes as they are and waits until the line is closed or silent; what came back. */
const sendRaw = (base: string, raw: string): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port, host } = new URL(base);
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write(raw.replaceAll('{host}', host), 'latin1'));
    socket.setTimeout(300, () => socket.destroy());
    socket.setEncoding('latin1').on('data', (part: string) => {
      text += part;
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(text));
  });

describe('hostile payloads', function () {
  this.timeout(60_000);
  let served: ServedSite;
  let browser: Browser;
  let responseId: string;
  let establishmentId: string;
  let sent = 0;

  /** Everything that is kept of the establishment that attacks, and of another. */
  const kept = async (): Promise<unknown> => {
    const { store } = served.site;
    const establishments = await store.establishments.all();
    return {
      establishments,
      rounds: await store.rounds.all(),
      responses: await Promise.all(establishments.map(({ id }) => store.responses.ofEstablishment(id))),
      own: await store.responses.byId(responseId),
    };
  };
  let asItWas: unknown;

  const isRefused = (reply: Reply, what: string, statuses: readonly number[]): void => {
    sent++;
    expect(reply.status, what).to.be.oneOf(statuses);
    expect(reply.text, what).not.to.match(/<script>alert|<img src=x|<svg\/onload|node_modules|\bat .*\.js:|CastError|StrictModeError/);
    expect(reply.headers['set-cookie'], what).to.equal(undefined);
    expect(reply.headers.location ?? '/', what).to.match(/^\/(?!\/)/);
  };

  before(async () => {
    served = await serveTestSite();
    const { establishment, who } = await served.establishment();
    const other = await served.establishment('다온도금');
    await begun(served.site, other.who);
    responseId = (await begun(served.site, who)).id;
    establishmentId = establishment.id;
    browser = await served.signedIn(establishmentId);
    asItWas = await kept();
  });
  afterEach(async () => {
    expect(await kept(), 'what is kept').to.deep.equal(asItWas);
    expect(({} as Record<string, unknown>).polluted, 'the prototype of all objects').to.equal(undefined);
    expect((await browser.get(`/responses/${responseId}`)).status, 'the site goes on').to.equal(200);
  });
  after(() => served.close());

  it('as names of fields are no fields', async () => {
    for (const [hope, text] of texts)
      isRefused(await browser.send('POST', '/responses', form, `${escaped(text)}=x`), `${hope}: ${text}`, [400]);
  });

  it('as values name no round', async () => {
    for (const [hope, text] of texts) {
      isRefused(await browser.send('POST', '/responses', form, `round=${escaped(text)}`), `${hope}: ${text}`, [400, 404]);
      isRefused(await browser.send('POST', '/responses', form, `round[]=${escaped(text)}`), `${hope}: ${text}`, [400]);
    }
  });

  it('as parts of a path name nothing', async () => {
    for (const [hope, text] of texts) {
      if (text === '.' || text === '..') continue;
      isRefused(await browser.get(`/responses/${escaped(text)}`), `${hope}: ${text}`, [404]);
      isRefused(await browser.get(`/responses/${responseId}/sections/${escaped(text)}`), `${hope}: ${text}`, [404]);
      isRefused(await browser.get(`/enter/${escaped(text)}`), `${hope}: ${text}`, [404]);
    }
  });

  it('in a query change no page, and lead nowhere else', async () => {
    const plain = (reply: Reply): string => reply.text.replace(/back(=|&#x3D;)[^"]*/g, '').replace(/[0-9a-f-]{36}/g, '');
    const page = plain(await browser.get(`/responses/${responseId}`));
    for (const [hope, text] of texts) {
      const reply = await browser.get(`/responses/${responseId}?${escaped(text)}=${escaped(text)}`);
      isRefused(reply, `${hope}: ${text}`, [200, 400]);
      if (reply.status === 200) expect(plain(reply), text).to.equal(page);
      const back = await browser.get(`/language?to=xx&back=${escaped(text)}`);
      isRefused(back, `${hope}: ${text}`, [400]);
    }
  });

  it('in cookies are nobody', async () => {
    for (const [hope, text] of texts) {
      const cookie = `onsil-session=${escaped(text)}; onsil-language=${escaped(text)}`;
      isRefused(await served.browser().get(`/responses/${responseId}`, { cookie }), `${hope}: ${text}`, [401]);
    }
  });

  it('in headers decide nothing', async () => {
    for (const [hope, text] of texts) {
      const header = text.replace(/[^\x20-\x7e]/g, '?');
      const forged = {
        'x-forwarded-host': header,
        'x-forwarded-proto': 'https',
        'x-original-url': '/responses',
        'user-agent': header,
        referer: header,
      };
      isRefused(await served.browser().get('/responses', forged), `${hope}: ${text}`, [401]);
    }
    expect((await served.browser().get('/', { 'x-original-url': '/no-such-page', 'x-rewrite-url': '/no-such-page' })).status).to.equal(200);
  });

  it('in escapes that no text can say are damaged addresses and forms', async () => {
    for (const text of hostileEscapes) {
      isRefused(await browser.get(`/responses/${text}`), text, [400, 404]);
      isRefused(await browser.send('POST', '/responses', form, `round=${text}`), text, [400, 404]);
      isRefused(await browser.send('POST', '/responses', form, `${text}=x`), text, [400]);
      isRefused(await browser.get(`/language?to=${text}`), text, [400]);
    }
  });

  it('as scalars given twice are refused, in a form and in a query', async () => {
    for (const [path, body] of [
      ['/responses', 'round=a&round=b'],
      [`/responses/${responseId}/submit`, 'revision=0&revision=1'],
      [`/responses/${responseId}/sections/B`, '_revision=0&_revision=1'],
      [`/responses/${responseId}/sections/B`, '_revision=0&_do=save&_do=continue'],
    ] as const)
      isRefused(await browser.send('POST', path, form, body), body, [400]);
    for (const query of ['to=ko&to=en', 'to=ko&back=/&back=/x']) isRefused(await browser.get(`/language?${query}`), query, [400]);
    isRefused(await browser.get(`/responses/${responseId}?saved=1&saved=2`), 'saved', [400]);
    const twice = '_revision=0&_asked=establishment-name&establishment-name=a&establishment-name=b';
    isRefused(await browser.send('POST', `/responses/${responseId}/sections/B`, form, twice), twice, [422]);
  });

  it('of types that no form has are refused as such', async () => {
    for (const [type, body] of wrongBodies) {
      const headers = { ...form, 'content-type': type };
      isRefused(
        await browser.send('POST', '/responses', headers, body),
        type,
        type === 'application/x-www-form-urlencoded;' ? [400, 404, 415] : [415],
      );
    }
    for (const encoding of ['gzip', 'deflate', 'br', 'identity', 'x'])
      isRefused(await browser.send('POST', '/responses', { ...form, 'content-encoding': encoding }, 'round=x'), encoding, [415]);
  });

  it('of more fields, longer names and longer forms than there can be are refused with the limit', async () => {
    const many = Array.from({ length: 10_001 }, (_, n) => `f${n}=`).join('&');
    const reply = await browser.send('POST', `/responses/${responseId}/sections/B`, form, many);
    isRefused(reply, 'many fields', [413]);
    expect(reply.text).to.include('10000');
    isRefused(await browser.send('POST', '/responses', form, `${'n'.repeat(201)}=x`), 'a long name', [400]);
    isRefused(await browser.send('POST', '/responses', form, '&'.repeat(10_001)), 'separators', [413]);
    isRefused(await browser.send('POST', '/responses', form, `round=${'x'.repeat(1024 * 1024)}`), 'a large form', [413]);
    isRefused(
      await browser.send('POST', `/responses/${responseId}/sections/B`, form, `_revision=0&main-equipment=${'x'.repeat(6_000)}`),
      'a long text',
      [422],
    );
    const rows = '_revision=0&_asked=main-equipment&main-equipment.501.kind=boiler&main-equipment.99999999999.kind=boiler';
    isRefused(await browser.send('POST', `/responses/${responseId}/sections/B`, form, rows), 'rows', [422]);
  });

  it('as whole requests that no browser sends are answered by no page, and nothing is smuggled in behind them', async () => {
    const requests = served.logged().match(/"route"/g)?.length ?? 0;
    for (const [what, raw] of Object.entries(hostileRequests)) {
      const answer = await sendRaw(served.base, raw);
      sent++;
      expect(answer, what).not.to.match(/^HTTP\/1\.1 (5\d\d|101|200 Connection)/);
      expect(answer.match(/^HTTP\/1\.1 /gm) ?? [], what).to.have.length.at.most(1);
      expect(answer, what).not.to.include('evil.example/');
    }
    expect(served.logged()).not.to.include('smuggled');
    expect(served.logged().match(/"route"/g)?.length ?? 0).to.be.below(requests + 20);
  });

  it('were more than two hundred', () => {
    expect(sent).to.be.above(200);
  });
});
