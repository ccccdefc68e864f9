import { expect } from 'chai';
import { parseExpression } from '../../server/expression/parse.js';
import { conditionWords } from '../../server/presentation/condition-words.js';
import { exampleForm } from './example-form.js';

describe('the hint when a question is asked', () => {
  const { edition } = exampleForm(null);
  const said = (text: string, language: 'ko' | 'en' = 'en'): string => conditionWords(parseExpression(text), edition, language);

  it('names the question by its code and the answer by its words', () => {
    expect(said('pv-installed')).to.equal('Only if C6 is “Yes”');
    expect(said("'diesel' in fuels-used")).to.equal('Only if “Diesel” is chosen in D1');
    expect(said("'diesel' in fuels-used", 'ko')).to.equal('다음 경우에만 답하세요: D1번에서 ‘경유’ 선택');
    expect(said('answered(electricity-bought)')).to.equal('Only if C3 is answered');
  });

  it('joins conditions', () => {
    expect(said('pv-installed and heat-bought-any')).to.equal('Only if C6 is “Yes” and E1 is “Yes”');
  });

  it('names the questions a condition depends on when it has no words for it', () => {
    expect(said('workers-regular + workers-other > 300')).to.equal('Only if it applies, given your answer to B10, B11');
  });

  it('has a hint for every question that is not always asked, with a code in it', () => {
    const conditional = edition.sections.flatMap(({ questions }) => questions).filter(({ relevance }) => relevance !== null);
    expect(conditional.length).to.be.greaterThan(20);
    for (const { id, relevance } of conditional) {
      if (relevance !== null) expect(conditionWords(relevance, edition, 'ko'), id).to.match(/[A-Z]\d/);
    }
  });
});
