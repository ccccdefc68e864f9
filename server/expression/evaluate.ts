import type { BinaryOperator, Expression, Value } from './expression.js';
import { plainFunctions } from './functions.js';
import { and, not, or, type Truth } from './truth.js';

/** What an expression is evaluated in: the values of questions, and functions that look at questions rather than at values. */
export interface Environment {
  /** The value of a question or of a part of one; null when it is unknown. */
  reference(path: string): Value;
  /** A function on questions, given its arguments as written; undefined when there is no such function. */
  questionFunction(name: string): ((argumentsAsWritten: readonly Expression[]) => Value) | undefined;
}

/** A type that the check of the data files lets through only by a mistake of ours. */
const wrongType = (what: string, value: Value): never => {
  throw new Error(`An expression needs ${what} and got ${JSON.stringify(value)}.`);
};

const truth = (value: Value): Truth => (value === null || typeof value === 'boolean' ? value : wrongType('a truth', value));
const number = (value: Value): number => (typeof value === 'number' ? value : wrongType('a number', value));

// Overflow and division by zero have no value a rule could stand on.
const finite = (value: number): Value => (Number.isFinite(value) ? value : null);

const contains = (list: Value, value: Value): Truth => {
  if (list === null || value === null) return null;
  if (!Array.isArray(list)) return wrongType('a list', list);
  if (list.includes(value)) return true;
  return list.includes(null) ? null : false;
};

const operations: Readonly<Record<Exclude<BinaryOperator, 'and' | 'or' | 'in'>, (left: Value, right: Value) => Value>> = {
  '=': (left, right) => (typeof left === typeof right ? left === right : wrongType(`a ${typeof left}`, right)),
  '!=': (left, right) => (typeof left === typeof right ? left !== right : wrongType(`a ${typeof left}`, right)),
  '<': (left, right) => number(left) < number(right),
  '<=': (left, right) => number(left) <= number(right),
  '>': (left, right) => number(left) > number(right),
  '>=': (left, right) => number(left) >= number(right),
  '+': (left, right) => finite(number(left) + number(right)),
  '-': (left, right) => finite(number(left) - number(right)),
  '*': (left, right) => finite(number(left) * number(right)),
  '/': (left, right) => finite(number(left) / number(right)),
};

const called = (expression: Extract<Expression, { kind: 'call' }>, environment: Environment): Value => {
  const onQuestions = environment.questionFunction(expression.name);
  if (onQuestions !== undefined) return onQuestions(expression.arguments);
  const plain = Object.hasOwn(plainFunctions, expression.name) ? plainFunctions[expression.name] : undefined;
  if (plain === undefined) throw new Error(`There is no function ${expression.name}.`);
  const values = expression.arguments.map((argument) => evaluate(argument, environment));
  return values.includes(null) && plain.takesUnknown !== true ? null : plain.apply(...(values as never[]));
};

/** The value of an expression. Unknown parts make it unknown unless the rest settles it: `false and unknown` is false. */
export const evaluate = (expression: Expression, environment: Environment): Value => {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'truth':
      return expression.value;
    case 'list':
      return expression.items.map((item) => evaluate(item, environment));
    case 'reference':
      return environment.reference(expression.path);
    case 'parameter':
      throw new Error(`The parameter $${expression.name} was never put in.`);
    case 'not':
      return not(truth(evaluate(expression.operand, environment)));
    case 'negative': {
      const value = evaluate(expression.operand, environment);
      return value === null ? null : -number(value);
    }
    case 'call':
      return called(expression, environment);
    case 'binary': {
      const left = evaluate(expression.left, environment);
      const right = () => evaluate(expression.right, environment);
      if (expression.operator === 'and') return left === false ? false : and(truth(left), truth(right()));
      if (expression.operator === 'or') return left === true ? true : or(truth(left), truth(right()));
      if (expression.operator === 'in') return contains(right(), left);
      const other = right();
      return left === null || other === null ? null : operations[expression.operator](left, other);
    }
  }
};

/** The same for an expression that must come to a truth. */
export const evaluateTruth = (expression: Expression, environment: Environment): Truth => truth(evaluate(expression, environment));
