import type { Expression } from '../../expression/expression.js';
import { printExpression } from '../../expression/print.js';
import type { Question } from '../edition.js';
import { partName } from './names.js';

/** What has no counterpart in XLSForm, and why. */
export class Untranslatable extends Error {
  constructor(
    readonly part: string,
    readonly reason: string,
  ) {
    super(`${part}: ${reason}`);
    this.name = 'Untranslatable';
  }
}

type Find = (question: string) => Question | undefined;

/** How tightly a piece binds; what binds less than its surroundings is put in parentheses. */
interface Piece {
  readonly text: string;
  readonly strength: number;
}

const strengths = { or: 1, and: 2, equality: 3, comparison: 4, sum: 5, product: 6, value: 8 } as const;
const value = (text: string): Piece => ({ text, strength: strengths.value });
const inside = ({ text, strength }: Piece, least: number): string => (strength < least ? `(${text})` : text);

const field = (name: string): string => `\${${name}}`;

const quoted = (text: string): string => {
  if (!text.includes("'")) return `'${text}'`;
  if (!text.includes('"')) return `"${text}"`;
  throw new Untranslatable(text, 'a text with both kinds of quotation marks');
};

const refuse = (expression: Expression, reason: string): never => {
  throw new Untranslatable(printExpression(expression), reason);
};

/** An expression as a truth: a question answered by yes or no is compared with its choice. */
const truthOf = (expression: Expression, find: Find): Piece => {
  if (expression.kind !== 'reference') return pieceOf(expression, find);
  const question = find(expression.path);
  if (question?.type === 'yesNo') return { text: `${field(question.id)} = 'yes'`, strength: strengths.equality };
  if (question?.type === 'consent') return { text: `${field(question.id)} = 'OK'`, strength: strengths.equality };
  return refuse(expression, 'it is no question answered by yes or no');
};

const referenceOf = (expression: Extract<Expression, { kind: 'reference' }>, find: Find): Piece => {
  const [id = '', part = ''] = expression.path.split('.');
  const question = find(id);
  if (question === undefined) return refuse(expression, 'there is no such question');
  if (part !== 'unit') return value(field(id));
  const isChosen = 'units' in question && question.units.length > 1;
  return isChosen ? value(field(partName(id, 'unit'))) : refuse(expression, 'its unit is no field of its own');
};

const operators: Readonly<Record<string, readonly [string, number]>> = {
  or: ['or', strengths.or],
  and: ['and', strengths.and],
  '=': ['=', strengths.equality],
  '!=': ['!=', strengths.equality],
  '<': ['<', strengths.comparison],
  '<=': ['<=', strengths.comparison],
  '>': ['>', strengths.comparison],
  '>=': ['>=', strengths.comparison],
  '+': ['+', strengths.sum],
  '-': ['-', strengths.sum],
  '*': ['*', strengths.product],
  '/': ['div', strengths.product],
};

const membershipOf = (expression: Extract<Expression, { kind: 'binary' }>, find: Find): Piece => {
  const { left, right } = expression;
  if (right.kind === 'reference') {
    const isChoices = find(right.path)?.type === 'choices' && left.kind === 'text';
    return isChoices ? value(`selected(${field(right.path)}, ${quoted(left.value)})`) : refuse(expression, 'it is no choice of a question');
  }
  if (right.kind !== 'list' || right.items.length === 0) return refuse(expression, 'it is no list');
  const one = inside(pieceOf(left, find), strengths.equality + 1);
  const all = right.items.map((item) => `${one} = ${inside(pieceOf(item, find), strengths.equality + 1)}`);
  return { text: all.join(' or '), strength: all.length === 1 ? strengths.equality : strengths.or };
};

const answeredOf = (question: Question): Piece => {
  if (question.type === 'table') return { text: `count(${field(question.id)}) > 0`, strength: strengths.comparison };
  // Of twelve months and a total a calculation says whether any was filled in.
  if (question.type === 'monthly') return { text: `${field(partName(question.id, 'answered'))} = 'yes'`, strength: strengths.equality };
  return { text: `${field(question.id)} != ''`, strength: strengths.equality };
};

const plain: Readonly<Record<string, (pieces: readonly Piece[]) => Piece>> = {
  abs: ([x]) => value(`abs(${x?.text})`),
  log10: ([x]) => value(`log10(${x?.text})`),
  round: ([x]) => value(`round(${x?.text}, 0)`),
  min: (all) => value(`min(${all.map(({ text }) => text).join(', ')})`),
  max: (all) => value(`max(${all.map(({ text }) => text).join(', ')})`),
  sum: (all) => ({
    text: all.map((one) => inside(one, strengths.sum + 1)).join(' + '),
    strength: all.length === 1 ? strengths.value : strengths.sum,
  }),
  between: ([x, low, high]) => {
    const side = (piece: Piece | undefined): string => inside(piece as Piece, strengths.comparison + 1);
    return { text: `${side(x)} >= ${side(low)} and ${side(x)} <= ${side(high)}`, strength: strengths.and };
  },
  startsWith: ([text, ...starts]) => {
    const each = starts.map((start) => `starts-with(${text?.text}, ${start.text})`);
    return { text: each.join(' or '), strength: each.length === 1 ? strengths.value : strengths.or };
  },
};

const callOf = (expression: Extract<Expression, { kind: 'call' }>, find: Find): Piece => {
  const [first] = expression.arguments;
  const question = first?.kind === 'reference' ? find(first.path) : undefined;
  if (question !== undefined) {
    const { id, type } = question;
    if (expression.name === 'answered') return answeredOf(question);
    if (expression.name === 'amount' && type === 'quantity') return value(field(id));
    if (expression.name === 'orZero') return value(`coalesce(${field(id)}, 0)`);
    if (expression.name === 'annual' && type === 'monthly') return value(field(partName(id, 'annual')));
    if (expression.name === 'annualGiven' && type === 'monthly')
      return { text: `${field(partName(id, 'annual'))} != ''`, strength: strengths.equality };
    if (expression.name === 'yearOf' && type === 'date') return value(`number(format-date(${field(id)}, '%Y'))`);
  }
  const make = Object.hasOwn(plain, expression.name) ? plain[expression.name] : undefined;
  if (make === undefined) return refuse(expression, `XLSForm has no ${expression.name}`);
  return make(expression.arguments.map((part) => pieceOf(part, find)));
};

const pieceOf = (expression: Expression, find: Find): Piece => {
  switch (expression.kind) {
    case 'number':
      return value(String(expression.value));
    case 'text':
      return value(quoted(expression.value));
    case 'truth':
      return expression.value === null ? refuse(expression, 'XLSForm has no unknown') : value(expression.value ? 'true()' : 'false()');
    case 'reference':
      return referenceOf(expression, find);
    case 'not':
      return value(`not(${truthOf(expression.operand, find).text})`);
    case 'negative':
      return { text: `-${inside(pieceOf(expression.operand, find), strengths.value)}`, strength: strengths.product };
    case 'call':
      return callOf(expression, find);
    case 'binary': {
      if (expression.operator === 'in') return membershipOf(expression, find);
      const [operator, strength] = operators[expression.operator] as readonly [string, number];
      const side = expression.operator === 'or' || expression.operator === 'and' ? truthOf : pieceOf;
      const left = inside(side(expression.left, find), strength);
      return { text: `${left} ${operator} ${inside(side(expression.right, find), strength + 1)}`, strength };
    }
    default:
      return refuse(expression, 'XLSForm has no such value');
  }
};

/**
 * A condition in the language of XLSForm (XPath). Where nothing is known yet the two differ: a blank counts as an empty text there, so that
 * `not (… in q)` holds before q is answered.
 * Throws Untranslatable.
 */
export const toXPath = (condition: Expression, find: Find): string => truthOf(condition, find).text;
