import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { SMTPServer } from 'smtp-server';
import { openSmtp } from '../../server/mail/smtp.js';
import { addEstablishment } from '../../server/operations/add-establishment.js';
import type { Establishment } from '../../server/persistence/establishments.js';
import type { Site } from '../../server/site.js';
import { accountWith, letIn } from '../support/account-holders.js';
import type { Browser } from '../support/http-client.js';
import { roundId, type ServedSite, serveTestSite } from '../support/test-site.js';

interface Received {
  readonly to: readonly string[];
  readonly text: string;
}

describe('letters by mail', () => {
  const path = `/admin/rounds/${roundId}`;
  const received: Received[] = [];
  let smtp: SMTPServer;
  let served: ServedSite;
  let browser: Browser;
  let foundry: Establishment;
  let silent: Establishment;
  let refused: Establishment;

  before(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('refused') ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(chunks).toString('utf8') });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()));
    const { port } = smtp.server.address() as AddressInfo;
    served = await serveTestSite();
    (served.site as { mail?: Site['mail'] }).mail = openSmtp(`smtp://127.0.0.1:${port}`, 'survey@example.kr');
    browser = served.browser();
    const { id } = await accountWith(served.site, ['administrator']);
    await letIn(served.site, browser, { accountId: id, establishmentId: null, secondFactor: true });
    const add = async (name: string, email: string | null): Promise<Establishment> => {
      const place = { ...(await addEstablishment(served.site, { name, businessNumber: null, region: '11', example: null })), email };
      await served.site.store.establishments.replace(place);
      return place;
    };
    foundry = await add('한빛주물', 'office@hanbit.example');
    silent = await add('다온도금', null);
    refused = await add('가람정밀', 'refused@garam.example');
  });
  after(async () => {
    await served.close();
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
  });

  const orderIn = (page: string): string => /name="order" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
  const newOrder = async (): Promise<string> => orderIn((await browser.get(`${path}/field-work?which=all`)).text);
  const send = (order: string, chosen: readonly Establishment[], more: Readonly<Record<string, string>> = {}) =>
    browser.post(`${path}/send`, [
      ['which', 'all'],
      ['order', order],
      ...chosen.map(({ id }) => ['establishment', id] as const),
      ...Object.entries({ sender: '가상연구원 조사팀', contact: '02-0000-0000', ...more }),
    ]);
  /** The text of a message whose body came as base64 or quoted-printable. */
  const bodyOf = ({ text }: Received): string => {
    const [head = '', ...body] = text.split('\r\n\r\n');
    const encoded = body.join('\r\n\r\n');
    if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(encoded, 'base64').toString('utf8');
    const bytes = encoded
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
  };

  it('go out once for an order that arrives twice, are counted, and let in', async () => {
    const order = await newOrder();
    const first = await send(order, [foundry, silent, refused]);
    expect(first.status, first.text.slice(0, 300)).to.equal(200);
    expect(first.text).to.include('1곳에 보냈습니다').and.include('받지 않은 곳 1곳').and.include('주소가 없는 곳 1곳');
    const again = await send(order, [foundry]);
    expect(again.text).to.include('이미 보낸 곳 1곳');
    expect(received.map(({ to }) => to)).to.deep.equal([['office@hanbit.example']]);
    const [message] = received;
    if (message === undefined) throw new Error('Nothing was sent');
    const link = /\/enter\/[\w-]{43}/.exec(bodyOf(message))?.[0] ?? '';
    expect((await served.browser().post(link)).status).to.equal(303);
    const states = (await served.site.store.mailings.ofRound(roundId)).map(({ state }) => state);
    expect(states).to.have.members(['sent', 'failed']);
  });

  it('get no header, no receiver and no file from what was typed', async () => {
    received.length = 0;
    const typed = { sender: '조사팀\r\nBcc: other@evil.example', contact: '{{secret}} file:///etc/hostname' };
    expect((await send(await newOrder(), [foundry], typed)).status).to.equal(200);
    const [message] = received;
    if (message === undefined) throw new Error('Nothing was sent');
    expect(message.to).to.deep.equal(['office@hanbit.example']);
    expect(message.text.split('\r\n\r\n')[0]).not.to.match(/^bcc:/im);
    expect(bodyOf(message)).to.include('{{secret}} file:///etc/hostname');
  });

  it('are not sent to an address that was made to hold two, nor with a subject of two lines', async () => {
    received.length = 0;
    const { port } = smtp.server.address() as AddressInfo;
    const mail = openSmtp(`smtp://127.0.0.1:${port}`, 'survey@example.kr');
    const message = { to: 'one@a.example', subject: 'Hello\r\nBcc: two@b.example', text: 'x' };
    await mail.send(message);
    expect(received[0]?.to).to.deep.equal(['one@a.example']);
    expect(received[0]?.text.split('\r\n\r\n')[0]).not.to.match(/^bcc:/im);
  });

  it('keep addresses and links out of the log', () => {
    expect(served.logged()).not.to.match(/hanbit\.example|garam\.example|\/enter\/[\w-]{43}/);
  });

  it('are refused where the order is damaged or the site sends no mail', async () => {
    expect((await send('x', [foundry])).status).to.equal(422);
    delete (served.site as { mail?: Site['mail'] }).mail;
    expect((await send('00000000-0000-4000-8000-000000000000', [foundry])).status).to.equal(422);
    expect((await browser.get(`${path}/field-work?which=all`)).text).not.to.include('전자우편으로 보내기');
  });
});
