import type { Value } from '../../bson/values.js';
import { MongoError } from '../../errors/mongo-error.js';
import type { CompileStage } from '../stage.js';
import { project } from './project.js';

const fieldsOf = (operand: Value): string[] => {
  if (typeof operand === 'string') return [operand];
  if (!Array.isArray(operand)) throw new MongoError(31002, '$unset specification must be a string or an array');
  if (operand.length === 0) throw new MongoError(31119, '$unset specification must be a string or an array with at least one field');
  return operand.map((path) => {
    if (typeof path !== 'string')
      throw new MongoError(31120, '$unset specification must be a string or an array containing only string values');
    return path;
  });
};

/** $unset: drops fields. */
export const unset: CompileStage = (operand, context, name) =>
  project(Object.fromEntries(fieldsOf(operand).map((path) => [path, 0])), context, name);
