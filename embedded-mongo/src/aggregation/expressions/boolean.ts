import type { Value } from '../../bson/values.js';
import { isTrue } from '../values/truth.js';
import { constant, type Family, unary } from './operands.js';
import type { Expression, Scope } from './scope.js';

const list = (operand: Value, scope: Scope): Expression[] =>
  (Array.isArray(operand) ? operand : [operand]).map((argument) => scope.compile(argument));

export const boolean: Family = {
  /** Stops at the first false one. */
  $and: (operand, scope) => {
    const parts = list(operand, scope);
    if (parts.some((part) => part.constant && !isTrue(part.evaluate({}, [])))) return constant(false);
    if (parts.every((part) => part.constant)) return constant(true);
    return {
      evaluate: (root, frame) => {
        for (const part of parts) if (!isTrue(part.evaluate(root, frame))) return false;
        return true;
      },
      constant: false,
    };
  },
  /** Stops at the first true one. */
  $or: (operand, scope) => {
    const parts = list(operand, scope);
    if (parts.some((part) => part.constant && isTrue(part.evaluate({}, [])))) return constant(true);
    if (parts.every((part) => part.constant)) return constant(false);
    return {
      evaluate: (root, frame) => {
        for (const part of parts) if (isTrue(part.evaluate(root, frame))) return true;
        return false;
      },
      constant: false,
    };
  },
  $not: unary((value) => !isTrue(value)),
};
