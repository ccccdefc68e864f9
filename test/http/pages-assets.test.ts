import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import express from 'express';
import { preferCompressed } from '../../server/http/assets.js';

describe('assets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onsil-assets-'));
  const css = 'body { color: black }'.repeat(50);
  let server: Server;
  let base: string;

  before(async () => {
    writeFileSync(join(folder, 'site-AB12.css'), css);
    writeFileSync(join(folder, 'site-AB12.css.gz'), gzipSync(css));
    writeFileSync(join(folder, 'font-CD34.woff2'), 'font');
    const app = express();
    app.use('/assets', preferCompressed({ mount: '/assets', folder, immutable: true }), express.static(folder));
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/assets`;
  });
  after(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const headersOf = async (name: string, encoding: string) => {
    const reply = await fetch(`${base}/${name}`, { headers: { 'Accept-Encoding': encoding } });
    return {
      text: await reply.text(),
      type: reply.headers.get('content-type'),
      encoding: reply.headers.get('content-encoding'),
      vary: reply.headers.get('vary'),
    };
  };

  it('go out compressed to browsers that take it, as what they are', async () => {
    const reply = await headersOf('site-AB12.css', 'gzip');
    expect(reply).to.deep.equal({ text: css, type: 'text/css; charset=utf-8', encoding: 'gzip', vary: 'Accept-Encoding' });
  });

  it('go out as they are to others', async () => {
    expect(await headersOf('site-AB12.css', 'identity')).to.include({ text: css, encoding: null });
    expect(await headersOf('font-CD34.woff2', 'gzip')).to.include({ text: 'font', encoding: null });
  });

  it('are nothing outside their folder', async () => {
    for (const path of ['..%2f..%2fpackage.json', '%2e%2e/package.json', 'site-AB12.css%00']) {
      expect((await fetch(`${base}/${path}`)).status, path).to.be.oneOf([400, 403, 404]);
    }
  });
});
