import type { BinaryOperator, Expression } from './expression.js';

const strength: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '=': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  in: 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
};
const notStrength = 3;
const negativeStrength = 7;

const quoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;

const inner = (expression: Expression, least: number): string => {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'text':
      return quoted(expression.value);
    case 'truth':
      return expression.value === null ? 'unknown' : String(expression.value);
    case 'list':
      return `[${expression.items.map((item) => inner(item, 0)).join(', ')}]`;
    case 'reference':
      return expression.path;
    case 'parameter':
      return `$${expression.name}`;
    case 'call':
      return `${expression.name}(${expression.arguments.map((argument) => inner(argument, 0)).join(', ')})`;
    case 'not':
      return wrapped(`not ${inner(expression.operand, notStrength)}`, notStrength, least);
    case 'negative':
      return wrapped(`-${inner(expression.operand, negativeStrength)}`, negativeStrength, least);
    case 'binary': {
      const own = strength[expression.operator];
      // Comparisons do not chain, so both of their sides must bind tighter; the others are read from the left.
      const left = inner(expression.left, own === 4 ? 5 : own);
      return wrapped(`${left} ${expression.operator} ${inner(expression.right, own + 1)}`, own, least);
    }
  }
};

const wrapped = (text: string, own: number, least: number): string => (own < least ? `(${text})` : text);

/** Writes an expression with no more parentheses than it needs; parsing the text gives the same expression. */
export const printExpression = (expression: Expression): string => inner(expression, 0);
