/** An expression after parsing: a plain value that can be stored, sent to a browser and evaluated there without the parser. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  /** `true`, `false`, and `unknown` as null. */
  | { readonly kind: 'truth'; readonly value: boolean | null }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  /** A question, or a part of one behind a dot: `diesel-used`, `diesel-used.unit`. */
  | { readonly kind: 'reference'; readonly path: string }
  /** `$name`: stands for a value or a question that is put in when a rule is expanded over its cases. */
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'negative'; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] };

export type BinaryOperator = 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | '+' | '-' | '*' | '/';

/** What an expression can come to. Null is "unknown": it is never read as false, as zero or as an empty text. */
export type Value = boolean | number | string | readonly Value[] | null;
