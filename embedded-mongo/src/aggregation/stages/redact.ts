import { type Doc, isDoc, setField, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { batchStage, type CompileStage } from '../stage.js';

const DECISIONS = ['DESCEND', 'PRUNE', 'KEEP'] as const;

/** $redact: decides for each document and each one inside it whether it is kept, dropped or looked into. */
export const redact: CompileStage = (operand, { scope }, name) => {
  const inner = scope.with(['CURRENT', ...DECISIONS]);
  const { evaluate } = inner.compile(operand);
  const slot = scope.size;
  return batchStage(name, 'all', false, ({ frame }) => {
    DECISIONS.forEach((decision, i) => {
      frame[slot + 1 + i] = decision;
    });
    const visit = (root: Doc, doc: Doc): Doc | undefined => {
      frame[slot] = doc;
      const decision = evaluate(root, frame);
      if (decision === 'KEEP') return doc;
      if (decision === 'PRUNE') return undefined;
      if (decision !== 'DESCEND')
        throw new MongoError(
          17053,
          "$redact's expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE",
        );
      const result: Doc = {};
      for (const field of Object.keys(doc)) {
        const value = visitValue(root, doc[field]);
        if (value !== undefined) setField(result, field, value);
      }
      return result;
    };
    const visitValue = (root: Doc, value: Value): Value => {
      if (Array.isArray(value)) return value.map((element) => visitValue(root, element)).filter((element) => element !== undefined);
      return isDoc(value) ? visit(root, value) : value;
    };
    return (batch) => batch.map((doc) => visit(doc, doc)).filter((doc) => doc !== undefined);
  });
};
