import { type Category, isCategory } from '../domain/categories.js';
import { activityFields } from '../domain/request-shape.js';
import type { Expression } from '../expression/expression.js';
import { parseExpression } from '../expression/parse.js';
import type { Binding, Bindings, Mapping } from '../survey/mapping/mapping.js';
import { sourcesOf } from '../survey/mapping/sources.js';
import type {
  ActivityRecord,
  AnswerRecord,
  BindingRecord,
  CalculatedRecord,
  FieldsRecord,
  LeftOutRecord,
  MappingRecord,
  SumRecord,
} from './mapping-schemas.js';
import { inLine } from './schema-faults.js';

type Complain = (fault: string) => void;

/** A question that mappings are of. */
interface Owner {
  readonly id: string;
  readonly isTable: boolean;
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

const bindingOf = (record: BindingRecord, where: string, complain: Complain): Binding => {
  if (typeof record !== 'object') return { kind: 'constant', value: record };
  if (isList(record)) return { kind: 'entries', entries: record.map((entry) => bindingsOf(entry, where, complain)) };
  if (isAnswer(record)) {
    const { from, words = null, assumed = {}, times = 1, needed = false } = record;
    return { kind: 'answer', from, words, assumed, times, needed };
  }
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

const anAnswer = (from: string): Binding => ({ kind: 'answer', from, words: null, assumed: {}, times: 1, needed: true });

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
  const { category, when: _, qualityFrom = null, ...records } = record;
  if (!isCategory(category)) {
    complain(inLine(where, `there is no category ${category}`, `${category}(이)라는 활동 분류가 없습니다`));
    return [];
  }
  const fields = withOwnQuantity(category, bindingsOf(records as FieldsRecord, where, complain), owner);
  return [{ kind: 'activity', category, when, each, fields, qualityFrom }];
};

/** The mappings of a question, as its record names them; null where nothing is to be computed from it. */
export const mappingsOf = (record: MappingRecord | undefined, owner: Owner, complain: Complain): readonly Mapping[] | null => {
  if (record === 'none') return null;
  const records: readonly (LeftOutRecord | ActivityRecord)[] = record === undefined ? [] : Array.isArray(record) ? record : [record];
  const mappings = records.flatMap((each) => mappingOf(each, owner, complain));
  const isWhole = mappings.some((mapping) => usesRowsOf(mapping, owner.id));
  return isWhole ? mappings.map((mapping): Mapping => ({ ...mapping, each: 'answer' })) : mappings;
};
