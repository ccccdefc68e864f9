import { expect } from 'chai';
import { accessProblems } from '../../server/problem/access-problems.js';
import type { ProblemKind } from '../../server/problem/problem.js';
import { siteProblems } from '../../server/problem/site-problems.js';

const placeholders = (sentence: string): readonly string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string).sort();

describe('the problems of access and of the site', () => {
  for (const [code, kind] of Object.entries<ProblemKind>({ ...accessProblems, ...siteProblems }))
    it(`${code} is said in both languages, with the same values, and has a status of failure`, () => {
      expect(kind.status).to.be.within(400, 599);
      expect(kind.ko).to.match(/[가-힣]/);
      expect(kind.en).not.to.match(/[가-힣]/);
      expect(placeholders(kind.ko)).to.deep.equal(placeholders(kind.en));
    });
});
