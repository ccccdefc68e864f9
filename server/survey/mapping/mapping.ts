import type { Category } from '../../domain/categories.js';
import type { Expression } from '../../expression/expression.js';
import type { Text } from '../text.js';

/** What stands in a field of an activity: a word of the calculation, a number, a truth. */
export type Word = string | number | boolean;

/** An answer to a question, or of a column of the same row. */
export interface AnswerBinding {
  readonly kind: 'answer';
  readonly from: string;
  /** What each choice means; null: the choice gives no value. A choice without words stands for itself. */
  readonly words: Readonly<Record<string, Word | null>> | null;
  /** Choices under which the value is assumed, with what is said of it. */
  readonly assumed: Readonly<Record<string, Text>>;
  /** A number is multiplied by it: 0.01 makes a share of a percentage. */
  readonly times: number;
  /** Without it there is no activity, even where the calculation would do without. */
  readonly needed: boolean;
}

/** What amounts come to together, less others. One that is not asked or does not apply is nothing; of a missing one nothing is known. */
export interface SumBinding {
  readonly kind: 'sum';
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  /** Whose amount is taken, aloud, where one of the others is missing. */
  readonly orElse: string | null;
  readonly needed: boolean;
}

/** Where a field of an activity comes from. */
export type Binding =
  /** The same for everybody. */
  | { readonly kind: 'constant'; readonly value: Word }
  | AnswerBinding
  | SumBinding
  /** What an expression comes to. */
  | { readonly kind: 'expression'; readonly is: Expression; readonly needed: boolean }
  /** An object, field by field. */
  | { readonly kind: 'object'; readonly fields: Bindings }
  /** A list, entry by entry; an entry whose amount is missing or zero is none. */
  | { readonly kind: 'entries'; readonly entries: readonly Bindings[] }
  /** A list with an entry for each row of a table. */
  | { readonly kind: 'rows'; readonly table: string; readonly fields: Bindings };

/** By the key of the field, as the category declares it. */
export type Bindings = Readonly<Record<string, Binding>>;

/** What stands in for a quantity that is not known: what was paid for it. */
export interface MoneyMapping {
  /** The cost: a question of money, or twelve months in won. */
  readonly from: string;
  /** What was bought: `electricity`, or a fuel that there is a price of. */
  readonly price: Binding;
  readonly vatIncluded: boolean;
  /** Whether the cost alone will do where the quantity is required. */
  readonly isEnough: boolean;
  /** The contract of electricity, as far as it is asked; a choice without words is a contract whose tariff is not known. */
  readonly contract: Readonly<Partial<Record<'contract' | 'voltage' | 'option', AnswerBinding>>>;
  /** kW. */
  readonly contractPower: string | null;
}

/** How an answer becomes an activity: the category, and where each of its fields comes from. */
export interface ActivityMapping {
  readonly kind: 'activity';
  readonly category: Category;
  /** Of several mappings the first counts whose condition is true; null: always. In a table it may name columns. */
  readonly when: Expression | null;
  /** Of a table: an activity for each row, or one for all of it. */
  readonly each: 'answer' | 'row';
  readonly fields: Bindings;
  /** The choice question on what the quantity rests on; null: nobody asks, so its quality is not known. */
  readonly qualityFrom: string | null;
  readonly money: MoneyMapping | null;
}

/** Answers that are told and not counted, with the reason. */
export interface LeftOutMapping {
  readonly kind: 'leftOut';
  readonly when: Expression | null;
  readonly each: 'answer' | 'row';
  readonly why: Text;
}

export type Mapping = ActivityMapping | LeftOutMapping;
