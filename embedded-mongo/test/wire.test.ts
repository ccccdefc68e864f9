import { serialize } from 'bson';
import { expect } from 'chai';
import fc from 'fast-check';
import { crc32c } from '../src/wire/crc32c.js';
import { sharedStore } from './support/shared.js';
import { frame, message, WireClient } from './support/wire-client.js';

const nested = (depth: number): Record<string, unknown> => {
  let doc: Record<string, unknown> = {};
  for (let i = 1; i < depth; i++) doc = { d: doc };
  return doc;
};

describe('the wire protocol', () => {
  let uri: string;
  const clients: WireClient[] = [];

  const connect = async (): Promise<WireClient> => {
    const client = await WireClient.connect(uri);
    clients.push(client);
    return client;
  };

  const stillServes = async (): Promise<void> => {
    expect(await (await connect()).command('admin', { ping: 1 })).to.include({ ok: 1 });
  };

  before(async () => {
    uri = (await sharedStore()).store.uri;
  });

  afterEach(() => {
    for (const client of clients.splice(0)) client.close();
  });

  it('answers the handshake as mongos and offers no compression', async () => {
    const client = await connect();
    const query = Buffer.concat([
      Buffer.alloc(4),
      Buffer.from('admin.$cmd\0'),
      Buffer.from([0, 0, 0, 0, 255, 255, 255, 255]),
      Buffer.from(serialize({ isMaster: 1, helloOk: true, compression: ['zlib'] })),
    ]);
    const legacy = await client.send(frame(2004, query));
    expect(legacy).to.include({ ok: 1, ismaster: true, msg: 'isdbgrid', maxBsonObjectSize: 16_777_216, maxMessageSizeBytes: 48_000_000 });
    expect(legacy).to.not.have.property('compression');
    const hello = await client.command('admin', { hello: 1 });
    expect(hello).to.include({ ok: 1, isWritablePrimary: true, msg: 'isdbgrid', logicalSessionTimeoutMinutes: 30 });
  });

  it('checks the checksum of a message that carries one', async () => {
    const client = await connect();
    const sum = (bytes: Buffer, value: number): Buffer => {
      const end = Buffer.alloc(4);
      end.writeUInt32LE(value);
      return Buffer.concat([bytes, end]);
    };
    const plain = message({ ping: 1, $db: 'admin' }, 1);
    plain.writeInt32LE(plain.length + 4, 0);
    expect(await client.send(sum(plain, crc32c(plain)))).to.include({ ok: 1 });
    expect(await client.send(sum(plain, crc32c(plain) ^ 1))).to.include({ ok: 0, code: 17 });
    // The check value that the polynomial's definition gives.
    expect(crc32c(Buffer.from('123456789'))).to.equal(0xe306_9283);
  });

  it('takes documents from a sequence and answers nothing where nothing is wanted', async () => {
    const client = await connect();
    const body = Buffer.from(serialize({ insert: 'sequence', writeConcern: { w: 0 }, $db: 'wire' }));
    const docs = Buffer.concat([serialize({ _id: 1 }), serialize({ _id: 2 })].map((bytes) => Buffer.from(bytes)));
    const name = Buffer.from('documents\0');
    const size = Buffer.alloc(4);
    size.writeInt32LE(4 + name.length + docs.length);
    const flags = Buffer.from([2, 0, 0, 0]);
    client.socket.write(frame(2013, Buffer.concat([flags, Buffer.from([0]), body, Buffer.from([1]), size, name, docs])));
    expect((await client.command('wire', { find: 'sequence' })).cursor.firstBatch).to.deep.equal([{ _id: 1 }, { _id: 2 }]);
  });

  it('takes a frame that arrives byte by byte, and several at once', async () => {
    const client = await connect();
    const ping = message({ ping: 1, $db: 'admin' });
    const slow = client.next();
    for (const byte of ping) {
      client.socket.write(Buffer.from([byte]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await slow).to.include({ ok: 1 });
    const three = [client.next(), client.next(), client.next()];
    client.socket.write(Buffer.concat([ping, ping, ping]));
    for (const reply of await Promise.all(three)) expect(reply).to.include({ ok: 1 });
  });

  it('refuses documents over 16 MiB and nesting over 100, and lives on', async () => {
    const client = await connect();
    const large = await client.command('wire', { insert: 'large', documents: [{ _id: 1, text: 'x'.repeat(16 * 1024 * 1024) }] });
    expect(large.writeErrors[0]).to.include({ code: 10334 });
    expect(await client.command('wire', { insert: 'deep', documents: [nested(150)] })).to.include({ ok: 0, code: 15 });
    expect(await client.command('wire', { insert: 'deep', documents: [nested(95)] })).to.include({ ok: 1, n: 1 });
  });

  it('lets go of a client that sends a frame over 48 MB, of another protocol, or compressed', async () => {
    for (const bytes of [
      frame(2013, Buffer.alloc(0), 48_000_001),
      frame(2013, Buffer.alloc(0), 3),
      frame(2012, Buffer.alloc(20)),
      Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n'),
    ]) {
      const client = await connect();
      expect(await client.send(bytes)).to.equal(undefined);
      await client.closed;
    }
    await stillServes();
  });

  it('stops answering a client that does not read, and lives on', async () => {
    const rows = (await sharedStore()).client.db('wire').collection('wide');
    await rows.insertMany(Array.from({ length: 40 }, () => ({ text: 'x'.repeat(400_000) })));
    const client = await connect();
    client.socket.pause();
    const find = message({ find: 'wide', $db: 'wire' });
    for (let i = 0; i < 50; i++) client.socket.write(find);
    await stillServes();
    const { mem } = await (await connect()).command('admin', { serverStatus: 1 });
    expect(mem.resident).to.be.lessThan(700);
  });

  it('answers or ends the connection for any damaged frame, and lives on', async function () {
    this.timeout(30_000);
    const valid = [
      message({ ping: 1, $db: 'admin' }),
      message({ find: 'c', filter: { a: { $in: [1, 'x', null, true, new Date(0)] } }, sort: { a: 1 }, $db: 'wire' }),
      message({ update: 'c', updates: [{ q: { a: 1 }, u: { $set: { 'a.b': [1, { c: 2 }] } }, upsert: false }], $db: 'wire' }),
      message({ aggregate: 'c', pipeline: [{ $match: { a: 1 } }, { $group: { _id: '$a', n: { $sum: 1 } } }], cursor: {}, $db: 'wire' }),
    ];
    const damage = fc.array(fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...valid), damage, async (original, changes) => {
        const bytes = Buffer.from(original);
        // The header's length stays, or the server would rightly wait for the rest.
        for (const { at, byte } of changes) bytes[4 + (at % (bytes.length - 4))] = byte;
        const client = await connect();
        const reply = client.send(bytes);
        client.socket.end();
        const answered = await reply;
        // No answer is the answer to a flag that wants none, and to what is no message of this protocol.
        if (answered) expect(answered).to.have.property('ok');
        client.close();
      }),
      { numRuns: 150 },
    );
    await stillServes();
  });

  it('never takes noise for a command', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (noise) => {
        const client = await connect();
        const payload = Buffer.concat([Buffer.from([0, 0, 0, 0, 0]), Buffer.from(noise)]);
        const reply = await client.send(frame(2013, payload));
        expect(reply).to.include({ ok: 0 });
        client.close();
      }),
      { numRuns: 100 },
    );
    await stillServes();
  });
});
