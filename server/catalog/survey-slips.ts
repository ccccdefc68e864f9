import type { BinaryOperator, Expression } from '../expression/expression.js';
import type { Slip, SuggestionRule } from '../survey/edition.js';

const number = (value: number): Expression => ({ kind: 'number', value });
const binary = (operator: BinaryOperator, left: Expression, right: Expression): Expression => ({ kind: 'binary', operator, left, right });
const call = (name: string, ...given: readonly Expression[]): Expression => ({ kind: 'call', name, arguments: given });

/** |log10((answer ÷ expected) ÷ ratio)| <= tolerance, and the unit chosen is the one the slip is about. */
const recognized = (slip: Slip, { quantity, ratio, tolerance }: Extract<SuggestionRule, { kind: 'slips' }>): Expression => {
  const off = slip.of === 'quantity' ? binary('/', ratio, number(slip.ratio)) : binary('*', ratio, number(slip.ratio));
  const near = binary('<=', call('abs', call('log10', off)), tolerance ?? number(slip.tolerance));
  if (slip.units === null) return near;
  const unit = binary('=', { kind: 'reference', path: `${quantity}.unit` }, { kind: 'text', value: slip.units.from });
  return binary('and', unit, near);
};

/**
 * What holds while none of the slips a suggestion tries is recognized, so that a rule on slips says its ratio once. A slip that is not in
 * the file is left out; the check of the edition names it.
 */
export const noSlipHolds = (suggestion: Extract<SuggestionRule, { kind: 'slips' }>, slips: readonly Slip[]): Expression => {
  const tried = slips.filter(({ id }) => suggestion.slips.includes(id)).map((slip) => recognized(slip, suggestion));
  const [first = { kind: 'truth', value: false } as const, ...rest] = tried;
  return { kind: 'not', operand: rest.reduce<Expression>((all, one) => binary('or', all, one), first) };
};
