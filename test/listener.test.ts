import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { expect } from 'chai';
import { clientLimits, type Listener, openListener } from '../server/listener.js';

const open = async (port: number, text = ''): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => socket.destroy());
  await once(socket, 'connect');
  if (text !== '') socket.write(text);
  return socket;
};
const told = async (socket: Socket): Promise<string> => {
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  await once(socket, 'close');
  return text;
};
/** Limits that a test can wait for. */
const short = { headersMs: 300, requestMs: 600, silentMs: 900, checkEveryMs: 100 };

describe('the listener', () => {
  let listener: Listener;
  afterEach(() => listener.drain());

  it('says that the site is starting until it is told what answers', async () => {
    listener = await openListener({ host: '127.0.0.1', port: 0 }, null);
    const early = await fetch(`http://127.0.0.1:${listener.port}/`);
    expect([early.status, early.headers.get('retry-after')]).to.deep.equal([503, '1']);
    listener.handle((_request, response) => void response.end('ready'));
    expect(await (await fetch(`http://127.0.0.1:${listener.port}/`)).text()).to.equal('ready');
  });

  it('hands on no request that names two hosts', async () => {
    listener = await openListener({ host: '127.0.0.1', port: 0 }, null);
    listener.handle((_request, response) => void response.end('handed on'));
    const socket = await open(listener.port, 'GET / HTTP/1.1\r\nHost: site.example\r\nHost: other.example\r\n\r\n');
    const reply = await told(socket);
    expect(reply).to.match(/^HTTP\/1\.1 400 /);
    expect(reply).not.to.include('handed on');
  });

  describe('cuts off', () => {
    beforeEach(async () => {
      listener = await openListener({ host: '127.0.0.1', port: 0 }, null, short);
      listener.handle((asked, response) => {
        asked.resume();
        asked.on('end', () => void response.end('done'));
      });
    });

    it('who sends headers a letter at a time', async () => {
      const socket = await open(listener.port, 'GET / HTTP/1.1\r\nHost: x\r\n');
      const slowly = setInterval(() => socket.write('X: y\r\n'), 50);
      expect(await told(socket)).to.match(/^HTTP\/1\.1 408 /);
      clearInterval(slowly);
    });

    it('who sends a body a letter at a time', async () => {
      const socket = await open(listener.port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n');
      const slowly = setInterval(() => socket.write('x'), 50);
      expect(await told(socket)).to.match(/^HTTP\/1\.1 408 /);
      clearInterval(slowly);
    });

    it('who connects and says nothing', async () => {
      const socket = await open(listener.port);
      await told(socket);
    });

    it('who sends more headers than any browser, or longer ones', async () => {
      const long = await open(listener.port, `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`);
      expect(await told(long)).to.match(/^HTTP\/1\.1 431 /);
    });

    it('nobody who sends in time, meanwhile', async () => {
      const slow = await Promise.all(
        Array.from({ length: 50 }, () => open(listener.port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n')),
      );
      const honest = await fetch(`http://127.0.0.1:${listener.port}/`, { method: 'POST', body: 'x=1' });
      expect(await honest.text()).to.equal('done');
      for (const socket of slow) socket.destroy();
    });
  });

  it('finishes requests under way when it stops, takes no new ones, and closes lines kept alive', async () => {
    listener = await openListener({ host: '127.0.0.1', port: 0 }, null);
    const { port } = listener;
    let finish = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      listener.handle((_request, response) => {
        finish = () => void response.end('saved');
        resolve();
      });
    });
    const idleClosed = told(await open(port));
    const saving = new Promise<{ readonly text: string; readonly connection: string | undefined }>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, method: 'POST', path: '/', headers: { connection: 'keep-alive' } }, (response) => {
        let text = '';
        response.on('data', (part) => {
          text += String(part);
        });
        response.on('end', () => resolve({ text, connection: response.headers.connection }));
      });
      asked.on('error', reject);
      asked.end('x=1');
    });
    await arrived;
    const stopped = listener.drain();
    expect(await idleClosed).to.equal('');
    finish();
    expect((await saving).text).to.equal('saved');
    await stopped;
    const late = connect(port, '127.0.0.1');
    const [error] = (await once(late, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).to.equal('ECONNREFUSED');
    // For the hook that closes it.
    listener = await openListener({ host: '127.0.0.1', port: 0 }, null);
  });
});

it('a slow line in the field has time enough for a request', () => {
  expect(clientLimits.headersMs).to.equal(15_000);
  expect(clientLimits.requestMs).to.equal(60_000);
});
