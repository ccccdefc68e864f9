import type { Expression } from '../../expression/expression.js';
import { printExpression } from '../../expression/print.js';
import type { AnswerBinding, Binding, Bindings, Mapping, MoneyMapping } from '../mapping/mapping.js';

/** A mapping as a data file says it, with everything written out that such a file may leave to be understood. */
type MappingRecord = Readonly<Record<string, unknown>>;

const condition = (when: Expression | null): MappingRecord => (when === null ? {} : { when: printExpression(when) });

const answerRecord = ({ from, words, assumed, times, needed }: AnswerBinding): MappingRecord => ({
  from,
  ...(words === null ? {} : { words }),
  ...(Object.keys(assumed).length === 0 ? {} : { assumed }),
  ...(times === 1 ? {} : { times }),
  needed,
});

const bindingRecord = (binding: Binding): unknown => {
  switch (binding.kind) {
    case 'constant':
      return binding.value;
    case 'answer':
      return answerRecord(binding);
    case 'sum': {
      const { plus, minus, orElse, needed } = binding;
      return { plus, minus, ...(orElse === null ? {} : { orElse }), needed };
    }
    case 'expression':
      return { is: printExpression(binding.is), needed: binding.needed };
    case 'object':
      return bindingRecords(binding.fields);
    case 'entries':
      return binding.entries.map(bindingRecords);
    case 'rows':
      return { rows: binding.table, ...bindingRecords(binding.fields) };
  }
};

const bindingRecords = (bindings: Bindings): MappingRecord =>
  Object.fromEntries(Object.entries(bindings).map(([key, binding]) => [key, bindingRecord(binding)]));

const moneyRecord = ({ from, price, vatIncluded, isEnough, contract, contractPower }: MoneyMapping): MappingRecord => ({
  from,
  price: bindingRecord(price),
  vatIncluded,
  isEnough,
  ...bindingRecords(contract),
  ...(contractPower === null ? {} : { contractPower: { from: contractPower } }),
});

const mappingRecord = (mapping: Mapping): MappingRecord =>
  mapping.kind === 'leftOut'
    ? { leftOut: mapping.why, ...condition(mapping.when) }
    : {
        category: mapping.category,
        ...condition(mapping.when),
        ...(mapping.qualityFrom === null ? {} : { qualityFrom: mapping.qualityFrom }),
        ...(mapping.money === null ? {} : { money: moneyRecord(mapping.money) }),
        ...bindingRecords(mapping.fields),
      };

/** How an answer becomes an activity, as the file of a section says it; nothing where the question is no amount that anything is computed from. */
export const mappingWords = (mappings: readonly Mapping[] | null): MappingRecord => {
  if (mappings === null) return { mapping: 'none' };
  return mappings.length === 0 ? {} : { mapping: mappings.map(mappingRecord) };
};
