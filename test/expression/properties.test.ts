import { expect } from 'chai';
import fc from 'fast-check';
import { type Environment, evaluate } from '../../server/expression/evaluate.js';
import type { BinaryOperator, Expression } from '../../server/expression/expression.js';
import { parseExpression } from '../../server/expression/parse.js';
import { printExpression } from '../../server/expression/print.js';
import { and, not, or } from '../../server/expression/truth.js';

const empty: Environment = { reference: () => null, questionFunction: () => undefined };
const truth = fc.constantFrom(true, false, null);
const operator = fc.constantFrom<BinaryOperator>('or', 'and', '=', '!=', '<', '<=', '>', '>=', 'in', '+', '-', '*', '/');

const name = fc.constantFrom('diesel-used', 'a', 'city-gas-used.unit', 'e3', 'pv-capacity');

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'expression' },
    fc.double({ min: 0, max: 1e22, noNaN: true }).map((value): Expression => ({ kind: 'number', value: Math.abs(value) })),
    fc.string({ unit: 'grapheme' }).map((value): Expression => ({ kind: 'text', value })),
    truth.map((value): Expression => ({ kind: 'truth', value })),
    name.map((path): Expression => ({ kind: 'reference', path })),
    fc.constant<Expression>({ kind: 'parameter', name: 'q' }),
    tie('expression').map((operand): Expression => ({ kind: 'not', operand })),
    tie('expression').map((operand): Expression => ({ kind: 'negative', operand })),
    fc
      .tuple(operator, tie('expression'), tie('expression'))
      .map(([sign, left, right]): Expression => ({ kind: 'binary', operator: sign, left, right })),
    fc.array(tie('expression'), { maxLength: 3 }).map((items): Expression => ({ kind: 'list', items })),
    fc.array(tie('expression'), { maxLength: 3 }).map((given): Expression => ({ kind: 'call', name: 'max', arguments: given })),
  ),
}));

/** Expressions of truths alone, so that every one has a value. */
const { truths } = fc.letrec<{ truths: Expression }>((tie) => ({
  truths: fc.oneof(
    { maxDepth: 4 },
    truth.map((value): Expression => ({ kind: 'truth', value })),
    tie('truths').map((operand): Expression => ({ kind: 'not', operand })),
    fc
      .tuple(fc.constantFrom<BinaryOperator>('and', 'or'), tie('truths'), tie('truths'))
      .map(([sign, left, right]): Expression => ({ kind: 'binary', operator: sign, left, right })),
  ),
}));

describe('properties of the language of rules', () => {
  it('parses what it prints back into the same expression', () => {
    fc.assert(
      fc.property(expression, (one) => {
        expect(parseExpression(printExpression(one))).to.deep.equal(one);
      }),
      { numRuns: 500 },
    );
  });

  it('obeys De Morgan with three truths', () => {
    fc.assert(
      fc.property(truth, truth, (a, b) => {
        expect(not(and(a, b))).to.equal(or(not(a), not(b)));
        expect(not(or(a, b))).to.equal(and(not(a), not(b)));
      }),
    );
  });

  it('never turns a settled truth around when something unknown becomes known', () => {
    const filledIn = (one: Expression, value: boolean): Expression => {
      if (one.kind === 'truth') return one.value === null ? { kind: 'truth', value } : one;
      if (one.kind === 'not') return { ...one, operand: filledIn(one.operand, value) };
      return one.kind === 'binary' ? { ...one, left: filledIn(one.left, value), right: filledIn(one.right, value) } : one;
    };
    fc.assert(
      fc.property(truths, fc.boolean(), (one, value) => {
        const before = evaluate(one, empty);
        if (before !== null) expect(evaluate(filledIn(one, value), empty)).to.equal(before);
        else expect(evaluate(filledIn(one, value), empty)).to.be.a('boolean');
      }),
    );
  });
});
