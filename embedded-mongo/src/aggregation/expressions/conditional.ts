import { type Doc, isDoc, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { isNullish, isTrue } from '../values/truth.js';
import { argumentsOf, type Family, type Operator } from './operands.js';
import type { Expression } from './scope.js';

const condParts = (operand: Doc): Value[] => {
  for (const name of Object.keys(operand)) {
    if (name !== 'if' && name !== 'then' && name !== 'else') throw new MongoError(17083, `Unrecognized parameter to $cond: ${name}`);
  }
  if (operand.if === undefined) throw new MongoError(17080, "Missing 'if' parameter to $cond");
  if (operand.then === undefined) throw new MongoError(17081, "Missing 'then' parameter to $cond");
  if (operand.else === undefined) throw new MongoError(17082, "Missing 'else' parameter to $cond");
  return [operand.if, operand.then, operand.else];
};

const cond: Operator = (operand, scope, name) => {
  const [test, then, otherwise] = argumentsOf(name, isDoc(operand) ? condParts(operand) : operand, scope, 3) as [
    Expression,
    Expression,
    Expression,
  ];
  if (test.constant) return isTrue(test.evaluate({}, [])) ? then : otherwise;
  return { evaluate: (root, frame) => (isTrue(test.evaluate(root, frame)) ? then : otherwise).evaluate(root, frame), constant: false };
};

const ifNull: Operator = (operand, scope) => {
  const given = Array.isArray(operand) ? operand : [operand];
  if (given.length < 2) throw new MongoError(1257300, `$ifNull needs at least two arguments, had: ${given.length}`);
  const parts = given.map((argument) => scope.compile(argument));
  if (parts[0]?.constant && !isNullish(parts[0].evaluate({}, []))) return parts[0];
  return {
    evaluate: (root, frame) => {
      let value: Value;
      for (const part of parts) {
        value = part.evaluate(root, frame);
        if (!isNullish(value)) return value;
      }
      return value;
    },
    constant: false,
  };
};

const branchOf = (branch: Value): { test: Value; result: Value } => {
  if (!isDoc(branch)) throw new MongoError(40062, '$switch expected each branch to be an object');
  for (const name of Object.keys(branch)) {
    if (name !== 'case' && name !== 'then') throw new MongoError(40063, `$switch found an unknown argument to a branch: ${name}`);
  }
  if (branch.case === undefined) throw new MongoError(40064, "$switch requires each branch have a 'case' expression");
  if (branch.then === undefined) throw new MongoError(40065, "$switch requires each branch have a 'then' expression.");
  return { test: branch.case, result: branch.then };
};

const switchOperator: Operator = (operand, scope) => {
  if (!isDoc(operand)) throw new MongoError(40060, '$switch requires an object as an argument, found: not an object');
  for (const name of Object.keys(operand)) {
    if (name !== 'branches' && name !== 'default') throw new MongoError(40067, `$switch found an unknown argument: ${name}`);
  }
  const given = operand.branches;
  if (given !== undefined && !Array.isArray(given))
    throw new MongoError(40061, "$switch expected an array for 'branches', found: not an array");
  if (given === undefined || given.length === 0) throw new MongoError(40068, '$switch requires at least one branch.');
  const branches = given.map(branchOf).map(({ test, result }) => ({ test: scope.compile(test), result: scope.compile(result) }));
  const fallback = operand.default === undefined ? undefined : scope.compile(operand.default);
  return {
    evaluate: (root, frame) => {
      for (const { test, result } of branches) if (isTrue(test.evaluate(root, frame))) return result.evaluate(root, frame);
      if (!fallback) throw new MongoError(40066, '$switch could not find a matching branch for an input, and no default was specified.');
      return fallback.evaluate(root, frame);
    },
    constant: false,
  };
};

export const conditional: Family = { $cond: cond, $ifNull: ifNull, $switch: switchOperator };
