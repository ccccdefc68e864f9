import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { repositoryRoot } from '../server/root.js';
import { sourceFiles } from './support/imports.js';

/** A row of one of the tables of docs/security.md. */
interface Row {
  readonly id: string;
  readonly cells: readonly string[];
  readonly applies: string;
  /** "http/output.test.ts: title" */
  readonly tests: readonly string[];
}

const page = readFileSync(join(repositoryRoot, 'docs', 'security.md'), 'utf8');

const rowsUnder = (heading: string): readonly Row[] => {
  const part = page.split(/^## /m).find((section) => section.startsWith(heading));
  if (part === undefined) throw new Error(`docs/security.md has no section ${heading}`);
  return part
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => {
      const cells = line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''));
      const tests = [...(cells.at(-1) ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
      return { id: cells[0] ?? '', cells, applies: cells.at(-3) ?? '', tests };
    });
};

/** Titles of the cases and suites of a test file, as they stand in its source. */
const titlesIn = (file: string): readonly string[] =>
  [
    ...readFileSync(join(repositoryRoot, 'test', file), 'utf8').matchAll(
      /\b(?:it|describe)\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`([^`]*)`)/g,
    ),
  ].map(([, single, double, back]) => (single ?? double ?? back ?? '').replace(/\\(.)/g, '$1'));

/** Requirements of each chapter at levels 1 and 2, as the published list counts them. */
const perChapter = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7] as const;

const asvs = rowsUnder('OWASP ASVS');
const kisa = rowsUnder('소프트웨어 개발보안');
const all = [...asvs, ...kisa];

describe('the tables of docs/security.md', () => {
  it('have a row for every requirement of ASVS 5.0 at levels 1 and 2, and for every item of the Korean guide', () => {
    expect(asvs.map(({ id }) => id)).to.have.length(253);
    expect(new Set(asvs.map(({ id }) => id)).size).to.equal(253);
    const chapters = perChapter.map((_, index) => asvs.filter(({ id }) => id.startsWith(`${index + 1}.`)).length);
    expect(chapters).to.deep.equal([...perChapter]);
    expect(kisa.map(({ id }) => Number(id))).to.deep.equal(Array.from({ length: 49 }, (_, index) => index + 1));
  });

  it('say of each whether it applies, and where', () => {
    for (const { id, cells, applies } of all) {
      expect(applies, id).to.match(/^(yes|no|partly|operator|deviation)$/);
      expect(cells.at(-2)?.trim(), `${id}: where`).not.to.equal('');
    }
  });

  it('name no test that does not exist', () => {
    const named = new Set(all.flatMap(({ tests }) => tests));
    expect(named.size).to.be.above(60);
    const missing = [...named].filter((name) => {
      const cut = name.indexOf(': ');
      const [file, title] = [name.slice(0, cut), name.slice(cut + 2)];
      return !existsSync(join(repositoryRoot, 'test', file)) || !titlesIn(file).includes(title);
    });
    expect(missing).to.deep.equal([]);
  });

  it('name no file or folder of ours that does not exist', () => {
    const files = new Set([...sourceFiles('server'), ...sourceFiles('scripts')]);
    const folders = new Set([...files].map((file) => file.slice(0, file.lastIndexOf('/'))));
    const named = all.flatMap(({ id, cells }) =>
      [...(cells.at(-2) ?? '').matchAll(/`((?:server\/)?[\w/-]+\.ts|(?:server\/)?[\w-]+\/)`/g)].map(
        ([, path]) => [id, path ?? ''] as const,
      ),
    );
    const missing = named.filter(([, path]) => {
      const whole = path.startsWith('server/') ? path : `server/${path}`;
      return (
        !files.has(whole) &&
        !folders.has(whole.replace(/\/$/, '')) &&
        ![...files].some((file) => file.endsWith(`/${path}`)) &&
        !existsSync(join(repositoryRoot, path))
      );
    });
    expect(missing).to.deep.equal([]);
  });

  it('have a test for most of what applies', () => {
    const applying = all.filter(({ applies }) => applies === 'yes');
    expect(applying.filter(({ tests }) => tests.length === 0).map(({ id, cells }) => `${id} ${cells[1]}`)).to.have.length.below(4);
  });
});
