import type { CompileExpression } from '../../matcher/context.js';
import { expression, newScope } from './expression.js';

/** An expression on its own, as $expr, projections and updates use it. The variable NOW of the context is $$NOW; without it, the present moment. */
export const compileExpression: CompileExpression = (value, context) => {
  const { NOW, ...variables } = context.variables ?? {};
  const { scope, frame } = newScope({ now: NOW instanceof Date ? NOW : new Date(), strings: context.strings }, variables);
  const { evaluate } = expression(value, scope);
  return (doc) => evaluate(doc, frame);
};
