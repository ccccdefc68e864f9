import { exactSum } from '../../domain/exact-sum.js';
import type { Field } from '../../domain/field.js';
import { convert } from '../../domain/units.js';
import { evaluate } from '../../expression/evaluate.js';
import { type ActivityNote, activityNotes } from '../activity-notes.js';
import type { TableQuestion } from '../edition.js';
import { environmentOf } from '../question-functions.js';
import type { AnswerBinding, Binding, Bindings, SumBinding, Word } from './mapping.js';
import { isNone, nothing, type Read, type ReadAmount, readAmount, saidOfMissing } from './read-amount.js';
import { askedIn, questionsIn, rowScope, type Scope } from './scope.js';
import { sourcesOfField } from './sources.js';

/** A hair's breadth for amounts that were converted. */
const tolerance = 1e-9;

/** Where a field stands: what its answers are looked up in, and the unit that the amounts beside it are in. */
interface Level {
  readonly scope: Scope;
  readonly unit: string | null;
}

const amountFields: readonly Field['kind'][] = ['quantity', 'positive', 'share', 'percentage', 'number', 'year'];

/** In the unit of the field, or else of the amounts beside it. A number without a unit is in that unit already. */
const inUnit = ({ quantity, unit }: ReadAmount, target: string | null): number | null =>
  unit === null ? quantity : target === null ? null : convert(quantity, unit, target);

/** 95 % are 0.95, and not 95 × 0.01 with its last bit wrong. */
const scaled = (number: number, times: number): number => {
  const parts = Math.round(1 / times);
  return parts > 1 && Math.abs(parts * times - 1) < tolerance ? number / parts : number * times;
};

const wordOf = (binding: AnswerBinding, { scope }: Level, needed: boolean): Read<Word> => {
  const { question, relevance, answer } = askedIn(scope, binding.from);
  if (relevance === false || answer.state !== 'answered') return { value: null, notes: saidOfMissing(scope, binding.from, needed) };
  const { value } = answer;
  if (value.kind !== 'text' && value.kind !== 'truth') throw new Error(`${binding.from} has no words.`);
  const given = value.kind === 'text' ? value.text : value.truth ? 'yes' : 'no';
  const word = binding.words === null ? (value.kind === 'text' ? value.text : value.truth) : (binding.words[given] ?? null);
  const place = scope.placeOf(binding.from);
  if (word === null) {
    const choice = 'choices' in question ? question.choices.find(({ id }) => id === given) : undefined;
    return { value: null, notes: needed && choice !== undefined ? [activityNotes.choiceNotCounted(place, choice.text)] : [] };
  }
  const assumed = binding.assumed[given];
  return { value: word, notes: assumed === undefined ? [] : [activityNotes.assumed(scope.own, assumed)] };
};

const numberOf = (binding: AnswerBinding, field: Field, { scope, unit }: Level, needed: boolean): Read<Word> => {
  const { value, notes } = readAmount(scope, binding.from, needed);
  if (value === null) return { value: null, notes };
  const number = inUnit(value, field.unit ?? unit);
  return number === null
    ? { value: null, notes: [activityNotes.unitsDiffer(scope.placeOf(binding.from))] }
    : { value: scaled(number, binding.times), notes };
};

const answered = (binding: AnswerBinding, field: Field, level: Level, needed: boolean): Read<Word> => {
  const { question } = askedIn(level.scope, binding.from);
  const isAmount = question.type === 'number' || question.type === 'quantity' || question.type === 'monthly';
  return isAmount && amountFields.includes(field.kind) ? numberOf(binding, field, level, needed) : wordOf(binding, level, needed);
};

const sumOf = ({ plus, minus, orElse }: SumBinding, field: Field, { scope, unit }: Level, needed: boolean): Read<Word> => {
  const target = field.unit ?? unit;
  const parts = [...plus.map((id) => [id, 1] as const), ...minus.map((id) => [id, -1] as const)].map(([id, sign]) => {
    const { value, notes } = readAmount(scope, id, needed && orElse === null);
    if (value === null) return { id, number: isNone(scope, id) ? 0 : null, notes };
    const number = inUnit(value, target);
    return number === null ? { id, number, notes: [activityNotes.unitsDiffer(scope.placeOf(id))] } : { id, number: sign * number, notes };
  });
  const missing = parts.filter(({ number }) => number === null);
  const told = parts.flatMap((part) => part.notes);
  const whole = parts.find(({ id }) => id === orElse);
  if (missing.length > 0) {
    if (whole === undefined || whole.number === null) return { value: null, notes: told };
    const taken = askedIn(scope, whole.id).question.code;
    return { value: whole.number, notes: missing.map(({ id }) => activityNotes.restUnknown(scope.placeOf(id), taken)) };
  }
  const numbers = parts.map(({ number }) => number ?? 0);
  const sum = exactSum(numbers);
  if (sum < -tolerance * Math.max(...numbers.map(Math.abs))) {
    return { value: null, notes: [...told, activityNotes.differenceNegative(scope.own)] };
  }
  // Nothing of a part that need not be there is no part.
  return sum <= 0 && !field.required ? { value: null, notes: told, isNothing: true } : { value: Math.max(0, sum), notes: told };
};

/** Fields with their values. A field without a value is not among them; `lacks` names what a needed one was to come from. */
export interface Bound {
  readonly values: Readonly<Record<string, unknown>>;
  readonly notes: readonly ActivityNote[];
  readonly lacks: readonly string[];
}

/** The unit that the amounts of a level are in: the one it says, else that of the first of its amounts that was answered. */
const unitOfLevel = (bindings: Bindings, scope: Scope): string | null => {
  const own = bindings.unit;
  if (own?.kind === 'constant') return String(own.value);
  const keys = ['quantity', ...Object.keys(bindings).filter((key) => key !== 'quantity')];
  for (const key of keys) {
    const binding = bindings[key];
    if (binding?.kind !== 'answer' && binding?.kind !== 'sum') continue;
    for (const id of sourcesOfField(bindings, key)) {
      const { type } = askedIn(scope, id).question;
      const unit = type === 'quantity' || type === 'monthly' ? readAmount(scope, id, false).value?.unit : null;
      if (unit !== undefined && unit !== null) return unit;
    }
  }
  return null;
};

const listOf = (all: readonly Bound[]): Read<readonly unknown[]> => ({
  value: all.filter(({ lacks, values }) => lacks.length === 0 && values.quantity !== 0).map(({ values }) => values),
  notes: all.flatMap(({ notes }) => notes),
});

const rowsOf = (table: string, fields: Bindings, field: Field, { scope }: Level, needed: boolean): Read<readonly unknown[]> => {
  const asked = askedIn(scope, table);
  const { answer, relevance } = asked;
  if (relevance === false || answer.state !== 'answered' || answer.value.kind !== 'table')
    return { value: null, notes: saidOfMissing(scope, table, needed) };
  const of = { ...asked, question: asked.question as TableQuestion };
  return listOf(answer.value.rows.map((row) => bindFields(fields, field.fields ?? [], rowScope(of, row, scope.looked), null)));
};

const bound = (binding: Binding, field: Field, level: Level, needed: boolean): Read<unknown> => {
  switch (binding.kind) {
    case 'constant':
      return { value: binding.value, notes: [] };
    case 'answer':
      return answered(binding, field, level, needed);
    case 'sum':
      return sumOf(binding, field, level, needed);
    case 'expression': {
      const value = evaluate(binding.is, environmentOf(level.scope.find));
      if (typeof value === 'number' && value < 0) return { value: null, notes: [activityNotes.differenceNegative(level.scope.own)] };
      return value === null
        ? { value, notes: questionsIn(binding.is).flatMap((id) => missingIn(level.scope, id, needed)) }
        : { value, notes: [] };
    }
    case 'object': {
      const { values, notes, lacks } = bindFields(binding.fields, field.fields ?? [], level.scope, level.unit);
      const own = Object.entries(binding.fields).filter(([, { kind }]) => kind !== 'constant');
      // Constants alone are said of nothing.
      const isThere = lacks.length === 0 && (own.length === 0 || own.some(([key]) => Object.hasOwn(values, key)));
      return { value: isThere ? values : null, notes };
    }
    case 'entries':
      return emptyIsNone(listOf(binding.entries.map((entry) => bindFields(entry, field.fields ?? [], level.scope, null))));
    case 'rows':
      return emptyIsNone(rowsOf(binding.table, binding.fields, field, level, needed));
  }
};

/** Of what an expression looks at, what has no value. */
const missingIn = (scope: Scope, id: string, needed: boolean): readonly ActivityNote[] =>
  askedIn(scope, id).answer.state === 'answered' ? [] : saidOfMissing(scope, id, needed);

const emptyIsNone = ({ value, notes }: Read<readonly unknown[]>): Read<readonly unknown[]> =>
  value === null || value.length === 0 ? { ...nothing, notes } : { value, notes };

const isNeeded = (binding: Binding, field: Field): boolean => field.required || ('needed' in binding && binding.needed);

/**
 * Puts answers into the fields of an activity, or of a part of one.
 * @param fields  the fields as the category declares them
 * @param unit    of the amounts around it, where it has no unit of its own
 */
export const bindFields = (bindings: Bindings, fields: readonly Field[], scope: Scope, unit: string | null): Bound => {
  const hasUnit = fields.some(({ key }) => key === 'unit');
  const level: Level = { scope, unit: hasUnit ? unitOfLevel(bindings, scope) : unit };
  const values: Record<string, unknown> = hasUnit && level.unit !== null ? { unit: level.unit } : {};
  const notes: ActivityNote[] = [];
  const lacks: string[] = [];
  for (const [key, binding] of Object.entries(bindings)) {
    const field = fields.find((one) => one.key === key);
    if (field === undefined) throw new Error(`The field ${key} was not checked before it was mapped.`);
    const needed = isNeeded(binding, field);
    const given = bound(binding, field, level, needed);
    notes.push(...given.notes);
    if (given.value !== null) values[key] = given.value;
    else if (needed && given.isNothing !== true) lacks.push(...sourcesOfField(bindings, key));
  }
  return { values, notes, lacks };
};
