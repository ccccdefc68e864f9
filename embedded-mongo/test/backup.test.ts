import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'bson';
import { expect } from 'chai';
import { run } from '../src/cli/run.js';
import { start } from '../src/index.js';
import { connect, newFolder, type Row, removeFolder } from './support/store.js';

const command = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
  let out = '';
  let err = '';
  const code = await run(args, { stdout: { write: (text) => (out += text) }, stderr: { write: (text) => (err += text) } });
  return { code, out, err };
};

describe('backup, restore, dump and verify', function () {
  this.timeout(30_000);
  let folder: string;

  before(() => {
    folder = newFolder();
  });

  after(() => removeFolder(folder));

  it('copy a store that is being written to, and put it back', async () => {
    const data = join(folder, 'data');
    const store = await start({ dataDir: data });
    const client = await connect(store.uri);
    const rows = client.db('d').collection<Row>('rows');
    await rows.createIndex({ tags: 1 });
    await rows.insertMany(Array.from({ length: 500 }, (_, _id) => ({ _id, tags: [_id % 7, 'x'] })));
    let writing = true;
    const writer = (async () => {
      for (let i = 0; writing; i++) await rows.insertOne({ _id: 1000 + i, tags: [] });
    })();
    expect(await command('backup', data, join(folder, 'copy'))).to.include({ code: 0 });
    writing = false;
    await writer;
    expect((await command('backup', data, join(folder, 'copy'))).code, 'a folder that is not empty').to.equal(2);
    await client.close();
    await store.stop();
    const restored = await command('restore', join(folder, 'copy'), join(folder, 'restored'));
    expect(restored.code, restored.err).to.equal(0);
    const again = await start({ dataDir: join(folder, 'restored') });
    const reader = await connect(again.uri);
    expect(await reader.db('d').collection('rows').countDocuments({ tags: 3 })).to.equal(71);
    await reader.close();
    await again.stop();
  });

  it('write every document as BSON beside its indexes', async () => {
    const result = await command('dump', join(folder, 'restored'), join(folder, 'dump'));
    expect(result.code, result.err).to.equal(0);
    const bytes = readFileSync(join(folder, 'dump', 'd', 'rows.bson'));
    expect(deserialize(bytes.subarray(0, bytes.readInt32LE(0)))).to.deep.equal({ _id: 0, tags: [0, 'x'] });
    const metadata = JSON.parse(readFileSync(join(folder, 'dump', 'd', 'rows.metadata.json'), 'utf8'));
    expect(metadata.indexes.map(({ name }: { name: string }) => name)).to.deep.equal(['_id_', 'tags_1']);
  });

  it('find a store sound, and say what is wrong with the command line', async () => {
    const verified = await command('verify', join(folder, 'restored'));
    expect(verified.code).to.equal(0);
    expect(JSON.parse(verified.out.split('\n')[0] as string)).to.include({ namespace: 'd.rows' });
    expect((await command('verify', join(folder, 'nothing'))).code).to.equal(2);
    expect((await command('verify')).code).to.equal(2);
    expect((await command('nonsense')).code).to.equal(2);
    expect((await command('--help')).out).to.contain('embedded-mongo serve DIR');
    expect(existsSync(join(folder, 'nothing'))).to.equal(false);
  });
});
