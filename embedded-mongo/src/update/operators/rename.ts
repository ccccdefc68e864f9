import { isDoc } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import { show } from '../../errors/show.js';
import { plainGet, splitPath } from '../../matcher/path.js';
import type { UpdateOperator } from '../context.js';
import { Slot } from '../slot.js';

/** $rename: moves a value to another name; does nothing when there is none. Arrays cannot stand on either way. */
export const rename: UpdateOperator = (operand, path) => {
  if (typeof operand !== 'string')
    throw new MongoError('BadValue', `The 'to' field for $rename must be a string: ${path}: ${show(operand)}`);
  if (operand === path) throw new MongoError('BadValue', `The source and target field for $rename must differ: ${path}: "${operand}"`);
  if (operand.includes('$')) throw new MongoError('BadValue', `The destination field for $rename may not be dynamic: ${operand}`);
  const target = splitPath(operand);
  return (slot, _context, original) => {
    const root = slot.document;
    const throughArray = (parts: readonly string[]): boolean =>
      parts.some((_, i) => i > 0 && Array.isArray(plainGet(root, parts.slice(0, i))));
    if (throughArray(slot.path))
      throw new MongoError(
        'BadValue',
        `The source field cannot be an array element, '${slot.name}' in doc with _id: ${show(original._id)} has an array field`,
      );
    const value = slot.get();
    if (value === undefined) {
      const parent = new Slot(root, slot.path.slice(0, -1)).get();
      if (slot.path.length > 1 && parent !== undefined && !isDoc(parent)) slot.check();
      return;
    }
    if (throughArray(target))
      throw new MongoError(
        'BadValue',
        `The destination field cannot be an array element, '${operand}' in doc with _id: ${show(original._id)} has an array field`,
      );
    slot.unset();
    new Slot(root, target).set(value);
  };
};
