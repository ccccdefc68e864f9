import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { baseYearProblems } from '../../server/problem/base-year-problems.js';
import { consolidationProblems } from '../../server/problem/consolidation-problems.js';
import { inventoryProblems } from '../../server/problem/inventory-problems.js';
import { sentenceOf } from '../../server/problem/problem.js';
import { uncertaintyProblems } from '../../server/problem/uncertainty-problems.js';
import { repositoryRoot } from '../../server/root.js';

const places = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();

/** The codes the domain can raise, as its source names them. */
const raised = (): string[] => {
  const folder = join(repositoryRoot, 'server', 'domain');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const text = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const patterns = [
    /refuse\(\s*'(\w+)'/g,
    /\bcode: '(\w+)'/g,
    /\bfault\('(\w+)'/g,
    /'(unknown[A-Z]\w+)'/g,
    /return '(n(?:umber|egative)\w+)'/g,
  ];
  return [...new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')))];
};

/** What the domain can find wrong, in all of its catalogs. */
const catalog = { ...inventoryProblems, ...uncertaintyProblems, ...consolidationProblems, ...baseYearProblems };

describe('the problems of activity data', () => {
  it('have sentences for every code the domain raises', () => {
    const known = Object.keys(catalog);
    expect(raised().length).to.be.above(30);
    expect(raised().filter((code) => !known.includes(code) && code !== 'unknownEnergy')).to.deep.equal([]);
  });

  it('are worded in both languages with the same values', () => {
    for (const [code, kind] of Object.entries(catalog)) {
      expect(kind.status, code).to.be.within(400, 422);
      expect(kind.ko, code).to.match(/\p{Script=Hangul}/u);
      expect(kind.en, code).to.not.match(/\p{Script=Hangul}/u);
      // What has a Korean name of its own comes as a second value; all others are shared.
      expect(
        places(kind.ko).map((name) => name.replace(/Ko$/, '')),
        code,
      ).to.include.members(places(kind.en).filter((name) => name !== 'set'));
    }
  });

  it('put the values in', () => {
    expect(sentenceOf(inventoryProblems.numberTooLarge, { given: '2e15', most: 1e15 })).to.deep.equal({
      en: '2e15 is larger than 1000000000000000; check the unit',
      ko: '2e15은(는) 1000000000000000보다 큽니다. 단위를 확인하세요',
    });
  });
});
