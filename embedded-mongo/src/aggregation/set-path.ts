import { type Doc, field, isDoc, setField, type Value } from '../bson/values.js';

/** The document with a value at a path; documents on the way are copied or made. Undefined removes the field. */
export const withPath = (doc: Doc, path: readonly string[], value: Value, at = 0): Doc => {
  const name = path[at] as string;
  const copy: Doc = { ...doc };
  if (at < path.length - 1) {
    const inner = field(doc, name);
    if (value === undefined && !isDoc(inner)) return doc;
    setField(copy, name, withPath(isDoc(inner) ? inner : {}, path, value, at + 1));
  } else if (value === undefined) delete copy[name];
  else setField(copy, name, value);
  return copy;
};
