import type { ActivityData } from '../domain/categories.js';
import type { InventoryRequest } from '../domain/inventory-request.js';
import { type ActivityNote, activityNotes } from './activity-notes.js';
import type { Answer } from './answer.js';
import type { Edition, Mapping, MonthlyQuestion, QuantityQuestion, Question } from './edition.js';
import type { AskedQuestion } from './question-functions.js';
import { type Looked, lookThrough } from './relevance.js';
import type { Response } from './response.js';
import { yearOf } from './year-quantity.js';

/** What the calculation needs from a response, and what was left out of it and why. The caller adds factor set and GWP. */
export interface SurveyActivityData extends Pick<InventoryRequest, 'reportingYear' | 'sector' | 'activityData'> {
  readonly notes: readonly ActivityNote[];
}

type MappedQuestion = (QuantityQuestion | MonthlyQuestion) & { readonly mapping: Mapping };

const isMapped = (question: Question): question is MappedQuestion =>
  (question.type === 'quantity' || question.type === 'monthly') && question.mapping !== null;

interface Amount {
  readonly quantity: number;
  readonly unit: string;
}

const amountOf = (answer: Answer): Amount | null => {
  if (answer.state !== 'answered') return null;
  const { value } = answer;
  if (value.kind === 'quantity') return { quantity: value.number, unit: value.unit };
  const quantity = value.kind === 'monthly' ? yearOf(value) : null;
  return value.kind === 'monthly' && quantity !== null ? { quantity, unit: value.unit } : null;
};

const answeredText = (looked: Looked, id: string): string | null => {
  const asked = looked.questions.get(id);
  return asked !== undefined && asked.relevance !== false && asked.answer.state === 'answered' && asked.answer.value.kind === 'text'
    ? asked.answer.value.text
    : null;
};

const answeredNumber = (looked: Looked, id: string): number | null => {
  const asked = looked.questions.get(id);
  return asked !== undefined && asked.relevance !== false && asked.answer.state === 'answered' && asked.answer.value.kind === 'number'
    ? asked.answer.value.number
    : null;
};

interface Mapped {
  readonly activity: ActivityData | null;
  readonly notes: readonly ActivityNote[];
}

const heat = (id: string, amount: Amount, mapping: Extract<Mapping, { category: 'purchasedHeat' }>, looked: Looked): Mapped => {
  const choice = answeredText(looked, mapping.kindFrom);
  const supplier = answeredText(looked, mapping.supplierFrom);
  const base = { id, category: mapping.category, ...amount } as const;
  if (supplier !== null) return { activity: { ...base, supplier }, notes: [] };
  const kind = choice === null ? null : (mapping.kinds[choice] ?? null);
  if (kind === null || choice === null) return { activity: null, notes: [activityNotes.heatSourceMissing(id)] };
  return { activity: { ...base, kind }, notes: mapping.assumed.includes(choice) ? [activityNotes.heatKindAssumed(id)] : [] };
};

const mapped = (question: MappedQuestion, amount: Amount, looked: Looked): Mapped => {
  const { mapping, id } = question;
  switch (mapping.category) {
    case 'stationaryCombustion': {
      const heatContent = mapping.grossMJPerNm3From === null ? null : answeredNumber(looked, mapping.grossMJPerNm3From);
      const base = { id, category: mapping.category, fuel: mapping.fuel, ...amount } as const;
      return { activity: heatContent === null ? base : { ...base, grossMJPerNm3: heatContent }, notes: [] };
    }
    case 'mobileCombustion':
      return { activity: { id, category: mapping.category, fuel: mapping.fuel, mode: mapping.mode, ...amount }, notes: [] };
    case 'purchasedElectricity':
      return { activity: { id, category: mapping.category, ...amount }, notes: [] };
    case 'purchasedHeat':
      return heat(id, amount, mapping, looked);
  }
};

const ofQuestion = ({ question, relevance, answer }: AskedQuestion, looked: Looked, fuels: readonly string[]): Mapped => {
  const isFuel = fuels.includes(question.id);
  if (!isMapped(question) && !isFuel) return { activity: null, notes: [] };
  const leftOut = (note: ActivityNote): Mapped => ({ activity: null, notes: [note] });
  if (relevance === false) {
    return answer.state === 'answered' ? leftOut(activityNotes.notAsked(question.id)) : { activity: null, notes: [] };
  }
  switch (answer.state) {
    case 'notApplicable':
      return { activity: null, notes: [] };
    case 'answered': {
      if (!isMapped(question))
        return leftOut(activityNotes.fuelNotCounted(question.id, answer.value.kind === 'text' ? answer.value.text : ''));
      const amount = amountOf(answer);
      if (amount === null) return leftOut(activityNotes.monthsMissing(question.id));
      // Out of bounds is an error of the response; a draft's result must not stumble over it.
      return amount.quantity < 0 ? leftOut(activityNotes.negative(question.id)) : mapped(question, amount, looked);
    }
    // Asked only if an earlier answer says so, and that answer is not there yet.
    case 'blank':
      return relevance === null ? leftOut(activityNotes.undecided(question.id)) : leftOut(activityNotes.blank(question.id));
    default:
      return leftOut(activityNotes[answer.state](question.id));
  }
};

/**
 * Turns a response into activity data. The id of an activity is the id of its question. Nothing is filled in: what is blank, unknown,
 * refused or unreadable is left out and named in `notes`, and so is energy that the calculation has no place for; zero is handed on as zero.
 */
export const toActivityData = (edition: Edition, response: Response): SurveyActivityData => {
  const looked = lookThrough(edition, response.answers);
  const { fuels, instruments, ownGeneration } = edition.notCounted;
  const all = [...looked.questions.values()].map((asked) => ofQuestion(asked, looked, fuels));
  const given = (id: string): boolean => {
    const asked = looked.questions.get(id);
    const amount = asked === undefined || asked.relevance === false ? null : amountOf(asked.answer);
    return amount !== null && amount.quantity > 0;
  };
  return {
    reportingYear: edition.referenceYear,
    sector: edition.sector,
    activityData: all.flatMap(({ activity }) => (activity === null ? [] : [activity])),
    notes: [
      ...all.flatMap(({ notes }) => notes),
      ...instruments.filter(given).map((id) => activityNotes.instrumentNotCounted(id)),
      ...ownGeneration.filter(given).map((id) => activityNotes.ownGenerationNotCounted(id)),
    ],
  };
};
