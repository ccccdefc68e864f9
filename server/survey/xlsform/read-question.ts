import type { Expression } from '../../expression/expression.js';
import { printExpression } from '../../expression/print.js';
import type { MissingReason, Text } from '../edition.js';
import { boundsIn, daysIn, lengthIn } from './constraints.js';
import { type FindField, fromXPath, type NamedField } from './from-xpath.js';
import type { OwnWords } from './own-words.js';
import type { ReadChoice } from './read-choices.js';
import { bothTexts, type ReadRow } from './read-rows.js';
import { UnreadXPath } from './xpath-tokens.js';

/** A question as it stands in a data file. */
export type QuestionRecord = Readonly<Record<string, unknown>> & { readonly id: string; readonly code: string; readonly type: string };

type Lists = ReadonlyMap<string, readonly ReadChoice[]>;

/** "fuelUsed_2" -> "fuel-used-2". */
export const questionId = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
    .join('-')
    .replace(/^(?=\d)/, 'q');

/** The words of ours in a row; none where there are none or they are damaged, which is reported. */
export const ownWords = (row: ReadRow): OwnWords => {
  const text = row.text('onsil');
  if (text === '') return {};
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as OwnWords;
  } catch {
    // Reported below, like any other text that is not ours.
  }
  row.say('outside', 'onsil', 'ownWordsDamaged');
  return {};
};

/** The condition of a row in the language of rules; undefined: always, or reported. */
export const relevanceIn = (row: ReadRow, own: OwnWords, find: FindField): Expression | string | undefined => {
  const text = row.text('relevant');
  // The words of the edition count as long as nobody has changed the condition they stand for.
  if (typeof own.relevance === 'string' && text === (own.relevant ?? '')) return own.relevance;
  if (text === '') return undefined;
  try {
    return fromXPath(text, find);
  } catch (error) {
    if (!(error instanceof UnreadXPath)) throw error;
    row.say('outside', 'relevant', 'relevanceOutside', { reason: error.message });
    return undefined;
  }
};

export const relevanceText = (conditions: readonly (Expression | string | undefined)[]): { readonly relevance?: string } => {
  const given = conditions.filter((one): one is Expression | string => one !== undefined);
  const [first] = given;
  if (first === undefined) return {};
  if (given.length === 1) return { relevance: typeof first === 'string' ? first : printExpression(first) };
  const all = given.map((one) => (typeof one === 'string' ? `(${one})` : one));
  return { relevance: all.map((one) => (typeof one === 'string' ? one : `(${printExpression(one)})`)).join(' and ') };
};

const isRequired = (row: ReadRow, own: OwnWords, name: string): boolean => {
  const text = row.text('required');
  if (/^(yes|true|true\(\))$/i.test(text) || text.replaceAll(' ', '') === `\${${name}_missing}=''`) return true;
  if (text !== '' && !/^(no|false|false\(\))$/i.test(text)) row.say('outside', 'required', 'requiredOutside');
  return own.required === true;
};

const withoutCode = (text: Text, code: unknown): Text => {
  const cut = (one: string): string => (typeof code === 'string' && one.startsWith(`${code} `) ? one.slice(code.length + 1) : one);
  return { ko: cut(text.ko), en: cut(text.en) };
};

/** What every question says of itself. @param code where the row has none of ours */
export const commonIn = (row: ReadRow, own: OwnWords, name: string, code: string) => {
  const label = bothTexts(row, 'label');
  if (label === null) row.say('outside', 'name', 'labelAbsent');
  const help = bothTexts(row, 'hint');
  const missing = Array.isArray(own.missing) ? (own.missing as readonly MissingReason[]) : [];
  return {
    code: typeof own.code === 'string' ? own.code : code,
    ...(typeof own.page === 'string' ? { page: own.page } : {}),
    text: withoutCode(label ?? { ko: name, en: name }, own.code),
    ...(help === null ? {} : { help }),
    ...(isRequired(row, own, name) ? { required: true } : {}),
    ...(missing.length === 0 ? {} : { missing }),
    ...(own.carry === true ? { carry: true } : {}),
  };
};

const noBounds = { min: null, max: null };

/** The bounds of a number's row, or what a row of another kind says; what is neither is reported. */
export const constrained = <T>(row: ReadRow, read: (text: string) => T | null, none: T): T => {
  const text = row.text('constraint');
  if (text === '') return none;
  const found = read(text);
  if (found === null) row.say('outside', 'constraint', 'constraintOutside');
  return found ?? none;
};

export const boundsOf = (row: ReadRow) => constrained(row, boundsIn, noBounds);

const usualLength = 200;

const textOf = (row: ReadRow, own: OwnWords) => {
  const given = constrained(row, lengthIn, typeof own.maxLength === 'number' ? own.maxLength : null);
  if (given === null) row.say('note', 'type', 'lengthAssumed', { length: usualLength });
  return { maxLength: given ?? usualLength };
};

/** "None of these" may be told by the constraint as well as by the list. */
const exclusiveIn = (text: string): readonly string[] | null => {
  const names = text
    .split(/\s+and\s+(?=not\()/)
    .map((part) => /^not\(\s*selected\(\s*\.\s*,\s*'([^']+)'\s*\)\s+and\s+count-selected\(\s*\.\s*\)\s*>\s*1\s*\)$/.exec(part.trim())?.[1]);
  return names.every((name): name is string => name !== undefined) ? names : null;
};

const choicesOf = (row: ReadRow, listName: string, lists: Lists) => {
  const list = lists.get(listName) ?? [];
  if (list.length < 2) row.say('outside', 'type', 'listAbsent', { text: listName });
  const alone = constrained(row, exclusiveIn, []);
  return {
    choices: list.map(({ id, name, text, exclusive }) => ({
      id,
      ko: text.ko,
      en: text.en,
      ...(exclusive || alone.includes(name) ? { exclusive: true } : {}),
    })),
  };
};

const textTypes = ['text', 'businessNumber', 'phone', 'email'];

/** Types of ours that an XLSForm type can stand for, the first one being meant where nothing of ours says which. */
const ours: Readonly<Record<string, readonly string[]>> = {
  text: textTypes,
  string: textTypes,
  integer: ['number'],
  int: ['number'],
  decimal: ['number', 'money', 'quantity'],
  date: ['date'],
  acknowledge: ['consent'],
  trigger: ['consent'],
  select_one: ['choice', 'yesNo', 'codeList'],
  select_multiple: ['choices'],
};

/** "select_one fuels" -> ["select_one", "fuels"]; "select one fuels" is an older spelling. */
export const typeParts = (type: string): readonly [string, string] => {
  const match = /^(select[ _](?:one|multiple))\s+(\S+)(\s.*)?$/i.exec(type);
  if (match === null) return [type.trim().toLowerCase(), ''];
  return [`${(match[1] as string).toLowerCase().replace(' ', '_')}${match[3] ?? ''}`, match[2] as string];
};

/** What the type of a row adds to a question; null for a type that is not taken over, which is reported. */
export const typedIn = (
  row: ReadRow,
  own: OwnWords,
  lists: Lists,
): ({ readonly type: string } & Readonly<Record<string, unknown>>) | null => {
  const [xls, listName] = typeParts(row.text('type'));
  const possible = ours[xls];
  if (possible === undefined) {
    row.say('outside', 'type', 'typeOutside');
    return null;
  }
  const names = (lists.get(listName) ?? []).map(({ name }) => name.toLowerCase()).sort();
  const isYesNo = xls === 'select_one' && names.join() === 'no,yes';
  const type = typeof own.type === 'string' && possible.includes(own.type) ? own.type : isYesNo ? 'yesNo' : (possible[0] as string);
  switch (type) {
    case 'choice':
    case 'choices':
      return { type, ...choicesOf(row, listName, lists) };
    case 'codeList':
      return { type, list: own.list, appearance: own.appearance };
    case 'number':
      return {
        type,
        bounds: boundsOf(row),
        wholeNumber: xls.startsWith('int'),
        ...(own.unitText === undefined ? {} : { unitText: own.unitText }),
      };
    case 'money':
      return { type, bounds: boundsOf(row) };
    case 'quantity':
      return { type, units: own.units, bounds: boundsOf(row), ...ownMapping(own) };
    case 'date':
      return { type, between: constrained(row, daysIn, noBounds) };
    case 'consent':
      return { type, mustBeGiven: own.mustBeGiven === undefined ? /^yes$/i.test(row.text('required')) : own.mustBeGiven === true };
    case 'yesNo':
      return { type };
    default:
      return { type, ...textOf(row, own) };
  }
};

/** How the answer becomes activity data; XLSForm knows nothing of it. */
export const ownMapping = (own: OwnWords) => (own.mapping === undefined ? {} : { mapping: own.mapping });

/** How conditions further down may name a question. */
export const fieldOf = (record: QuestionRecord, part: NamedField['part'], list: readonly ReadChoice[]): NamedField => ({
  id: record.id,
  type: textTypes.includes(record.type) ? 'text' : (record.type as NamedField['type']),
  part,
  choice: (name) => list.find((one) => one.name === name)?.id ?? name,
});
