import type { ActivityData } from '../../domain/categories.js';
import { activityFields } from '../../domain/request-shape.js';
import { type ActivityNote, activityNotes } from '../activity-notes.js';
import type { Edition } from '../edition.js';
import { bindFields } from './bind.js';
import type { ActivityMapping, Bindings, Mapping } from './mapping.js';
import { mappingFor } from './mapping-for.js';
import { type Conversion, type Money, moneyOfAnswer } from './money-of-answer.js';
import { activityIdOf, type Place } from './place.js';
import { readAmount } from './read-amount.js';
import { askedIn, type Scope } from './scope.js';
import { sourcesOf, sourcesOfField } from './sources.js';

/** What of an edition mappings need beside its questions. */
export type MappingEdition = Pick<Edition, 'evidenceQuality' | 'prices' | 'referenceYear'>;

/** What is said of a cost beside an unknown quantity. */
export const noteOf = (money: Money, { own }: Scope): readonly ActivityNote[] =>
  'converted' in money ? [activityNotes.converted(own, money.converted)] : [activityNotes.moneyRefused(money.place, money.refused)];

/** What became of an answer: an activity, or none, and what has to be said of it. */
export interface Mapped {
  readonly activity: ActivityData | null;
  readonly notes: readonly ActivityNote[];
  /** Where each field of the activity that it could do without came from. */
  readonly parts: ReadonlyMap<string, readonly Place[]>;
}

const none = (notes: readonly ActivityNote[]): Mapped => ({ activity: null, notes, parts: new Map() });

/** Amounts of other questions that belong to an answer of which nothing came: named, each unless something was said of it before. */
export const amountsWithoutWhole = (mapping: Mapping, scope: Scope, said: readonly ActivityNote[]): readonly ActivityNote[] => {
  if (mapping.kind === 'leftOut' || scope.own.row !== undefined) return [];
  const { question } = askedIn(scope, scope.own.question);
  return sourcesOf(mapping.fields).flatMap((id) => {
    const { type } = askedIn(scope, id).question;
    if (id === question.id || (type !== 'quantity' && type !== 'monthly')) return [];
    const { value } = readAmount(scope, id, false);
    const isSaid = said.some((note) => note.question === id);
    return value === null || value.quantity === 0 || isSaid ? [] : [activityNotes.partWithoutWhole(scope.placeOf(id), question.code)];
  });
};

/** Whether a question gave anything to a field it was bound to. */
const isGiven =
  (scope: Scope) =>
  (id: string): boolean => {
    const { relevance, answer } = askedIn(scope, id);
    return relevance !== false && answer.state === 'answered' && !(answer.value.kind === 'quantity' && answer.value.number === 0);
  };

/** The quality of what evidence was named for it; none where none was. */
const qualityOf = ({ qualityFrom }: ActivityMapping, scope: Scope, qualities: Edition['evidenceQuality']) => {
  if (qualityFrom === null) return {};
  const { relevance, answer } = askedIn(scope, qualityFrom);
  if (relevance === false || answer.state !== 'answered' || answer.value.kind !== 'text') return {};
  const quality = qualities[answer.value.text];
  return quality === undefined ? {} : { quality };
};

/** A converted quantity in the place of the one that is not known. */
const inPlaceOfQuantity = ({ typical, unit }: Conversion): Bindings => ({
  quantity: { kind: 'constant', value: typical },
  unit: { kind: 'constant', value: unit },
});

/**
 * How well a converted quantity is known. Its bounds are the ends of what is possible, and it is likeliest near what is typical; where
 * everything was known there are none, and the default of converted quantities counts.
 */
const uncertaintyOf = ({ low, high }: Conversion) =>
  high > low ? { uncertainty: { lower: low, upper: high, distribution: 'triangular' as const } } : {};

/** Amounts that make up the quantity together with the one that is not known, such as stocks: not counted where a cost stands in for it. */
const setAside = ({ fields, money }: ActivityMapping, scope: Scope): readonly ActivityNote[] => {
  const cost = money === null ? '' : askedIn(scope, money.from).question.code;
  return sourcesOfField(fields, 'quantity').flatMap((id) => {
    const { value } = readAmount(scope, id, false);
    return value === null || value.quantity === 0 ? [] : [activityNotes.setAside(scope.placeOf(id), cost)];
  });
};

const byMapping = (mapping: ActivityMapping, scope: Scope, edition: MappingEdition): Mapped => {
  const fields = activityFields(mapping.category);
  const money = moneyOfAnswer(mapping, scope, edition.prices, edition.referenceYear);
  const converted = money !== null && 'converted' in money ? money.converted : null;
  const bindings = converted === null ? mapping.fields : { ...mapping.fields, ...inPlaceOfQuantity(converted) };
  const { values, notes: found, lacks } = bindFields(bindings, fields, scope, null);
  const notes = money === null ? found : [...found, ...noteOf(money, scope), ...(converted === null ? [] : setAside(mapping, scope))];
  if (lacks.length > 0) {
    const isSaid = scope.own.row !== undefined && notes.length > 0;
    const lacking = lacks.find((id) => id !== scope.own.question && askedIn(scope, id).answer.state !== 'answered');
    const code = lacking === undefined ? null : askedIn(scope, lacking).question.code;
    const isNegative = notes.some((note) => note.code === 'differenceNegative');
    const said = [...notes, ...(isSaid || isNegative || code === null ? [] : [activityNotes.partMissing(scope.own, code)])];
    return none([...said, ...(isNegative ? [] : amountsWithoutWhole(mapping, scope, said))]);
  }
  const optional = Object.keys(mapping.fields).filter((key) => fields.find((field) => field.key === key)?.required !== true);
  return {
    // Its fields are those of its category: the check of the data files saw to it, and the calculation reads it like any other request.
    activity: {
      id: activityIdOf(scope.own),
      category: mapping.category,
      ...values,
      ...(converted === null
        ? qualityOf(mapping, scope, edition.evidenceQuality)
        : { quality: 'convertedFromMoney', ...uncertaintyOf(converted) }),
    } as unknown as ActivityData,
    notes,
    parts: new Map(optional.map((key) => [key, sourcesOfField(mapping.fields, key).filter(isGiven(scope)).map(scope.placeOf)])),
  };
};

/** Makes an answer, or a row of one, into an activity. */
export const mapAnswer = (mappings: readonly Mapping[], scope: Scope, edition: MappingEdition): Mapped => {
  const mapping = mappingFor(mappings, scope);
  if (mapping === undefined) return none([activityNotes.noMapping(scope.own)]);
  return mapping.kind === 'leftOut' ? none([activityNotes.leftOut(scope.own, mapping.why)]) : byMapping(mapping, scope, edition);
};
