import type { BinaryOperator, Expression } from '../../expression/expression.js';
import { parseXPath, type XPath } from './xpath-parse.js';
import { UnreadXPath } from './xpath-tokens.js';

/** What a condition needs to know of a field it names. */
export interface NamedField {
  /** The question of ours. */
  readonly id: string;
  /** As our questions are typed; `other`: nothing can be asked of it. */
  readonly type:
    | 'text'
    | 'date'
    | 'yesNo'
    | 'consent'
    | 'choice'
    | 'choices'
    | 'codeList'
    | 'number'
    | 'money'
    | 'quantity'
    | 'monthly'
    | 'table'
    | 'other';
  /** What of the question the field holds; "" is the answer itself, `other` what no condition of ours can look at. */
  readonly part: '' | 'unit' | 'annual' | 'answered' | 'other';
  /** The choice that a name of the XLSForm means. */
  readonly choice: (name: string) => string;
}

/** Undefined when no field of that name stands before. */
export type FindField = (name: string) => NamedField | undefined;

const reference = (path: string): Expression => ({ kind: 'reference', path });
const text = (value: string): Expression => ({ kind: 'text', value });
const call = (name: string, ...parts: readonly Expression[]): Expression => ({ kind: 'call', name, arguments: parts });
const not = (operand: Expression): Expression => ({ kind: 'not', operand });
const binary = (operator: BinaryOperator, left: Expression, right: Expression): Expression => ({ kind: 'binary', operator, left, right });

const fail = (reason: string, at: number): never => {
  throw new UnreadXPath(reason, at);
};

const isText = (part: XPath, value?: string): part is Extract<XPath, { kind: 'text' }> =>
  part.kind === 'text' && (value === undefined || part.value === value);

class Reader {
  constructor(private readonly find: FindField) {}

  /** A condition that is true or false. */
  truth(part: XPath): Expression {
    if (part.kind === 'binary') {
      const { operator, left, right, at } = part;
      if (operator === 'and' || operator === 'or') return binary(operator, this.truth(left), this.truth(right));
      if (operator === '=' || operator === '!=') return this.equality(operator, left, right, at);
      if (['<', '<=', '>', '>='].includes(operator)) return this.comparison(operator as BinaryOperator, left, right);
      return fail(`${operator} gives a number, not true or false`, at);
    }
    if (part.kind !== 'call') return fail('a condition is needed here', 'at' in part ? part.at : 0);
    return this.truthOfCall(part);
  }

  private truthOfCall(part: Extract<XPath, { kind: 'call' }>): Expression {
    const [first, second] = part.arguments;
    switch (part.name) {
      case 'true':
      case 'false':
        return { kind: 'truth', value: part.name === 'true' };
      case 'not':
        return first === undefined || second !== undefined ? fail('not() takes one condition', part.at) : not(this.truth(first));
      case 'selected': {
        if (first?.kind !== 'field' || second?.kind !== 'text') return fail('selected() takes a question and a text', part.at);
        const field = this.field(first.name, first.at);
        if (field.type === 'choices') return binary('in', text(field.choice(second.value)), reference(field.id));
        return field.type === 'choice' ? this.isChoice(field, second.value) : fail(`${first.name} is no question with choices`, first.at);
      }
      case 'starts-with':
        if (first === undefined || second?.kind !== 'text') return fail('starts-with() takes a question and a text', part.at);
        return call('startsWith', this.ofText(first), text(second.value));
      default:
        return fail(`${part.name}() is not read in a condition`, part.at);
    }
  }

  private field(name: string, at: number): NamedField {
    return this.find(name) ?? fail(`no question ${name} stands before this one`, at);
  }

  private isChoice(field: NamedField, name: string): Expression {
    return binary('=', reference(field.id), text(field.choice(name)));
  }

  private equality(operator: '=' | '!=', one: XPath, other: XPath, at: number): Expression {
    const [left, right] = one.kind === 'field' ? [one, other] : other.kind === 'field' ? [other, one] : [one, other];
    if (left.kind === 'field' && right.kind === 'text') return this.equalsText(operator, left, right.value);
    if (left.kind === 'field' && this.isTextual(left)) return binary(operator, this.ofText(left), this.ofText(right));
    return isText(left) || isText(right) ? fail('only questions are compared with texts', at) : this.comparison(operator, one, other);
  }

  private isTextual(part: Extract<XPath, { kind: 'field' }>): boolean {
    const field = this.field(part.name, part.at);
    return field.part === 'unit' || (field.part === '' && ['text', 'choice', 'codeList'].includes(field.type));
  }

  private equalsText(operator: '=' | '!=', { name, at }: Extract<XPath, { kind: 'field' }>, value: string): Expression {
    const field = this.field(name, at);
    const { part } = field;
    const sure = (expression: Expression): Expression => (operator === '=' ? expression : not(expression));
    if (part === 'answered' && value === 'yes') return sure(call('answered', reference(field.id)));
    if (part === 'answered' || part === 'other') return fail(`${name} cannot be asked about`, at);
    if (value === '') {
      if (part === 'unit' || (field.type === 'monthly' && part === '')) return fail(`whether ${name} is empty cannot be asked`, at);
      const given = call(part === 'annual' ? 'annualGiven' : 'answered', reference(field.id));
      return operator === '!=' ? given : not(given);
    }
    if (part === 'unit') return binary(operator, reference(`${field.id}.unit`), text(value));
    if (field.type === 'yesNo') {
      const answer = field.choice(value);
      if (answer !== 'yes' && answer !== 'no') return fail(`${name} is answered by yes or no, never by "${value}"`, at);
      return (answer === 'yes') === (operator === '=') ? reference(field.id) : not(reference(field.id));
    }
    if (field.type === 'consent') return value === 'OK' ? sure(reference(field.id)) : fail(`${name} is ticked or not`, at);
    if (field.type === 'choice') return binary(operator, reference(field.id), text(field.choice(value)));
    if (field.type === 'choices') return fail(`use selected(\${${name}}, '${value}')`, at);
    if (field.type === 'codeList' || field.type === 'text') return binary(operator, reference(field.id), text(value));
    return fail(`${name} is a number and "${value}" a text`, at);
  }

  private comparison(operator: BinaryOperator, left: XPath, right: XPath): Expression {
    const isCount = left.kind === 'call' && left.name === 'count' && left.arguments[0]?.kind === 'field';
    if (isCount && operator === '>' && right.kind === 'number' && right.value === 0) {
      const table = left.arguments[0] as Extract<XPath, { kind: 'field' }>;
      return call('answered', reference(this.field(table.name, table.at).id));
    }
    return binary(operator, this.ofNumber(left), this.ofNumber(right));
  }

  private ofText(part: XPath): Expression {
    if (part.kind === 'text') return text(part.value);
    if (part.kind !== 'field') return fail('a text is needed here', 'at' in part ? part.at : 0);
    const field = this.field(part.name, part.at);
    if (field.part === 'unit') return reference(`${field.id}.unit`);
    return field.part === '' && ['text', 'choice', 'codeList'].includes(field.type)
      ? reference(field.id)
      : fail(`${part.name} is no text`, part.at);
  }

  private ofNumber(part: XPath): Expression {
    switch (part.kind) {
      case 'number':
        return { kind: 'number', value: part.value };
      case 'negative':
        return { kind: 'negative', operand: this.ofNumber(part.operand) };
      case 'field':
        return this.numberOfField(part);
      case 'binary': {
        const operators: Readonly<Record<string, BinaryOperator>> = { '+': '+', '-': '-', '*': '*', div: '/' };
        const operator = operators[part.operator] ?? fail(`${part.operator} gives no number that is read`, part.at);
        return binary(operator, this.ofNumber(part.left), this.ofNumber(part.right));
      }
      case 'call':
        return this.numberOfCall(part);
      default:
        return fail('a number is needed here', 'at' in part ? part.at : 0);
    }
  }

  private numberOfField({ name, at }: Extract<XPath, { kind: 'field' }>): Expression {
    const field = this.field(name, at);
    const { part } = field;
    if (part !== '' && part !== 'annual') return fail(`${name} is no number`, at);
    if (field.type === 'number' || field.type === 'money') return reference(field.id);
    if (field.type === 'quantity' && part === '') return call('amount', reference(field.id));
    if (field.type === 'monthly' && part === 'annual') return call('annual', reference(field.id));
    return fail(`${name} is no number`, at);
  }

  private numberOfCall(part: Extract<XPath, { kind: 'call' }>): Expression {
    const [first, second] = part.arguments;
    const isZero = second?.kind === 'number' && second.value === 0;
    switch (part.name) {
      case 'number':
        if (first?.kind === 'call' && first.name === 'format-date' && first.arguments[0]?.kind === 'field') {
          const date = this.field(first.arguments[0].name, first.at);
          const isYear = date.type === 'date' && first.arguments[1] !== undefined && isText(first.arguments[1], '%Y');
          return isYear ? call('yearOf', reference(date.id)) : fail('of a date the year alone is read', first.at);
        }
        return first === undefined ? fail('number() takes a value', part.at) : this.ofNumber(first);
      case 'coalesce':
        if (first?.kind !== 'field' || !isZero) return fail('coalesce() is read with a number and 0', part.at);
        return call('orZero', reference(this.field(first.name, first.at).id));
      case 'round':
        if (first === undefined || (second !== undefined && !isZero)) return fail('round() is read without decimals', part.at);
        return call('round', this.ofNumber(first));
      case 'abs':
      case 'log10':
      case 'min':
      case 'max':
        return call(part.name, ...part.arguments.map((one) => this.ofNumber(one)));
      default:
        return fail(`${part.name}() is not read`, part.at);
    }
  }
}

/**
 * A condition of an XLSForm in the language of rules.
 * @param find what is known of the fields that stand before
 * Throws UnreadXPath for whatever lies outside of the part that is read.
 */
export const fromXPath = (source: string, find: FindField): Expression => new Reader(find).truth(parseXPath(source));
