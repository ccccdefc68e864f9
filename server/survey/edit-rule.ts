import type { Confidence } from '../domain/confidence.js';
import type { Expression } from '../expression/expression.js';
import type { Text } from './text.js';

/** A known way in which a quantity or a cost goes wrong: how far it is then from what it should be, and what probably happened. */
export interface Slip {
  readonly id: string;
  /** Which of the two answers would be corrected. */
  readonly of: 'quantity' | 'cost';
  /** That answer ÷ what it should be. */
  readonly ratio: number;
  /** |log10((answer ÷ expected) ÷ ratio)| is within this. */
  readonly tolerance: number;
  /** Whether a rule that knows the width of its band may put it in the place of the tolerance. */
  readonly wide: boolean;
  /**
   * The unit it is about and the one probably meant. `to` is null where that one is not offered: the number is corrected. Null: whichever
   * unit or number makes up for the ratio.
   */
  readonly units: { readonly from: string; readonly to: string | null } | null;
  readonly text: Text;
}

/** The correction a failed rule offers. */
export type SuggestionRule =
  /** Tries slips. `ratio` comes to the quantity ÷ the quantity one would expect from the cost. */
  | {
      readonly kind: 'slips';
      readonly quantity: string;
      /** Null: only the quantity can be wrong. */
      readonly cost: string | null;
      readonly ratio: Expression;
      readonly slips: readonly string[];
      /** How far from the ratio of a wide slip still counts as it, as a logarithm to base 10; null: what each slip says itself. */
      readonly tolerance: Expression | null;
    }
  /** Brings the months that stand out back into line with the others. */
  | { readonly kind: 'months'; readonly quantity: string; readonly text: Text }
  /** Puts each of two answers into the place of the other. */
  | { readonly kind: 'swap'; readonly quantity: string; readonly cost: string; readonly text: Text }
  /** Puts a number into one field; `part` is the part of its name behind the question. */
  | { readonly kind: 'put'; readonly question: string; readonly part: string; readonly value: Expression; readonly text: Text };

/** One edit rule for one case: the question or pair of questions it was expanded to. */
export interface EditRule {
  /** Rule and case: `E020:diesel-used`; the rule alone when it has one case. */
  readonly key: string;
  readonly rule: string;
  readonly level: 'error' | 'warning' | 'note';
  /** Name of the rule. */
  readonly label: Text;
  /** What must hold. True: fine; false: a finding; unknown: cannot tell, no finding. */
  readonly holds: Expression;
  /** The rule is looked at only when this is true; null: always. */
  readonly when: Expression | null;
  readonly questions: readonly string[];
  /** Rules before it: while one of them has a finding on the first question, this one is not looked at. A slip says more than "unusual". */
  readonly yieldsTo: readonly string[];
  /** With {name} where a value of `values` goes. */
  readonly text: Text;
  readonly wayOut: Text;
  readonly values: Readonly<Record<string, Expression>>;
  readonly suggestion: SuggestionRule | null;
  readonly origin: { readonly source: string; readonly locator: string; readonly confidence: Confidence };
}
