import type { Expression } from './expression.js';
import { ExpressionError } from './expression-error.js';
import { plainFunctions, type Signature, type Type } from './functions.js';
import { printExpression } from './print.js';

/** What may stand in an expression: the type of each question or part of one, and the functions that take questions. */
export interface Vocabulary {
  /** Undefined when there is no such question or part. */
  typeOf(path: string): Type | undefined;
  /** Checks the arguments of a function on questions and gives its type; undefined when there is no such function. */
  questionFunction(name: string, argumentsAsWritten: readonly Expression[], refuse: (reason: string) => never): Type | undefined;
}

/** `unknown` fits every type. */
type Found = Type | 'any';

const fits = (found: Found, wanted: Type): boolean => found === 'any' || found === wanted;

const signatures: Readonly<Record<string, Signature>> = plainFunctions;

/**
 * Checks an expression against the questions it may look at, so that nothing can fail while a respondent is typing.
 * @returns its type, or `any` for a bare `unknown`
 * Throws ExpressionError for an unknown question, function or parameter and for a value of the wrong type.
 */
export const checkTypes = (expression: Expression, vocabulary: Vocabulary): Found => {
  const refuse = (reason: string): never => {
    throw new ExpressionError(printExpression(expression), null, reason);
  };
  const need = (part: Expression, wanted: Type): void => {
    const found = checkTypes(part, vocabulary);
    if (!fits(found, wanted)) refuse(`${printExpression(part)} is a ${found}, not a ${wanted}`);
  };
  const call = (name: string, given: readonly Expression[]): Type => {
    const onQuestions = vocabulary.questionFunction(name, given, refuse);
    if (onQuestions !== undefined) return onQuestions;
    const signature = Object.hasOwn(signatures, name) ? (signatures[name] as Signature) : refuse(`there is no function ${name}`);
    const { parameters, variadic, result } = signature;
    if (given.length < parameters.length || (!variadic && given.length > parameters.length)) {
      refuse(`${name} takes ${parameters.length}${variadic ? ' or more' : ''} values`);
    }
    given.forEach((part, index) => {
      need(part, parameters[Math.min(index, parameters.length - 1)] as Type);
    });
    return result;
  };
  switch (expression.kind) {
    case 'number':
      return 'number';
    case 'text':
      return 'text';
    case 'truth':
      return expression.value === null ? 'any' : 'truth';
    case 'list':
      for (const item of expression.items) if (checkTypes(item, vocabulary) === 'list') refuse('a list cannot stand in a list');
      return 'list';
    case 'reference':
      return vocabulary.typeOf(expression.path) ?? refuse(`there is no question ${expression.path} here`);
    case 'parameter':
      return refuse(`the parameter $${expression.name} has no value`);
    case 'not':
      need(expression.operand, 'truth');
      return 'truth';
    case 'negative':
      need(expression.operand, 'number');
      return 'number';
    case 'call':
      return call(expression.name, expression.arguments);
    case 'binary': {
      const { operator, left, right } = expression;
      if (operator === 'and' || operator === 'or') {
        need(left, 'truth');
        need(right, 'truth');
        return 'truth';
      }
      if (operator === 'in') {
        if (checkTypes(left, vocabulary) === 'list') refuse('a list cannot be looked for in a list');
        need(right, 'list');
        return 'truth';
      }
      if (operator === '=' || operator === '!=') {
        const wanted = checkTypes(left, vocabulary);
        if (wanted === 'list') refuse('lists are not compared; ask with "in"');
        if (wanted !== 'any') need(right, wanted);
        return 'truth';
      }
      need(left, 'number');
      need(right, 'number');
      return ['+', '-', '*', '/'].includes(operator) ? 'number' : 'truth';
    }
  }
};
