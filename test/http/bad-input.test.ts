import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { repositoryRoot } from '../../server/root.js';
import { exchange } from '../support/http-client.js';
import { runCommand } from '../support/run-command.js';
import { type ServedSite, serveTestSite } from '../support/test-site.js';

interface Case {
  readonly rule: string;
  readonly text: string;
  readonly faults: readonly string[];
}
interface Fault {
  readonly field: string;
  readonly code: string;
  readonly en: string;
  readonly ko: string;
}

const bill = '{"id":"a1","category":"stationaryCombustion","fuel":"diesel","quantity":1200,"unit":"L"}';
const cases: readonly Case[] = parse(readFileSync(join(repositoryRoot, 'test', 'operations', 'bad-input.yaml'), 'utf8'));
const path = '/api/v1/inventories:calculate';

describe('bad input', () => {
  let served: ServedSite;
  before(async () => {
    served = await serveTestSite();
    // The command line goes by the clock on the wall.
    served.clock.pass(Date.now() - served.clock.now().getTime());
  });
  after(() => served.close());

  const sent = (type: string, body: Buffer) =>
    exchange(served.base, { method: 'POST', path, headers: { 'content-type': type, 'content-length': String(body.length) }, body });

  /** What the command line, the interface and its stream say of one text. */
  const said = async (body: Buffer) => {
    const command = await runCommand(['calculate', '-'], body);
    const reply = await sent('application/json', body);
    const stream = await sent('application/x-ndjson', body);
    return {
      command,
      reply,
      errors: (JSON.parse(reply.text) as { errors: readonly Fault[] }).errors,
      streamed: (JSON.parse(stream.text) as { errors: readonly Fault[] }).errors,
    };
  };

  for (const { rule, text, faults } of cases) {
    it(`is refused the same everywhere: ${rule}`, async () => {
      const { command, reply, errors, streamed } = await said(Buffer.from(text.replaceAll('{bill}', bill)));
      expect(errors.map(({ field, code }) => `${field} ${code}`)).to.deep.equal(faults);
      expect(streamed).to.deep.equal(errors);
      expect({ code: command.code, stdout: command.stdout }).to.deep.equal({ code: 2, stdout: '' });
      expect(command.stderr.trimEnd().split('\n')).to.deep.equal(errors.map(({ field, en, ko }) => `${field}: ${en} | ${ko}`));
      expect(reply.status).to.be.within(400, 422);
      expect(reply.headers['content-type']).to.equal('application/problem+json');
      for (const { ko } of errors) expect(ko).to.match(/\p{Script=Hangul}/u);
    });
  }

  it('is refused the same everywhere: bytes that are no UTF-8, among them surrogates as bytes', async () => {
    for (const bytes of [
      [0x7b, 0xff, 0x7d],
      [0xed, 0xa0, 0x80],
      [0xc0, 0xaf],
    ]) {
      const { command, errors, streamed } = await said(Buffer.from(bytes));
      expect(errors.map(({ code }) => code)).to.deep.equal(['notUtf8']);
      expect(streamed).to.deep.equal(errors);
      expect(command.stderr).to.match(/^input: .* UTF-8 .* \| /);
    }
  });

  it('is refused the same everywhere: more activities than a request may have', async () => {
    const many = Array.from({ length: 10_001 }, (_, index) => bill.replace('a1', `a${index}`)).join();
    const { command, reply, errors, streamed } = await said(Buffer.from(`{"reportingYear":2024,"activityData":[${many}]}`));
    expect(errors.map(({ field, code }) => `${field} ${code}`)).to.deep.equal(['activityData tooManyActivities']);
    expect(streamed).to.deep.equal(errors);
    expect(command.code).to.equal(2);
    expect(reply.status).to.equal(413);
  });

  it('is not: a byte order mark before it, line ends of another system, a request as a program writes it', async () => {
    const text = `{"reportingYear":2024,"activityData":[${bill}]}`;
    for (const body of [`\uFEFF${text}`, `${text}\r\n`, JSON.stringify(JSON.parse(text))]) {
      const command = await runCommand(['calculate', '-'], body);
      const reply = await sent('application/json', Buffer.from(body));
      const stream = await sent('application/x-ndjson', Buffer.from(body));
      expect(command.code).to.equal(0);
      expect(JSON.stringify(JSON.parse(command.stdout))).to.equal(reply.text);
      expect(stream.text).to.equal(`${reply.text}\n`);
    }
  });
});
