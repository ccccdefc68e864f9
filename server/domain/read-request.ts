import type { FactorSetId, GwpSet, Sector } from './activity-data.js';
import { type ActivityData, categories, categoryOf, isCategory } from './categories.js';
import type { FactorSet, Vocabulary } from './factor-data.js';
import { type Fault, withoutRepeats } from './fault.js';
import type { Field } from './field.js';
import type { InventoryRequest } from './inventory-request.js';
import { readJsonText, unreadable } from './json-text.js';
import { factorUnitOf } from './own-factor.js';
import { asObject, type Plain } from './plain.js';
import { fieldFaults, holdsUnreadable, notAnObject } from './read-fields.js';
import { activityFields, requestFields } from './request-shape.js';
import { statementFaults } from './uncertainty/statement-faults.js';
import { unitSymbols } from './units.js';

/**
 * A request as far as it could be read: the activities without a fault, each with its place in what was handed in, and every fault.
 * The request may be computed as it stands only when there are no faults; it is null when its head cannot be used.
 */
export interface ReadRequest {
  readonly request: InventoryRequest | null;
  readonly places: readonly number[];
  readonly faults: readonly Fault[];
}

/** Every key any category knows: what an activity of an unknown category is checked against. */
const anyFields: readonly Field[] = categories
  .flatMap((category) => activityFields(category))
  .filter((field, index, all) => all.findIndex((other) => other.key === field.key) === index)
  .map((field) => ({ ...field, required: field.required && ['id', 'category', 'quantity', 'unit'].includes(field.key) }));

const factorFaults = (activity: Plain, path: string): Fault[] => {
  const unit = asObject(activity.factor)?.unit;
  if (typeof unit !== 'string' || unit.trim() === '' || factorUnitOf(unit) !== null) return [];
  return [{ code: 'badFactorUnit', field: `${path}.factor.unit`, values: { given: unit, known: unitSymbols.join(', ') } }];
};

const activityFaults = (value: unknown, path: string, vocabulary: Vocabulary): Fault[] => {
  if (value === unreadable) return [];
  const activity = asObject(value);
  if (activity === null) return [notAnObject(path)];
  const { category } = activity;
  const fields = isCategory(category) ? activityFields(category) : anyFields;
  const own = isCategory(category) ? (categoryOf(category).faults?.(activity, path, vocabulary) ?? []) : [];
  return [...fieldFaults(activity, fields, path, vocabulary), ...factorFaults(activity, path), ...statementFaults(activity, path), ...own];
};

const duplicates = (list: readonly unknown[]): Fault[] => {
  const seen = new Map<string, number>();
  return list.flatMap((value, index): Fault[] => {
    const id = asObject(value)?.id;
    if (typeof id !== 'string') return [];
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    return first === undefined
      ? []
      : [{ code: 'duplicateId', field: `activityData[${index}].id`, values: { id: id, first: `activityData[${first}]` } }];
  });
};

/** A checked activity as the calculation takes it. */
const asActivity = (value: unknown, vocabulary: Vocabulary): ActivityData => {
  const activity = value as ActivityData;
  return (categoryOf(activity.category).settle?.(activity, vocabulary) ?? activity) as ActivityData;
};

/** The words of a list that could be read. */
const soundWords = (words: readonly unknown[], faults: readonly Fault[]): string[] =>
  words.flatMap((word, index) =>
    typeof word === 'string' && !faults.some((fault) => fault.field === `gwpAlternatives[${index}]`) ? [word] : [],
  );

const setOf = (head: Plain, vocabulary: Vocabulary): FactorSet | null => {
  const sets = Object.values(vocabulary.factorSets).filter((set) => set !== undefined);
  const id = Object.hasOwn(head, 'factorSet') ? head.factorSet : sets.find((set) => set.default)?.id;
  return sets.find((set) => set.id === id) ?? null;
};

/**
 * Reads one request from plain values, finding every fault of its shape and its words.
 * Defaults: kr-national, its GWP set (k-ets: SAR), manufacturing.
 * @param input       what JSON held, or an object a program built
 * @param vocabulary  the fuels, suppliers and factor sets that exist
 * @param earlier     faults found before, in the text itself
 */
export const readInventoryRequest = (input: unknown, vocabulary: Vocabulary, earlier: readonly Fault[] = []): ReadRequest => {
  const head = asObject(input);
  if (head === null) {
    const faults = input === unreadable ? earlier : [...earlier, notAnObject('')];
    return { request: null, places: [], faults };
  }
  const headFaults = fieldFaults(head, requestFields, '', vocabulary);
  const isList = Array.isArray(head.activityData) && !headFaults.some((fault) => fault.field === 'activityData');
  const list: readonly unknown[] = isList ? (head.activityData as readonly unknown[]) : [];
  const found = list.map((value, index) => activityFaults(value, `activityData[${index}]`, vocabulary));
  const faults = withoutRepeats([...earlier, ...headFaults, ...found.flat(), ...duplicates(list)]);
  const set = setOf(head, vocabulary);
  const isSound = (key: string): boolean => head[key] !== unreadable && !headFaults.some((fault) => fault.field === key);
  const isUsable = set !== null && ['reportingYear', 'factorSet', 'activityData'].every(isSound);
  if (!isUsable) return { request: null, places: [], faults };
  const places = list.flatMap((value, index) => (found[index]?.length === 0 && !holdsUnreadable(value) ? [index] : []));
  const request: InventoryRequest = {
    reportingYear: head.reportingYear as number,
    factorSet: set.id as FactorSetId,
    gwp: isSound('gwp') && Object.hasOwn(head, 'gwp') ? (head.gwp as GwpSet) : set.gwp.default,
    ...(isSound('gwpAlternatives') && Array.isArray(head.gwpAlternatives)
      ? { gwpAlternatives: soundWords(head.gwpAlternatives, headFaults) }
      : {}),
    sector: isSound('sector') && Object.hasOwn(head, 'sector') ? (head.sector as Sector) : 'manufacturing',
    activityData: places.map((place) => asActivity(list[place], vocabulary)),
  };
  return { request, places, faults };
};

/** Reads one request from its JSON text; see readInventoryRequest. */
export const readInventoryText = (text: string, vocabulary: Vocabulary): ReadRequest => {
  const { value, faults } = readJsonText(text);
  return readInventoryRequest(value, vocabulary, faults);
};
