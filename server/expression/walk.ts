import type { Expression } from './expression.js';

const parts = (expression: Expression): readonly Expression[] => {
  switch (expression.kind) {
    case 'list':
      return expression.items;
    case 'call':
      return expression.arguments;
    case 'not':
    case 'negative':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    default:
      return [];
  }
};

/** Paths of the questions an expression looks at, in the order they stand in it, each once. */
export const referencesOf = (expression: Expression): readonly string[] => {
  const own = expression.kind === 'reference' ? [expression.path] : [];
  return [...new Set([...own, ...parts(expression).flatMap(referencesOf)])];
};

/** Names of the parameters in an expression, each once. */
export const parametersOf = (expression: Expression): readonly string[] => {
  const own = expression.kind === 'parameter' ? [expression.name] : [];
  return [...new Set([...own, ...parts(expression).flatMap(parametersOf)])];
};

/** Every call of a function in an expression, the outer before the inner. */
export const callsOf = (expression: Expression): readonly Extract<Expression, { kind: 'call' }>[] => [
  ...(expression.kind === 'call' ? [expression] : []),
  ...parts(expression).flatMap(callsOf),
];

/**
 * Puts values in the place of parameters. A parameter without a value stays, for the check of the data file to name it.
 * @param values by parameter name
 */
export const substitute = (expression: Expression, values: Readonly<Record<string, Expression>>): Expression => {
  const inside = (part: Expression): Expression => substitute(part, values);
  switch (expression.kind) {
    case 'parameter':
      return Object.hasOwn(values, expression.name) ? (values[expression.name] as Expression) : expression;
    case 'list':
      return { ...expression, items: expression.items.map(inside) };
    case 'call':
      return { ...expression, arguments: expression.arguments.map(inside) };
    case 'not':
    case 'negative':
      return { ...expression, operand: inside(expression.operand) };
    case 'binary':
      return { ...expression, left: inside(expression.left), right: inside(expression.right) };
    default:
      return expression;
  }
};
