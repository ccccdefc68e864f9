import type { ActivityData } from '../../domain/categories.js';
import type { FactorData } from '../../domain/factor-data.js';
import type { Fault } from '../../domain/fault.js';
import { inventoryFrom } from '../../domain/inventory-from.js';
import type { InventoryRequest } from '../../domain/inventory-request.js';
import { readInventoryRequest } from '../../domain/read-request.js';
import { anyNumber, inventoryProblems } from '../../problem/inventory-problems.js';
import { type ProblemKind, type Sentence, sentenceOf } from '../../problem/problem.js';
import { type ActivityNote, activityNotes } from '../activity-notes.js';
import { surveyMethod } from '../survey-method.js';
import type { Mapped } from './map-answer.js';
import { type Place, placeOf } from './place.js';

/** The year and sector of a survey. */
export type Setting = Pick<InventoryRequest, 'reportingYear' | 'sector'>;

const problems: Readonly<Record<string, ProblemKind | undefined>> = inventoryProblems;

const sentence = ({ code, values }: Fault): Sentence => {
  const kind = problems[code];
  if (kind === undefined) throw new Error(`The fault ${code} has no sentence.`);
  return { en: sentenceOf(kind, { ...values, noun: anyNumber.en }).en, ko: sentenceOf(kind, { ...values, noun: anyNumber.ko }).ko };
};

/** An activity as the calculation takes it, or what it says against it; the first fault is enough to mend. */
const examined = (activity: ActivityData, setting: Setting, factors: FactorData): { readonly activity: ActivityData } | Fault => {
  const read = readInventoryRequest({ ...setting, ...surveyMethod, activityData: [activity] }, factors);
  const result = inventoryFrom(read, factors, setting.reportingYear);
  const [fault] = 'faults' in result ? result.faults : [];
  return fault ?? { activity: read.request?.activityData[0] ?? activity };
};

/** A fault that respondents know under another name, said in the words of the survey. */
const ofPart = (fault: Fault, place: Place): ActivityNote =>
  fault.code === 'instrumentsOverConsumption' ? activityNotes.instrumentsOverUse(place) : activityNotes.partRefused(place, sentence(fault));

const ofWhole = (fault: Fault, place: Place): ActivityNote =>
  fault.code === 'heatOriginMissing' ? activityNotes.heatSourceMissing(place) : activityNotes.refusedByCalculation(place, sentence(fault));

/**
 * Leaves out what the calculation refuses, aloud: the part that is at fault where the activity can do without it, else the activity. No
 * answer may stop the inventory of the others.
 */
export const computable = (mapped: Mapped, setting: Setting, factors: FactorData): Mapped => {
  if (mapped.activity === null) return mapped;
  const fault = examined(mapped.activity, setting, factors);
  if ('activity' in fault) return { ...mapped, activity: fault.activity };
  const key = /^activityData\[0\]\.([A-Za-z0-9]+)/.exec(fault.field)?.[1] ?? '';
  const places = mapped.parts.get(key) ?? [];
  if (places.length === 0 || !Object.hasOwn(mapped.activity, key)) {
    return { ...mapped, activity: null, notes: [...mapped.notes, ofWhole(fault, placeOf(mapped.activity.id))] };
  }
  const { [key as 'id']: _, ...rest } = mapped.activity;
  const held = places.filter(
    (place) => !mapped.notes.some((note) => note.question === place.question && note.row === place.row && note.column === place.column),
  );
  return computable(
    { ...mapped, activity: rest as ActivityData, notes: [...mapped.notes, ...held.map((place) => ofPart(fault, place))] },
    setting,
    factors,
  );
};
