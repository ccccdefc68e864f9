import { type Category, isCategory } from '../domain/categories.js';
import { activityFields } from '../domain/request-shape.js';
import type { Expression } from '../expression/expression.js';
import { parseExpression } from '../expression/parse.js';
import type { Form } from '../survey/form.js';
import type { AnswerBinding, Binding, Bindings, Mapping, MoneyMapping } from '../survey/mapping/mapping.js';
import { sourcesOf } from '../survey/mapping/sources.js';
import type {
  ActivityRecord,
  AnswerRecord,
  BindingRecord,
  CalculatedRecord,
  FieldsRecord,
  LeftOutRecord,
  MappingRecord,
  MoneyRecord,
  SumRecord,
} from './mapping-schemas.js';
import { inLine } from './schema-faults.js';

type Complain = (fault: string) => void;

/** A question that mappings are of. */
interface Owner {
  readonly id: string;
  readonly isTable: boolean;
  readonly form: Form;
}

const expressionOf = (source: string, where: string, complain: Complain): Expression => {
  try {
    return parseExpression(source);
  } catch (error) {
    complain(inLine(where, (error as Error).message, '식을 읽을 수 없습니다'));
    return { kind: 'truth', value: null };
  }
};

const isList = (record: BindingRecord): record is readonly FieldsRecord[] => Array.isArray(record);
const isAnswer = (record: BindingRecord): record is AnswerRecord =>
  typeof record === 'object' && 'from' in record && typeof record.from === 'string';
const isSum = (record: BindingRecord): record is SumRecord => typeof record === 'object' && 'plus' in record && Array.isArray(record.plus);
const isCalculated = (record: BindingRecord): record is CalculatedRecord =>
  typeof record === 'object' && 'is' in record && typeof record.is === 'string';

const answerOf = ({ from, words, assumed = {}, times = 1, needed = false }: AnswerRecord): AnswerBinding => ({
  kind: 'answer',
  from,
  words: words ?? null,
  assumed,
  times,
  needed,
});

const bindingOf = (record: BindingRecord, where: string, complain: Complain): Binding => {
  if (typeof record !== 'object') return { kind: 'constant', value: record };
  if (isList(record)) return { kind: 'entries', entries: record.map((entry) => bindingsOf(entry, where, complain)) };
  if (isAnswer(record)) return answerOf(record);
  if (isSum(record)) {
    const { plus, minus = [], orElse = null, needed = false } = record;
    return { kind: 'sum', plus, minus, orElse, needed };
  }
  if (isCalculated(record)) return { kind: 'expression', is: expressionOf(record.is, where, complain), needed: record.needed ?? false };
  const { rows, ...fields } = record;
  return typeof rows === 'string'
    ? { kind: 'rows', table: rows, fields: bindingsOf(fields, where, complain) }
    : { kind: 'object', fields: bindingsOf(record, where, complain) };
};

const bindingsOf = (records: FieldsRecord, where: string, complain: Complain): Bindings =>
  Object.fromEntries(Object.entries(records).map(([key, record]) => [key, bindingOf(record, `${where}.${key}`, complain)]));

const anAnswer = (from: string): Binding => answerOf({ from, needed: true });

/** What was bought: as the mapping says, else electricity or the fuel of the activity. */
const priceOf = ({ price }: MoneyRecord, category: Category, fields: Bindings): Binding => {
  if (typeof price === 'string') return { kind: 'constant', value: price };
  if (price !== undefined) return answerOf(price);
  return fields.fuel ?? { kind: 'constant', value: category === 'purchasedElectricity' ? 'electricity' : category };
};

const moneyOf = (record: MoneyRecord, category: Category, fields: Bindings, { form }: Owner): MoneyMapping => {
  const { from, vatIncluded, isEnough, contract, voltage, option, contractPower } = record;
  return {
    from,
    price: priceOf(record, category, fields),
    vatIncluded,
    isEnough: typeof isEnough === 'boolean' ? isEnough : isEnough.includes(form),
    contract: {
      ...(contract === undefined ? {} : { contract: answerOf(contract) }),
      ...(voltage === undefined ? {} : { voltage: answerOf(voltage) }),
      ...(option === undefined ? {} : { option: answerOf(option) }),
    },
    contractPower: contractPower?.from ?? null,
  };
};

/** The answer is the quantity of its activity, unless the mapping says what else it is. */
const withOwnQuantity = (category: Category, fields: Bindings, { id, isTable }: Owner): Bindings => {
  const isNamed = isTable || Object.hasOwn(fields, 'quantity') || sourcesOf(fields).includes(id);
  const hasQuantity = activityFields(category).some(({ key }) => key === 'quantity');
  return isNamed || !hasQuantity ? fields : { quantity: anAnswer(id), ...fields };
};

const usesRowsOf = (mapping: Mapping, table: string): boolean =>
  mapping.kind === 'activity' && Object.values(mapping.fields).some((binding) => binding.kind === 'rows' && binding.table === table);

const mappingOf = (record: LeftOutRecord | ActivityRecord, owner: Owner, complain: Complain): readonly Mapping[] => {
  const where = `${owner.id}.mapping`;
  const when = record.when === undefined ? null : expressionOf(record.when, `${where}.when`, complain);
  const each = owner.isTable ? 'row' : 'answer';
  if (!('category' in record)) return [{ kind: 'leftOut', when, each, why: record.leftOut }];
  const { category, when: _, qualityFrom = null, money, ...records } = record;
  if (!isCategory(category)) {
    complain(inLine(where, `there is no category ${category}`, `${category}(이)라는 활동 분류가 없습니다`));
    return [];
  }
  const fields = withOwnQuantity(category, bindingsOf(records as FieldsRecord, where, complain), owner);
  const bought = money === undefined ? null : moneyOf(money, category, fields, owner);
  return [{ kind: 'activity', category, when, each, fields, qualityFrom, money: bought }];
};

/** The mappings of a question, as its record names them; null where nothing is to be computed from it. */
export const mappingsOf = (record: MappingRecord | undefined, owner: Owner, complain: Complain): readonly Mapping[] | null => {
  if (record === 'none') return null;
  const records: readonly (LeftOutRecord | ActivityRecord)[] = record === undefined ? [] : Array.isArray(record) ? record : [record];
  const mappings = records.flatMap((each) => mappingOf(each, owner, complain));
  const isWhole = mappings.some((mapping) => usesRowsOf(mapping, owner.id));
  return isWhole ? mappings.map((mapping): Mapping => ({ ...mapping, each: 'answer' })) : mappings;
};
