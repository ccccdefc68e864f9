import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { repositoryRoot } from '../server/root.js';
import { findCircle, type ImportEdge, importsOf, readImports, sourceFiles } from './support/imports.js';

/** What a room may import: rooms of ours, and packages ("node" stands for all of node's own). */
interface Room {
  readonly ours: readonly string[];
  readonly others: readonly string[];
}

const pure = ['domain', 'expression', 'problem', 'survey', 'planner', 'statistics'];
const pureAndWords = [...pure, 'presentation'];

/** The floors of the house. A room may import itself, what its row names, and nothing else. */
const floors: Readonly<Record<string, Room>> = {
  domain: { ours: [], others: [] },
  expression: { ours: [], others: [] },
  problem: { ours: [], others: [] },
  survey: { ours: ['domain', 'expression', 'problem'], others: [] },
  planner: { ours: ['domain', 'expression', 'problem'], others: [] },
  statistics: { ours: ['domain', 'expression', 'problem'], others: [] },
  presentation: { ours: pure, others: [] },
  catalog: { ours: pure, others: ['node', 'zod', 'yaml', 'csv-parse'] },
  persistence: { ours: pure, others: ['node', 'mongoose', 'embedded-mongo'] },
  solver: { ours: pure, others: ['node', 'highs'] },
  identity: {
    ours: [...pure, 'persistence'],
    others: ['node', '@node-rs/argon2', 'otpauth', 'uqr', 'openid-client', 'rate-limiter-flexible'],
  },
  evidence: { ours: pure, others: ['node', 'sharp', 'file-type'] },
  spreadsheets: { ours: pure, others: ['node', 'yauzl', 'csv-parse', 'iconv-lite'] },
  reports: { ours: pureAndWords, others: ['node', 'pdfkit', 'fontkit', 'chart.js', 'csv-stringify', 'uqr', 'write-excel-file'] },
  site: { ours: [...pure, 'catalog', 'persistence', 'solver', 'identity', 'evidence', 'mail'], others: ['pino'] },
  operations: {
    ours: [...pureAndWords, 'catalog', 'persistence', 'solver', 'reports', 'spreadsheets', 'identity', 'evidence', 'site'],
    others: ['node', 'csv-parse'],
  },
  http: { ours: ['operations', 'presentation', 'problem', 'site'], others: ['node', 'express', 'zod', 'handlebars', 'helmet'] },
  jobs: { ours: ['operations', 'site'], others: ['node'] },
  browser: { ours: pureAndWords, others: ['idb', 'chart.js'] },
  mail: { ours: [], others: ['nodemailer'] },
  transport: { ours: [], others: ['node', '@peculiar/x509'] },
  root: { ours: [], others: ['node'] },
  config: { ours: ['problem'], others: ['node'] },
  listener: { ours: ['transport'], others: ['node'] },
  metrics: { ours: [], others: ['node'] },
  log: { ours: [], others: ['node', 'pino'] },
  'open-site': { ours: ['*'], others: ['node', 'pino'] },
  app: { ours: ['*'], others: ['node', 'express'] },
  main: { ours: ['*'], others: ['node'] },
  scripts: { ours: ['*'], others: ['node', 'esbuild', 'zod'] },
};

/** "server/domain/fuel.ts" -> "domain"; "server/config.ts" -> "config"; "scripts/plan.ts" -> "scripts". */
const roomOf = (file: string): string => {
  const [top = '', second = ''] = file.split('/');
  return top === 'server' ? second.replace(/\.ts$/, '') : top;
};

const complaint = (edge: ImportEdge): string | null => {
  const from = roomOf(edge.from);
  const room = floors[from];
  if (room === undefined) return `${edge.from}: no floor is declared for "${from}"`;
  if (edge.ours) {
    const to = roomOf(edge.to);
    const allowed = to === from || room.ours.includes('*') || room.ours.includes(to) || (room.others.includes('node') && to === 'root');
    if (to === 'scripts' && from !== 'scripts') return `${edge.from} imports ${edge.to}: nothing imports a command`;
    return allowed ? null : `${edge.from} imports ${edge.to}`;
  }
  const name = edge.to.startsWith('node:') ? 'node' : edge.to;
  return room.others.includes(name) ? null : `${edge.from} imports the package ${edge.to}`;
};

describe('the house', () => {
  const edges = readImports(['server', 'scripts']);

  it('has every room of server/ on a floor', () => {
    const rooms = readdirSync(join(repositoryRoot, 'server')).map((name) => name.replace(/\.ts$/, ''));
    expect(rooms.filter((room) => floors[room] === undefined)).to.deep.equal([]);
  });

  it('lets a room import what its floor allows and nothing else', () => {
    expect(edges.map(complaint).filter((line) => line !== null)).to.deep.equal([]);
  });

  it('has no circle of imports', () => {
    expect(findCircle(edges)).to.equal(null);
  });

  it('has no circle in the embedded store among the imports that run', () => {
    const running = readImports(['embedded-mongo/src']).filter((edge) => !edge.typeOnly);
    expect(findCircle(running)).to.equal(null);
  });

  it('opens the embedded store in one place alone', () => {
    const openers = edges.filter((edge) => edge.to === 'embedded-mongo').map((edge) => edge.from);
    expect([...new Set(openers)]).to.deep.equal(['server/persistence/open-store.ts']);
  });

  it('keeps the embedded store ignorant of the product', () => {
    const outward = readImports(['embedded-mongo']).filter((edge) => edge.ours && !edge.to.startsWith('embedded-mongo/'));
    expect(outward).to.deep.equal([]);
  });

  it('keeps clocks and dice out of the pure rooms', () => {
    const impure = pureAndWords
      .flatMap((room) => sourceFiles(`server/${room}`))
      .filter((file) =>
        /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bconsole\./.test(readFileSync(join(repositoryRoot, file), 'utf8')),
      );
    expect(impure).to.deep.equal([]);
  });

  it('keeps files to one noun: 300 lines at the most', () => {
    const long = ['server', 'scripts', 'test', 'embedded-mongo']
      .flatMap(sourceFiles)
      .map((file) => ({ file, lines: readFileSync(join(repositoryRoot, file), 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 300);
    expect(long).to.deep.equal([]);
  });

  it('keeps launchers in bin/ to 20 lines', () => {
    for (const file of ['bin/onsil.mjs', 'embedded-mongo/bin/embedded-mongo.mjs']) {
      expect(readFileSync(join(repositoryRoot, file), 'utf8').trimEnd().split('\n').length, file).to.be.at.most(20);
    }
  });

  describe('the reader of imports, which all of this rests on', () => {
    const seen = (text: string) => importsOf('server/domain/a.ts', text).map(({ to, typeOnly }) => ({ to, typeOnly }));

    it('sees every way to import', () => {
      expect(seen(`import { b } from '../catalog/b.js';`)).to.deep.equal([{ to: 'server/catalog/b.ts', typeOnly: false }]);
      expect(seen(`import type { b } from 'zod/v4';`)).to.deep.equal([{ to: 'zod', typeOnly: true }]);
      expect(seen(`import {\n  b,\n  c,\n} from 'node:fs';`)).to.deep.equal([{ to: 'node:fs', typeOnly: false }]);
      expect(seen(`import '@scope/name/part.js';`)).to.deep.equal([{ to: '@scope/name', typeOnly: false }]);
      expect(seen(`export * from './c.js';`)).to.deep.equal([{ to: 'server/domain/c.ts', typeOnly: false }]);
      expect(seen(`const d = await import('express');`)).to.deep.equal([{ to: 'express', typeOnly: false }]);
    });

    it('passes over comments', () => {
      expect(seen(`// import { b } from 'zod';\n/* import 'yaml'; */`)).to.deep.equal([]);
    });

    it('finds a circle', () => {
      const edge = (from: string, to: string): ImportEdge => ({ from, to, ours: true, typeOnly: false });
      expect(findCircle([edge('a', 'b'), edge('b', 'c'), edge('c', 'a')])).to.deep.equal(['a', 'b', 'c', 'a']);
      expect(findCircle([edge('a', 'b'), edge('a', 'c'), edge('b', 'c')])).to.equal(null);
    });
  });
});
