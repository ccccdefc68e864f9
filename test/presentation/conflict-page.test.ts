import { expect } from 'chai';
import { conflictPage } from '../../server/presentation/conflict-page.js';
import { exampleForm } from './example-form.js';

describe('the page of a conflict', () => {
  const { edition, establishment, response } = exampleForm('foundry');
  const posted = new Map([
    ['_revision', ['3']],
    ['_asked', ['contract-power', 'electricity-bought']],
    ['contract-power', ['710']],
  ]);
  const page = conflictPage(
    {
      edition,
      establishment,
      response,
      path: '/responses/1/sections/C/contract-power',
      stored: new Map([
        ['contract-power', '700'],
        ['electricity-bought.m03', '5'],
      ]),
      typed: new Map([['contract-power', '710']]),
      questions: ['contract-power', 'electricity-bought'],
      posted,
    },
    'ko',
  );

  it('sets both versions side by side, in words', () => {
    expect(page.rows.map(({ stored, typed }) => [stored, typed])).to.deep.equal([
      ['700', '710'],
      ['3월: 5', '(비어 있음)'],
    ]);
  });

  it('sends everything typed again, with the revision that is stored now', () => {
    expect(page.mine.fields).to.deep.equal([
      { name: '_revision', value: '7' },
      { name: '_asked', value: 'contract-power' },
      { name: '_asked', value: 'electricity-bought' },
      { name: 'contract-power', value: '710' },
    ]);
  });
});
