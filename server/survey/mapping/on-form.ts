import type { Binding, Bindings, Mapping, MoneyMapping } from './mapping.js';
import { questionsIn } from './scope.js';

type IsAbsent = (id: string) => boolean;

const bindingOn = (binding: Binding, isAbsent: IsAbsent): Binding | null => {
  switch (binding.kind) {
    case 'constant':
      return binding;
    case 'answer':
      return isAbsent(binding.from) ? null : binding;
    case 'sum': {
      const [plus, minus] = [binding.plus, binding.minus].map((ids) => ids.filter((id) => !isAbsent(id)));
      const orElse = binding.orElse === null || isAbsent(binding.orElse) ? null : binding.orElse;
      return plus === undefined || plus.length === 0 ? null : { ...binding, plus, minus: minus ?? [], orElse };
    }
    case 'expression':
      return questionsIn(binding.is).some(isAbsent) ? null : binding;
    case 'object': {
      const fields = bindingsOn(binding.fields, isAbsent);
      // Constants say something of the answers beside them; alone they are what was meant.
      const isEmptied =
        Object.keys(fields).length < Object.keys(binding.fields).length && Object.values(fields).every(({ kind }) => kind === 'constant');
      return isEmptied ? null : { ...binding, fields };
    }
    case 'entries': {
      // An entry says what it is of: without the answer that gives its amount it says nothing.
      const entries = binding.entries.filter((entry) => Object.keys(bindingsOn(entry, isAbsent)).length === Object.keys(entry).length);
      return entries.length === 0 ? null : { ...binding, entries };
    }
    case 'rows':
      return isAbsent(binding.table) ? null : binding;
  }
};

const bindingsOn = (bindings: Bindings, isAbsent: IsAbsent): Bindings =>
  Object.fromEntries(
    Object.entries(bindings).flatMap(([key, binding]) => {
      const kept = bindingOn(binding, isAbsent);
      return kept === null ? [] : [[key, kept]];
    }),
  );

const isNeeded = (binding: Binding | undefined): boolean => binding !== undefined && 'needed' in binding && binding.needed;

/** A cost that the form does not ask stands in for nothing; of a contract what is asked is known. */
const moneyOn = (money: MoneyMapping | null, isAbsent: IsAbsent): MoneyMapping | null => {
  if (money === null || isAbsent(money.from)) return null;
  const price = bindingOn(money.price, isAbsent);
  const { contractPower } = money;
  return price === null
    ? null
    : {
        ...money,
        price,
        contract: Object.fromEntries(Object.entries(money.contract).filter(([, binding]) => !isAbsent(binding.from))),
        contractPower: contractPower === null || isAbsent(contractPower) ? null : contractPower,
      };
};

/**
 * Mappings as far as a form asks the questions they look at. A field whose question stands on other forms alone is not there; a mapping
 * whose condition or a field it needs is not there does not count on the form.
 */
export const mappingsOnForm = (mappings: readonly Mapping[], isAbsent: IsAbsent): readonly Mapping[] =>
  mappings.flatMap((mapping): readonly Mapping[] => {
    if (mapping.when !== null && questionsIn(mapping.when).some(isAbsent)) return [];
    if (mapping.kind === 'leftOut') return [mapping];
    const fields = bindingsOn(mapping.fields, isAbsent);
    const isWhole = Object.entries(mapping.fields).every(([key, binding]) => !isNeeded(binding) || Object.hasOwn(fields, key));
    const { qualityFrom } = mapping;
    const evidence = qualityFrom === null || isAbsent(qualityFrom) ? null : qualityFrom;
    return isWhole ? [{ ...mapping, fields, qualityFrom: evidence, money: moneyOn(mapping.money, isAbsent) }] : [];
  });
