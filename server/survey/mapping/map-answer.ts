import type { ActivityData } from '../../domain/categories.js';
import { activityFields } from '../../domain/request-shape.js';
import { evaluateTruth } from '../../expression/evaluate.js';
import { type ActivityNote, activityNotes } from '../activity-notes.js';
import type { Edition } from '../edition.js';
import { environmentOf } from '../question-functions.js';
import { bindFields } from './bind.js';
import type { ActivityMapping, Mapping } from './mapping.js';
import { activityIdOf, type Place } from './place.js';
import { readAmount } from './read-amount.js';
import { askedIn, type Scope } from './scope.js';
import { sourcesOf, sourcesOfField } from './sources.js';

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

const byMapping = (mapping: ActivityMapping, scope: Scope, qualities: Edition['evidenceQuality']): Mapped => {
  const fields = activityFields(mapping.category);
  const { values, notes, lacks } = bindFields(mapping.fields, fields, scope, null);
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
      ...qualityOf(mapping, scope, qualities),
    } as unknown as ActivityData,
    notes,
    parts: new Map(optional.map((key) => [key, sourcesOfField(mapping.fields, key).filter(isGiven(scope)).map(scope.placeOf)])),
  };
};

/** The first mapping whose condition holds; none where none does. */
export const mappingFor = (mappings: readonly Mapping[], scope: Scope): Mapping | undefined =>
  mappings.find(({ when }) => when === null || evaluateTruth(when, environmentOf(scope.find)) === true);

/** Makes an answer, or a row of one, into an activity. */
export const mapAnswer = (mappings: readonly Mapping[], scope: Scope, qualities: Edition['evidenceQuality']): Mapped => {
  const mapping = mappingFor(mappings, scope);
  if (mapping === undefined) return none([activityNotes.noMapping(scope.own)]);
  return mapping.kind === 'leftOut' ? none([activityNotes.leftOut(scope.own, mapping.why)]) : byMapping(mapping, scope, qualities);
};
