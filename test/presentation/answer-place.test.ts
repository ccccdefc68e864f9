import { expect } from 'chai';
import { activityPlace, answerPlace } from '../../server/presentation/answer-place.js';
import { exampleForm } from './example-form.js';

describe('where an answer stands on its form', () => {
  const { edition } = exampleForm('foundry');

  it('is the code of the question, with row and column where it is a cell of a table', () => {
    expect(activityPlace('propane-used', edition, 'ko')?.code).to.equal('D3');
    expect(activityPlace('main-equipment.3', edition, 'ko')?.code).to.match(/^H\d+ 3행$/);
    expect(activityPlace('main-equipment.3', edition, 'ko')?.anchor).to.equal('row-main-equipment-3');
    const cell = { question: 'main-equipment', row: 3, column: 'size' };
    expect(answerPlace(cell, edition, 'en')?.code).to.match(/^H\d+ row 3 “.+”$/);
    expect(answerPlace({ question: 'nowhere' }, edition, 'en')).to.equal(null);
  });
});
