import type { Binding, Bindings, Mapping } from './mapping.js';
import { questionsIn } from './scope.js';

const ofBinding = (binding: Binding): readonly string[] => {
  switch (binding.kind) {
    case 'constant':
      return [];
    case 'answer':
      return [binding.from];
    case 'sum':
      return [...binding.plus, ...binding.minus];
    case 'expression':
      return questionsIn(binding.is);
    case 'object':
      return sourcesOf(binding.fields);
    case 'entries':
      return binding.entries.flatMap(sourcesOf);
    case 'rows':
      return [binding.table];
  }
};

/** Every question or column that bindings read; the columns of a list of rows belong to its table. */
export const sourcesOf = (bindings: Bindings): readonly string[] => [...new Set(Object.values(bindings).flatMap(ofBinding))];

/** The same of one field. */
export const sourcesOfField = (bindings: Bindings, key: string): readonly string[] => {
  const binding = bindings[key];
  return binding === undefined ? [] : ofBinding(binding);
};

/** Every question or column that a mapping reads its activity from, the cost that may stand in for it among them. */
export const sourcesOfMapping = (mapping: Mapping): readonly string[] =>
  mapping.kind === 'activity' ? [...sourcesOf(mapping.fields), ...(mapping.money === null ? [] : [mapping.money.from])] : [];
