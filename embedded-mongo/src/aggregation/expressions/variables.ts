import { type Doc, isDoc, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { documentReader, parseFieldPath, pathReader } from './field-path.js';
import { constant, type Family } from './operands.js';
import { checkVariableName, type Evaluate, type Expression, type Scope } from './scope.js';

const documentPath = (parts: string[], scope: Scope): Expression => {
  if (parts.length === 0) {
    scope.reads.all();
    return { evaluate: (root) => root, constant: false };
  }
  scope.reads.path(parts.join('.'));
  return { evaluate: documentReader(parts), constant: false };
};

const slotPath = (slot: number, parts: string[]): Expression => {
  if (parts.length === 0) return { evaluate: (_root, frame) => frame[slot], constant: false };
  const read = pathReader(parts);
  return { evaluate: (_root, frame) => read(frame[slot]), constant: false };
};

const compileVariable = (text: string, scope: Scope): Expression => {
  const [name = '', ...rest] = text.split('.');
  const parts = rest.length > 0 ? parseFieldPath(rest.join('.')) : [];
  const slot = scope.slot(name);
  if (slot !== undefined) return slotPath(slot, parts);
  switch (name) {
    case '':
      throw new MongoError('FailedToParse', 'empty variable names are not allowed');
    case 'ROOT':
    case 'CURRENT':
      return documentPath(parts, scope);
    case 'NOW':
      return constant(parts.length > 0 ? undefined : scope.settings.now);
    case 'REMOVE':
      return constant(undefined);
    case 'CLUSTER_TIME':
      throw new MongoError(51144, "Builtin variable '$$CLUSTER_TIME' is not available");
    case 'USER_ROLES':
    case 'SEARCH_META':
      throw new MongoError('CommandNotSupported', `$$${name} is not supported by this server`);
  }
  if (name !== 'DESCEND' && name !== 'PRUNE' && name !== 'KEEP') checkVariableName(name);
  throw new MongoError(17276, `Use of undefined variable: ${name}`);
};

/** "$a.b" and "$$name.a.b". */
export const compilePath = (text: string, scope: Scope): Expression => {
  if (text === '$') throw new MongoError(16872, "'$' by itself is not a valid FieldPath");
  if (text.startsWith('$$')) return compileVariable(text.slice(2), scope);
  const parts = parseFieldPath(text.slice(1));
  const current = scope.slot('CURRENT');
  return current === undefined ? documentPath(parts, scope) : slotPath(current, parts);
};

/** Gives variables their values in the frame and evaluates what sees them. */
export const bind = (values: readonly Expression[], from: number, inner: Evaluate): Evaluate => {
  const bound: Value[] = [];
  return (root, frame) => {
    // All values see the outer variables, so none is put in place before all are known.
    for (let i = 0; i < values.length; i++) bound[i] = (values[i] as Expression).evaluate(root, frame);
    for (let i = 0; i < values.length; i++) frame[from + i] = bound[i];
    return inner(root, frame);
  };
};

const letOperands = (operand: Value): { vars: Doc; body: Value } => {
  if (!isDoc(operand)) throw new MongoError(16874, '$let only supports an object as its argument');
  for (const name of Object.keys(operand))
    if (name !== 'vars' && name !== 'in') throw new MongoError(16875, `Unrecognized parameter to $let: ${name}`);
  if (operand.vars === undefined) throw new MongoError(16876, "Missing 'vars' parameter to $let");
  if (operand.in === undefined) throw new MongoError(16877, "Missing 'in' parameter to $let");
  if (!isDoc(operand.vars)) throw new MongoError(10065, 'invalid parameter: expected an object (vars)');
  return { vars: operand.vars, body: operand.in };
};

export const variables: Family = {
  $let: (operand, scope) => {
    const { vars, body } = letOperands(operand);
    const names = Object.keys(vars);
    for (const name of names) checkVariableName(name);
    const values = names.map((name) => scope.compile(vars[name]));
    const inner = scope.with(names).compile(body);
    return inner.constant ? inner : { evaluate: bind(values, scope.size, inner.evaluate), constant: false };
  },
  $literal: (operand) => constant(operand),
  $const: (operand) => constant(operand),
};
