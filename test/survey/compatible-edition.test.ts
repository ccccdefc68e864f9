import { expect } from 'chai';
import { isStillAnswered } from '../../server/survey/compatible-edition.js';
import type { Edition, Question } from '../../server/survey/edition.js';
import { answersTo, edition } from './edition-under-test.js';

const withQuestions = (change: (question: Question) => Question | null): Pick<Edition, 'sections'> => ({
  sections: edition().sections.map((section) => ({
    ...section,
    questions: section.questions.flatMap((question) => change(question) ?? []),
  })),
});

describe('another version of an edition', () => {
  const answers = answersTo({ 'propane-used': '5', 'propane-used.unit': 'kg', shifts: 'two' });
  const still = (change: (question: Question) => Question | null): boolean => isStillAnswered(edition(), withQuestions(change), answers);

  it('still asks what was answered when words changed and other questions came or went', () => {
    expect(still((question) => ({ ...question, text: { ko: '다른 말', en: 'Other words' } }))).to.equal(true);
    expect(still((question) => (question.id === 'floor-area' ? null : question))).to.equal(true);
  });

  it('does not when an answered question is gone, or is of another type', () => {
    expect(still((question) => (question.id === 'shifts' ? null : question))).to.equal(false);
    expect(still((question) => (question.id === 'shifts' ? { ...question, type: 'yesNo' } : question))).to.equal(false);
  });

  it('does not when a unit or a choice that an answer may name is gone', () => {
    const lessUnits = (question: Question): Question =>
      question.id === 'propane-used' && question.type === 'quantity' ? { ...question, units: question.units.slice(1) } : question;
    const lessChoices = (question: Question): Question =>
      question.id === 'shifts' && question.type === 'choice' ? { ...question, choices: question.choices.slice(1) } : question;
    expect([still(lessUnits), still(lessChoices)]).to.deep.equal([false, false]);
  });
});
