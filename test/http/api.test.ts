import { type ClientRequest, createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { newApp } from '../../server/app.js';
import { StoreUnavailable } from '../../server/persistence/store.js';
import type { Site } from '../../server/site.js';
import { exchange, type Reply } from '../support/http-client.js';
import { type ServedSite, serveTestSite } from '../support/test-site.js';

const path = '/api/v1/inventories:calculate';
const diesel = { id: 'a1', category: 'stationaryCombustion', fuel: 'diesel', quantity: 1200, unit: 'L' };
const sound = { reportingYear: 2024, activityData: [diesel] };

type Json = Readonly<Record<string, unknown>>;
interface MediaContent {
  readonly schema: Json;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
  readonly example?: string;
}
interface Described {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Json; readonly responses: Readonly<Record<string, Answered>> };
}
interface Answered {
  readonly description: string;
  readonly content: Readonly<Record<string, MediaContent>>;
}
interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, MediaContent>> };
  readonly responses: Readonly<Record<string, Answered | { readonly $ref: string }>>;
}

describe('the interface for programs', () => {
  let served: ServedSite;
  let document: Described;
  let isAway = false;
  before(async () => {
    served = await serveTestSite({ baseUrl: null }, (store) => ({
      ...store,
      sessions: {
        ...store.sessions,
        byId: (id) => (isAway ? Promise.reject(new StoreUnavailable(new Error('connection lost'))) : store.sessions.byId(id)),
      },
    }));
    document = JSON.parse((await exchange(served.base, { method: 'GET', path: '/api/v1/openapi.json', headers: {}, body: '' })).text);
  });
  after(() => served.close());

  const post = (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Promise<Reply> =>
    exchange(served.base, {
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers },
      body,
    });

  /** The answer of a site whose emission factors cannot be read. */
  const failing = async (body: string): Promise<Reply> => {
    const broken = Object.create(served.site, {
      catalog: {
        get: () => {
          throw new Error('the data are gone');
        },
      },
    }) as Site;
    const server = createServer(newApp(broken, { baseUrl: null }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
      return await exchange(base, { method: 'POST', path, headers, body });
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };

  const schemaNamed = (name: string): ValidateFunction => {
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    ajv.addSchema({ $id: 'urn:onsil:openapi', components: document.components });
    return ajv.compile({ $ref: `urn:onsil:openapi#/components/schemas/${name}` });
  };
  const fits = (name: string, value: unknown): void => {
    const isValid = schemaNamed(name);
    expect(isValid(value), `${name}: ${JSON.stringify(isValid.errors)}`).to.equal(true);
  };
  const operation = (): Operation => {
    const found = document.paths[path]?.post;
    if (found === undefined) throw new Error('The calculation is not described');
    return found;
  };

  describe('describes itself', () => {
    it('as OpenAPI 3.1 whose references all lead somewhere', () => {
      expect(document.openapi).to.equal('3.1.0');
      const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1] ?? '');
      expect(references.length).to.be.above(10);
      for (const reference of references) {
        const target = reference.split('/').reduce<unknown>((value, key) => (value as Json | undefined)?.[key], document);
        expect(target, reference).to.be.an('object');
      }
    });

    it('with every path there is under /api/ and no other', () => {
      expect(Object.entries(document.paths).flatMap(([at, verbs]) => Object.keys(verbs).map((verb) => `${verb} ${at}`))).to.deep.equal([
        `post ${path}`,
        'get /api/v1/openapi.json',
      ]);
    });

    it('with examples that fit their schemas and answers the site really gives', async () => {
      const { requestBody, responses } = operation();
      const asked = requestBody?.content['application/json']?.examples ?? {};
      const answered = (responses[200] as Answered).content['application/json']?.examples ?? {};
      expect(Object.keys(asked).length).to.be.above(2);
      const isRequest = schemaNamed('Request');
      for (const [name, { value }] of Object.entries(asked)) {
        const reply = await post(JSON.stringify(value));
        expect(isRequest(value), name).to.equal(name in answered);
        if (name in answered) {
          expect(JSON.parse(reply.text), name).to.deep.equal(answered[name]?.value);
          fits('Inventory', answered[name]?.value);
        } else {
          expect(reply.status, name).to.equal(400);
        }
      }
      const lines = requestBody?.content['application/x-ndjson']?.example ?? '';
      const stream = await post(lines, { 'content-type': 'application/x-ndjson' });
      expect(stream.text).to.equal((responses[200] as Answered).content['application/x-ndjson']?.example);
      for (const line of stream.text.trimEnd().split('\n')) {
        const answer = JSON.parse(line) as Json;
        fits('errors' in answer ? 'RefusedLine' : 'Inventory', answer);
      }
    });

    it('with every kind of failure as it really comes, in both languages', async () => {
      const big = 17 * 1024 * 1024;
      isAway = true;
      const away = await post(JSON.stringify(sound), { cookie: `onsil-session=${'s'.repeat(43)}` });
      isAway = false;
      const replies: Readonly<Record<string, Reply>> = {
        400: await post('{'),
        403: await post(JSON.stringify(sound), { origin: 'https://elsewhere.example' }),
        413: await post(Buffer.alloc(big, ' ')),
        415: await post('a=b', { 'content-type': 'application/x-www-form-urlencoded' }),
        422: await post(JSON.stringify({ ...sound, reportingYear: 2009 })),
        500: await failing(JSON.stringify(sound)),
        503: away,
      };
      const declared = Object.keys(operation().responses).filter((status) => status !== '200');
      expect(Object.keys(replies)).to.deep.equal(declared);
      for (const [status, reply] of Object.entries(replies)) {
        expect(reply.status, status).to.equal(Number(status));
        expect(reply.headers['content-type'], status).to.equal('application/problem+json');
        const problem = JSON.parse(reply.text) as Json & { readonly en: string; readonly ko: string };
        fits('Problem', problem);
        expect(problem.status).to.equal(Number(status));
        expect(problem.instance).to.equal(`urn:uuid:${String(reply.headers['x-request-id'])}`);
        expect(problem.ko).to.match(/\p{Script=Hangul}/u);
        expect(problem.detail).to.equal(`${problem.en} | ${problem.ko}`);
      }
    });
  });

  it('names the field of every fault', async () => {
    const { text, status } = await post(JSON.stringify({ ...sound, gwp: 'AR7', activityData: [{ ...diesel, fuel: 'diesl', unit: 'l' }] }));
    const problem = JSON.parse(text);
    expect(status).to.equal(400);
    expect(problem.field).to.equal('gwp');
    expect(problem.errors.map(({ field }: { field: string }) => field)).to.deep.equal([
      'gwp',
      'activityData[0].unit',
      'activityData[0].fuel',
    ]);
  });

  it('answers what is not there as data too', async () => {
    const reply = await exchange(served.base, { method: 'GET', path: '/api/v2/nothing', headers: {}, body: '' });
    expect(reply.status).to.equal(404);
    expect(reply.headers['content-type']).to.equal('application/problem+json');
  });

  it('refuses a page of another site, whatever it calls its body, and takes programs and its own pages', async () => {
    const statusOf = async (headers: Readonly<Record<string, string>>) => (await post(JSON.stringify(sound), headers)).status;
    expect(await statusOf({})).to.equal(200);
    expect(await statusOf({ 'sec-fetch-site': 'same-origin' })).to.equal(200);
    expect(await statusOf({ origin: served.base })).to.equal(200);
    for (const site of ['cross-site', 'same-site', 'none']) expect(await statusOf({ 'sec-fetch-site': site }), site).to.equal(403);
    expect(await statusOf({ origin: 'null' })).to.equal(403);
    // The bodies a form of another site can send without asking first.
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])
      expect(await statusOf({ 'content-type': type }), type).to.equal(415);
    expect(await statusOf({ 'content-type': 'application/json; charset=euc-kr' })).to.equal(415);
    expect(await statusOf({ 'content-encoding': 'gzip' })).to.equal(415);
    expect(await statusOf({ 'content-type': 'Application/JSON; charset="UTF-8"' })).to.equal(200);
    const preflight = await exchange(served.base, {
      method: 'OPTIONS',
      path,
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
      body: '',
    });
    expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control'))).to.deep.equal([]);
  });

  describe('as a stream', () => {
    const open = (): { readonly sender: ClientRequest; readonly answer: Promise<IncomingMessage> } => {
      const { hostname, port } = new URL(served.base);
      const sender = request({ hostname, port, method: 'POST', path, headers: { 'content-type': 'application/x-ndjson' }, agent: false });
      return { sender, answer: new Promise((resolve, reject) => sender.on('response', resolve).on('error', reject)) };
    };
    const line = `${JSON.stringify(sound)}\n`;

    it('answers a line before the next one is sent', async () => {
      const { sender, answer } = open();
      sender.write(line);
      const reply = await answer;
      const received = reply[Symbol.asyncIterator]();
      const first = String((await received.next()).value);
      expect(JSON.parse(first)).to.have.property('totals');
      sender.end('nonsense\n');
      let rest = '';
      for (let next = await received.next(); next.done !== true; next = await received.next()) rest += String(next.value);
      expect(JSON.parse(rest)).to.have.nested.property('errors[0].code', 'notJson');
    });

    it('takes in no more than it can hand out, and goes on once the answers are read', async () => {
      const { sender, answer } = open();
      const lines = 5_000;
      const long = `${JSON.stringify(sound)}${' '.repeat(8_000)}\n`;
      let accepted = 0;
      const sending = (async () => {
        for (let sent = 0; sent < lines; sent++) {
          if (!sender.write(long)) await new Promise((resolve) => sender.once('drain', resolve));
          accepted = sent + 1;
        }
        sender.end();
      })();
      const reply = await answer;
      // Nothing is read yet: sending comes to a halt once the buffers between are full.
      let before = -1;
      while (accepted !== before) {
        before = accepted;
        await pause(500);
      }
      expect(accepted).to.be.below(lines);
      let answers = 0;
      for await (const chunk of reply as AsyncIterable<Buffer>) for (const byte of chunk) if (byte === 10) answers += 1;
      await sending;
      expect(answers).to.equal(lines);
    }).timeout(120_000);

    it('stops computing when whoever asked has gone', async () => {
      const { sender, answer } = open();
      sender.on('error', () => undefined);
      sender.write(line.repeat(50));
      const reply = await answer;
      reply.on('error', () => undefined);
      sender.destroy();
      await pause(100);
      expect((await post(JSON.stringify(sound))).status).to.equal(200);
      const failures = served
        .logged()
        .split('\n')
        .filter((line) => line.includes('"level":50') && !line.includes('the data are gone'));
      expect(failures.filter((line) => !line.includes('connection lost'))).to.deep.equal([]);
    });
  });
});
