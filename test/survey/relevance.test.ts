import { expect } from 'chai';
import { parseExpression } from '../../server/expression/parse.js';
import type { Answers } from '../../server/survey/answer.js';
import type { Section, YesNoQuestion } from '../../server/survey/edition.js';
import { lookThrough } from '../../server/survey/relevance.js';

const question = (id: string, relevance: string | null): YesNoQuestion => ({
  id,
  code: 'Z1',
  page: id,
  type: 'yesNo',
  text: { ko: '시험', en: 'Test' },
  help: null,
  required: true,
  missing: [],
  carry: false,
  relevance: relevance === null ? null : parseExpression(relevance),
});
const section = (id: string, relevance: string | null, questions: readonly YesNoQuestion[]): Section => ({
  id,
  isModule: false,
  title: { ko: '시험', en: 'Test' },
  intro: null,
  relevance: relevance === null ? null : parseExpression(relevance),
  questions,
});

const sections = [section('A', null, [question('a', null)]), section('B', 'a', [question('b', null), question('c', 'b')])];
const saying = (said: Readonly<Record<string, boolean>>): Answers =>
  Object.fromEntries(
    Object.entries(said).map(([id, truth]) => [
      id,
      { state: 'answered', typed: { '': truth ? 'yes' : 'no' }, value: { kind: 'truth', truth } },
    ]),
  );
const relevances = (answers: Answers) => {
  const looked = lookThrough({ sections }, answers);
  return [looked.sections.get('B'), looked.questions.get('b')?.relevance, looked.questions.get('c')?.relevance];
};

describe('relevance', () => {
  it('of a section covers its questions', () => {
    expect(relevances(saying({ a: true, b: true }))).to.deep.equal([true, true, true]);
    expect(relevances(saying({ a: false, b: true }))).to.deep.equal([false, false, false]);
    expect(relevances(saying({ a: true, b: false }))).to.deep.equal([true, true, false]);
  });

  it('is unknown while what decides it is blank, unless something else settles it', () => {
    expect(relevances({})).to.deep.equal([null, null, null]);
    expect(relevances(saying({ b: false }))).to.deep.equal([null, null, false]);
    expect(relevances(saying({ a: true }))).to.deep.equal([true, true, null]);
  });
});
