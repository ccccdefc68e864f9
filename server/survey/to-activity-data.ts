import type { InventoryRequest } from '../domain/inventory-request.js';
import { type ActivityNote, activityNotes } from './activity-notes.js';
import { type Amount, amountOf } from './amount-of.js';
import type { Edition, Mapping, MonthlyQuestion, QuantityQuestion, Question } from './edition.js';
import { boughtElectricity, instrumentsWithoutElectricity, type Mapped, ownElectricity } from './electricity-of-answers.js';
import type { AskedQuestion } from './question-functions.js';
import { type Looked, lookThrough } from './relevance.js';
import type { Response } from './response.js';

/** What the calculation needs from a response, and what was left out of it and why. The caller adds factor set and GWP. */
export interface SurveyActivityData extends Pick<InventoryRequest, 'reportingYear' | 'sector' | 'activityData'> {
  readonly notes: readonly ActivityNote[];
}

type MappedQuestion = (QuantityQuestion | MonthlyQuestion) & { readonly mapping: Mapping };

const isMapped = (question: Question): question is MappedQuestion =>
  (question.type === 'quantity' || question.type === 'monthly') && question.mapping !== null;

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

const heat = (id: string, amount: Amount, mapping: Extract<Mapping, { category: 'purchasedHeat' }>, looked: Looked): Mapped => {
  const choice = answeredText(looked, mapping.kindFrom);
  const supplier = answeredText(looked, mapping.supplierFrom);
  const base = { id, category: mapping.category, ...amount } as const;
  if (supplier !== null) return { activity: { ...base, supplier }, notes: [] };
  const kind = choice === null ? null : (mapping.kinds[choice] ?? null);
  if (kind === null || choice === null) return { activity: null, notes: [activityNotes.heatSourceMissing(id)] };
  return { activity: { ...base, kind }, notes: mapping.assumed.includes(choice) ? [activityNotes.heatKindAssumed(id)] : [] };
};

const ofCategory = (question: MappedQuestion, amount: Amount, looked: Looked): Mapped => {
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
      return boughtElectricity(id, amount, mapping, looked);
    case 'ownElectricity':
      return ownElectricity(id, amount, mapping, looked);
    case 'purchasedHeat':
      return heat(id, amount, mapping, looked);
  }
};

/** The activity of an answer with the quality that the evidence named beside it means; none where it was not named. */
const mapped = (question: MappedQuestion, amount: Amount, looked: Looked, qualities: Edition['evidenceQuality']): Mapped => {
  const { activity, notes } = ofCategory(question, amount, looked);
  const { qualityFrom } = question.mapping;
  const evidence = qualityFrom === null ? null : answeredText(looked, qualityFrom);
  const quality = evidence === null ? undefined : qualities[evidence];
  return { activity: activity === null || quality === undefined ? activity : { ...activity, quality }, notes };
};

const ofQuestion = (
  { question, relevance, answer }: AskedQuestion,
  looked: Looked,
  { notCounted, evidenceQuality }: Pick<Edition, 'notCounted' | 'evidenceQuality'>,
): Mapped => {
  const isFuel = notCounted.fuels.includes(question.id);
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
      return amount.quantity < 0 ? leftOut(activityNotes.negative(question.id)) : mapped(question, amount, looked, evidenceQuality);
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
  const all = [...looked.questions.values()].map((asked) => ({ question: asked.question, ...ofQuestion(asked, looked, edition) }));
  // Contracts on electricity are of no use where the electricity itself is left out.
  const alone = all.flatMap(({ question, activity }) =>
    isMapped(question) && question.mapping.category === 'purchasedElectricity' && activity === null
      ? instrumentsWithoutElectricity(Object.keys(question.mapping.instruments), looked)
      : [],
  );
  return {
    reportingYear: edition.referenceYear,
    sector: edition.sector,
    activityData: all.flatMap(({ activity }) => (activity === null ? [] : [activity])),
    notes: [...all.flatMap(({ notes }) => notes), ...alone],
  };
};
