import type { Expression } from '../expression/expression.js';
import type { Slip, SuggestionRule } from '../survey/edition.js';

const number = (value: number): Expression => ({ kind: 'number', value });

type Tried = Extract<SuggestionRule, { kind: 'slips' }>;

/** The ratio a slip would show, and how far from it still counts, as `offBy` takes them. */
const pair = (slip: Slip, { tolerance }: Tried): readonly Expression[] => [
  number(slip.of === 'quantity' ? slip.ratio : 1 / slip.ratio),
  slip.wide && tolerance !== null ? tolerance : number(slip.tolerance),
];

/**
 * What holds while none of the slips a suggestion tries is recognized, so that a rule on slips says its ratio once. A slip that is not in
 * the file, or is about a unit the question does not offer, is left out; the check of the edition names the former.
 */
export const noSlipHolds = (suggestion: Tried, slips: readonly Slip[], offered: readonly string[]): Expression => {
  const tried = slips.filter(({ id, units }) => suggestion.slips.includes(id) && (units === null || offered.includes(units.from)));
  const units = [...new Set(tried.map((slip) => slip.units?.from ?? null))];
  const recognized = units.map((unit): Expression => {
    const pairs = tried.filter((slip) => (slip.units?.from ?? null) === unit).flatMap((slip) => pair(slip, suggestion));
    const off: Expression = { kind: 'call', name: 'offBy', arguments: [suggestion.ratio, ...pairs] };
    if (unit === null) return off;
    const chosen: Expression = {
      kind: 'binary',
      operator: '=',
      left: { kind: 'reference', path: `${suggestion.quantity}.unit` },
      right: { kind: 'text', value: unit },
    };
    return { kind: 'binary', operator: 'and', left: chosen, right: off };
  });
  const [first = { kind: 'truth', value: false } as const, ...rest] = recognized;
  return {
    kind: 'not',
    operand: rest.reduce<Expression>((all, one) => ({ kind: 'binary', operator: 'or', left: all, right: one }), first),
  };
};
