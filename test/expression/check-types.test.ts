import { expect } from 'chai';
import { checkTypes, type Vocabulary } from '../../server/expression/check-types.js';
import { ExpressionError } from '../../server/expression/expression-error.js';
import type { Type } from '../../server/expression/functions.js';
import { parseExpression } from '../../server/expression/parse.js';
import { referencesOf, substitute } from '../../server/expression/walk.js';

const types: Readonly<Record<string, Type>> = { workers: 'number', contract: 'text', fuels: 'list', 'pv-installed': 'truth' };
const vocabulary: Vocabulary = { typeOf: (path) => types[path], questionFunction: () => undefined };
const typeOf = (source: string) => checkTypes(parseExpression(source), vocabulary);

describe('the type check of rules', () => {
  it('gives the type of what fits', () => {
    expect(typeOf("workers > 10 and contract = 'b' or pv-installed")).to.equal('truth');
    expect(typeOf('workers * 2')).to.equal('number');
    expect(typeOf("'coke' in fuels")).to.equal('truth');
    expect(typeOf('workers = unknown')).to.equal('truth');
    expect(typeOf('unknown')).to.equal('any');
  });

  const refused: readonly [string, string][] = [
    ['wrokers > 10', 'there is no question wrokers'],
    ['workers and true', 'workers is a number, not a truth'],
    ["workers > '10'", 'not a number'],
    ["workers = 'ten'", 'not a number'],
    ['workers in contract', 'not a list'],
    ['fuels = fuels', 'ask with "in"'],
    ['fuels in [1]', 'cannot be looked for'],
    ['[fuels]', 'cannot stand in a list'],
    ['squrt(2)', 'there is no function squrt'],
    ['constructor(2)', 'there is no function constructor'],
    ['log10()', 'takes 1 values'],
    ['log10(1, 2)', 'takes 1 values'],
    ['between(1, 2)', 'takes 3 values'],
    ['max()', 'takes 1 or more'],
    ['$q > 1', 'the parameter $q has no value'],
    ['not workers', 'not a truth'],
    ['-contract = 1', 'not a number'],
  ];
  for (const [source, reason] of refused) {
    it(`refuses ${source}`, () => {
      expect(() => typeOf(source)).to.throw(ExpressionError, reason);
    });
  }

  it('finds every question an expression looks at, once', () => {
    expect(referencesOf(parseExpression("max(workers, 1) > 2 and not (contract in ['a', workers])"))).to.deep.equal([
      'workers',
      'contract',
    ]);
  });

  it('puts values in the place of parameters, everywhere', () => {
    const filled = substitute(parseExpression('max($q, -$q) in [$q] and not $q > $limit'), {
      q: { kind: 'reference', path: 'workers' },
      limit: { kind: 'number', value: 3 },
    });
    expect(filled).to.deep.equal(parseExpression('max(workers, -workers) in [workers] and not workers > 3'));
  });
});
