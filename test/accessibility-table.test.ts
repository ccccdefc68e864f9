import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { repositoryRoot } from '../server/root.js';

const read = (...path: readonly string[]): string => readFileSync(join(repositoryRoot, ...path), 'utf8');

const filesIn = (folder: string, ending: string): readonly { readonly name: string; readonly text: string }[] =>
  readdirSync(join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: read(folder, name) }));

/** Rows of the table under a heading of docs/accessibility.md, by their cells. */
const rowsUnder = (heading: string): readonly (readonly string[])[] => {
  const part = read('docs', 'accessibility.md')
    .split(/^## /m)
    .find((section) => section.startsWith(heading));
  if (part === undefined) throw new Error(`docs/accessibility.md has no section ${heading}`);
  return part
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
};

/** Titles of the cases and suites of a test file, as they stand in its source. */
const titlesIn = (file: string): readonly string[] =>
  [...read('test', file).matchAll(/\b(?:it|describe)\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`([^`]*)`)/g)].map(
    ([, single, double, back]) => (single ?? double ?? back ?? '').replace(/\\(.)/g, '$1'),
  );

/** Items under each guideline of KWCAG 2.2. */
const perGuideline = {
  '5.1': 1,
  '5.2': 1,
  '5.3': 3,
  '5.4': 4,
  '6.1': 4,
  '6.2': 2,
  '6.3': 1,
  '6.4': 4,
  '6.5': 4,
  '7.1': 1,
  '7.2': 2,
  '7.3': 4,
  '8.1': 1,
  '8.2': 1,
} as const;

const items = rowsUnder('The 33 items');
const beyond = rowsUnder('Beyond the 33');
const testsIn = (cells: readonly string[]): readonly string[] =>
  [...(cells.at(-1) ?? '').matchAll(/`([\w/.-]+\.test\.ts: [^`]+)`/g)].map(([, test]) => test ?? '');

describe('the table of docs/accessibility.md', () => {
  it('has a row for each of the 33 items of KWCAG 2.2', () => {
    expect(items).to.have.length(33);
    const ids = items.map(([id = '']) => id);
    const expected = Object.entries(perGuideline).flatMap(([guideline, count]) =>
      Array.from({ length: count }, (_, at) => `${guideline}.${at + 1}`),
    );
    expect(ids).to.deep.equal(expected);
  });

  it('says of each how it is met, and what holds it: a test, or what was seen on which day', () => {
    for (const cells of [...items, ...beyond]) {
      expect(cells.at(-2)?.trim(), cells[0]).not.to.equal('');
      const isSeen = /looked at \d{4}-\d\d-\d\d: ./.test(cells.at(-1) ?? '');
      expect(isSeen || testsIn(cells).length > 0, cells[0]).to.equal(true);
    }
  });

  it('names no test that does not exist', () => {
    const missing = [...items, ...beyond].flatMap(testsIn).filter((named) => {
      const cut = named.indexOf(': ');
      const [file, title] = [named.slice(0, cut), named.slice(cut + 2)];
      return !existsSync(join(repositoryRoot, 'test', file)) || !titlesIn(file).includes(title);
    });
    expect(missing).to.deep.equal([]);
  });
});

describe('what the pages are made of', () => {
  const templates = filesIn('views', '.hbs');
  const styles = filesIn('views/assets', '.css');
  const scripts = filesIn('server/browser', '.ts');

  it('no page has sound, film or anything that plays by itself', () => {
    expect(templates.length).to.be.greaterThan(30);
    for (const { name, text } of templates) expect(text, name).not.to.match(/<(audio|video|marquee|blink|embed|object|iframe)\b|autoplay/i);
    for (const { name, text } of styles) expect(text, name).not.to.match(/@keyframes|animation/);
  });

  it('every table has heads that say whether they head a row or a column', () => {
    for (const { name, text } of templates) {
      for (const [head] of text.matchAll(/<th\b[^>]*>/g)) expect(head, name).to.match(/scope="(row|col)"/);
      for (const [table] of text.matchAll(/<table[\s\S]*?<\/table>/g)) expect(table, name).to.match(/<th\b|<\/?tr|\{\{/);
    }
  });

  it('every page stands in the one frame, which says at the same place where help is found', () => {
    const frame = read('views', 'layouts', 'site.hbs');
    expect(frame).to.include('href="/help"').and.to.include('{{> contact shell.contact}}');
    for (const { name, text } of filesIn('views/pages', '.hbs')) expect(text, name).to.match(/^\{\{#> site\}\}[\s\S]*\{\{\/site\}\}\s*$/);
  });

  it('no script takes a letter as a command', () => {
    const listening = scripts.filter(({ text }) => /key(down|press|up)|accesskey/i.test(text));
    expect(listening.map(({ name }) => name)).to.deep.equal(['typing.ts']);
    expect(listening[0]?.text).to.match(/event\.key !== 'Enter'/);
    for (const { name, text } of templates) expect(text, name).not.to.match(/accesskey/i);
  });

  it('no script listens to gestures or to the movement of a device', () => {
    for (const { name, text } of scripts)
      expect(text, name).not.to.match(/touch(start|move|end)|gesture|devicemotion|deviceorientation|drag(start|over)/i);
  });
});
