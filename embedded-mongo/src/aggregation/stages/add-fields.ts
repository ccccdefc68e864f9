import { typeName } from '../../bson/types.js';
import { type Doc, isDoc, type Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { compute, newNode, nodeAt, type ProjectionNode } from '../../projection/tree.js';
import { parseFieldPath } from '../expressions/field-path.js';
import { batchStage, type CompileStage, type Framed, framed } from '../stage.js';

const conflict = (path: string): MongoError =>
  new MongoError(
    40176,
    `Invalid $addFields :: caused by :: specification contains two conflicting paths. Cannot specify both '${path}' and another path in or above it`,
  );

const leafAt = (root: ProjectionNode, path: string): ProjectionNode => {
  let node = root;
  for (const part of parseFieldPath(path)) {
    if (node.compute) throw conflict(path);
    node = nodeAt(node, [part]);
  }
  if (node.compute || node.children.size > 0) throw conflict(path);
  return node;
};

const addTo = (root: ProjectionNode, path: string, value: Value, { context }: Framed): void => {
  const names = isDoc(value) ? Object.keys(value) : [];
  if (isDoc(value) && names.length > 0 && !names.some((name) => name.startsWith('$'))) {
    for (const name of names) addTo(root, `${path}.${name}`, value[name], { context } as Framed);
    return;
  }
  const leaf = leafAt(root, path);
  leaf.compute = context.compileExpression?.(value, context) ?? (() => undefined);
};

/** $addFields and $set: computes fields into the document; those at the end of a path inside arrays into every element. */
export const addFields: CompileStage = (operand, { scope }, name) => {
  if (!isDoc(operand)) throw new MongoError(40272, `${name} specification stage must be an object, got ${typeName(operand)}`);
  if (Object.keys(operand).length === 0)
    throw new MongoError(40177, `Invalid ${name} :: caused by :: specification must have at least one field`);
  const bridge = framed(scope);
  const root = newNode();
  for (const path of Object.keys(operand)) addTo(root, path, operand[path], bridge);
  return batchStage(name, scope.reads.paths, false, (run) => (batch) => {
    bridge.use(run.frame);
    return batch.map((doc: Doc) => compute(doc, root, doc));
  });
};
