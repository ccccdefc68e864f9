import { expect } from 'chai';
import { type Correction, takenSuggestion } from '../../server/survey/correction.js';
import { type Origin, originsAfter, unconfirmed } from '../../server/survey/origin.js';
import { withoutQuestions } from '../../server/survey/without-questions.js';
import { answersTo, edition } from './edition-under-test.js';

const carried: Origin = { source: 'carried', roundId: 'last', confirmed: false };
const answers = answersTo({ shifts: 'one', 'main-products': '밸브', 'respondent-name': '예시 담당자' });
const saved = (given: Partial<Parameters<typeof originsAfter>[1]>) =>
  originsAfter({ shifts: carried, 'main-products': carried }, { answers, changed: [], seen: [], from: {}, ...given });

describe('where an answer came from', () => {
  it('stays as it is while nothing is said of it', () => {
    expect(saved({})).to.deep.equal({ shifts: carried, 'main-products': carried });
    expect(unconfirmed(saved({}))).to.deep.equal(['shifts', 'main-products']);
  });

  it('is confirmed where somebody looked, and gone where something else was typed', () => {
    expect(unconfirmed(saved({ seen: ['shifts'] }))).to.deep.equal(['main-products']);
    expect(saved({ changed: ['shifts'], seen: ['shifts'] })).to.deep.equal({ 'main-products': carried });
  });

  it('is what filled it in, and nothing where it is blank now', () => {
    const report: Origin = { source: 'energyReport', roundId: null, confirmed: false };
    expect(saved({ changed: ['shifts'], from: { shifts: report } }).shifts).to.deep.equal(report);
    const blank = { ...answers, shifts: { state: 'blank', typed: {} } as const };
    expect(saved({ answers: blank, changed: ['shifts'], from: { shifts: report } }).shifts).to.equal(undefined);
  });

  it('goes with the answer when it is erased, and so does what was corrected in it', () => {
    const by = { role: 'respondent', accountId: null };
    const correction = (question: string): Correction => ({ finding: null, question, fields: [], by, at: new Date(0), revision: 1 });
    const kept = {
      answers,
      origins: { shifts: carried, 'respondent-name': carried },
      corrections: [correction('respondent-name'), correction('shifts')],
    };
    const left = withoutQuestions(kept, ['respondent-name']);
    expect(JSON.stringify(left)).not.to.include('respondent-name').and.not.to.include('담당자');
    expect(left.corrections).to.have.length(1);
  });
});

describe('what a page says of a suggestion that was taken', () => {
  const read = (note: unknown) =>
    takenSuggestion(edition(), 'E006:electricity-bought', typeof note === 'string' ? note : JSON.stringify(note));
  const unit = 'electricity-bought.unit';

  it('is read', () => {
    expect(read({ raw: { [unit]: 'MWh' }, suggested: { [unit]: 'kWh' } })).to.deep.equal({
      finding: 'E006:electricity-bought',
      raw: { [unit]: 'MWh' },
      suggested: { [unit]: 'kWh' },
    });
  });

  it('is nothing where no page of ours says it', () => {
    for (const note of [
      'not json',
      'null',
      '[]',
      { raw: {} },
      { raw: {}, suggested: {} },
      { raw: {}, suggested: { 'no-such-question': '1' } },
      { raw: { [unit]: 5 }, suggested: { [unit]: 'kWh' } },
      { raw: {}, suggested: { [unit]: 'x'.repeat(6000) } },
      { raw: {}, suggested: Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`electricity-bought.m${at}`, '1'])) },
    ])
      expect(read(note), JSON.stringify(note).slice(0, 60)).to.equal(null);
  });
});
