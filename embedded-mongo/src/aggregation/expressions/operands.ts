import { type Doc, isDoc, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import type { Evaluate, Expression, Scope } from './scope.js';

/** Compiles the operand of one operator. */
export type Operator = (operand: Value, scope: Scope, name: string) => Expression;

/** Operators by name, one family per file. */
export type Family = Readonly<Record<string, Operator>>;

export const constant = (value: Value): Expression => ({ evaluate: () => value, constant: true });

/** Evaluates once what cannot change. What fails, fails before any document is read. */
const folded = (args: readonly Expression[], expression: Expression): Expression =>
  args.every((arg) => arg.constant) ? constant(expression.evaluate({}, [])) : expression;

/** The arguments of an operator: an array of them, or a single one without the array. */
export const argumentsOf = (name: string, operand: Value, scope: Scope, least: number, most = least): Expression[] => {
  const given = Array.isArray(operand) ? operand : [operand];
  if (given.length < least || given.length > most) {
    throw least === most
      ? new MongoError(16020, `Expression ${name} takes exactly ${least} arguments. ${given.length} were passed in.`)
      : new MongoError(
          28667,
          `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${given.length} were passed in.`,
        );
  }
  return given.map((argument) => scope.compile(argument));
};

type Apply1 = (value: Value, scope: Scope, name: string) => Value;
type Apply2 = (a: Value, b: Value, scope: Scope, name: string) => Value;
type ApplyAll = (values: Value[], scope: Scope, name: string) => Value;

/** A pure function of one value. */
export const unary =
  (apply: Apply1): Operator =>
  (operand, scope, name) => {
    const args = argumentsOf(name, operand, scope, 1);
    const { evaluate } = args[0] as Expression;
    return folded(args, { evaluate: (root, frame) => apply(evaluate(root, frame), scope, name), constant: false });
  };

/** A pure function of two values. */
export const binary =
  (apply: Apply2): Operator =>
  (operand, scope, name) => {
    const args = argumentsOf(name, operand, scope, 2);
    const { evaluate: left } = args[0] as Expression;
    const { evaluate: right } = args[1] as Expression;
    return folded(args, { evaluate: (root, frame) => apply(left(root, frame), right(root, frame), scope, name), constant: false });
  };

/** A pure function of between `least` and `most` values. */
export const between =
  (least: number, most: number, apply: ApplyAll): Operator =>
  (operand, scope, name) => {
    const args = argumentsOf(name, operand, scope, least, most);
    return ofAll(args, (values) => apply(values, scope, name));
  };

/** A pure function of any number of values. */
export const variadic = (apply: ApplyAll): Operator => between(0, Number.POSITIVE_INFINITY, apply);

/** A pure function of given expressions. */
export const ofAll = (args: readonly Expression[], apply: (values: Value[]) => Value): Expression => {
  const evaluators = args.map(({ evaluate }) => evaluate);
  const evaluate: Evaluate = (root, frame) => {
    const values: Value[] = [];
    for (const each of evaluators) values.push(each(root, frame));
    return apply(values);
  };
  return folded(args, { evaluate, constant: false });
};

/** What a message says of a missing or unknown argument. */
export interface NamedErrors {
  readonly notObject: number;
  readonly unknown: number;
  readonly missing: number;
}

/** The operand of an operator with named arguments, checked for its names. */
export const namedArguments = (
  name: string,
  operand: Value,
  required: readonly string[],
  optional: readonly string[],
  errors: NamedErrors,
): Doc => {
  if (!isDoc(operand)) throw new MongoError(errors.notObject, `${name} only supports an object as its argument`);
  for (const given of Object.keys(operand)) {
    if (!required.includes(given) && !optional.includes(given))
      throw new MongoError(errors.unknown, `Unrecognized parameter to ${name}: ${given}`);
  }
  for (const wanted of required)
    if (operand[wanted] === undefined) throw new MongoError(errors.missing, `Missing '${wanted}' parameter to ${name}`);
  return operand;
};

/** A pure function of named arguments, each an expression; absent optional ones are undefined. */
export const named =
  (
    required: readonly string[],
    optional: readonly string[],
    errors: NamedErrors,
    apply: (values: Doc, scope: Scope, name: string) => Value,
  ): Operator =>
  (operand, scope, name) => {
    const given = namedArguments(name, operand, required, optional, errors);
    const names = Object.keys(given);
    const args = names.map((argument) => scope.compile(given[argument]));
    return ofAll(args, (values) => {
      const bound: Doc = {};
      names.forEach((argument, i) => {
        bound[argument] = values[i];
      });
      return apply(bound, scope, name);
    });
  };
