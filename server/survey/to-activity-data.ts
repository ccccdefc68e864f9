import type { FactorData } from '../domain/factor-data.js';
import type { InventoryRequest } from '../domain/inventory-request.js';
import { type ActivityNote, activityNotes } from './activity-notes.js';
import type { Edition, Mapping, Question, TableQuestion } from './edition.js';
import { computable } from './mapping/computable.js';
import { amountsWithoutWhole, type Mapped, mapAnswer, noteOf } from './mapping/map-answer.js';
import { mappingFor } from './mapping/mapping-for.js';
import { moneyOfAnswer } from './mapping/money-of-answer.js';
import { questionScope, rowScope } from './mapping/scope.js';
import type { AskedQuestion } from './question-functions.js';
import { type Looked, lookThrough } from './relevance.js';
import type { Response } from './response.js';

/** What the calculation needs from a response, and what was left out of it and why. The caller adds factor set and GWP. */
export interface SurveyActivityData extends Pick<InventoryRequest, 'reportingYear' | 'sector' | 'activityData'> {
  readonly notes: readonly ActivityNote[];
}

/** What of the catalog answers are turned into activity data with. */
export interface ActivityCatalog {
  readonly emissionFactors: FactorData;
}

const mappingsOf = (question: Question): readonly Mapping[] => ('mappings' in question ? (question.mappings ?? []) : []);

const leftOut = (...notes: readonly ActivityNote[]): readonly Mapped[] => [{ activity: null, notes, parts: new Map() }];

const isTable = (asked: AskedQuestion): asked is AskedQuestion & { readonly question: TableQuestion } => asked.question.type === 'table';

/** The activities of an answer that is there: one, or one for each row. */
const ofAnswer = (asked: AskedQuestion, looked: Looked, edition: Edition): readonly Mapped[] => {
  const mappings = mappingsOf(asked.question);
  const isByRow = mappings.some(({ each }) => each === 'row');
  const { answer } = asked;
  if (!isByRow || !isTable(asked) || answer.state !== 'answered' || answer.value.kind !== 'table') {
    return [mapAnswer(mappings, questionScope(asked.question.id, looked), edition)];
  }
  return answer.value.rows.map((row) => mapAnswer(mappings, rowScope(asked, row, looked), edition));
};

/** An answer of which nothing comes, with the amounts that belong to it. */
const withoutWhole = (asked: AskedQuestion, looked: Looked, notes: readonly ActivityNote[]): readonly Mapped[] => {
  const scope = questionScope(asked.question.id, looked);
  const mapping = mappingFor(
    mappingsOf(asked.question).filter(({ each }) => each === 'answer'),
    scope,
  );
  return leftOut(...notes, ...(mapping === undefined ? [] : amountsWithoutWhole(mapping, scope, notes)));
};

/** An answer that is not there: what was paid may stand in for it. */
const withoutQuantity = (asked: AskedQuestion, looked: Looked, edition: Edition, note: ActivityNote): readonly Mapped[] => {
  const scope = questionScope(asked.question.id, looked);
  const mappings = mappingsOf(asked.question).filter(({ each }) => each === 'answer');
  const mapping = mappingFor(mappings, scope);
  const money = mapping?.kind === 'activity' ? moneyOfAnswer(mapping, scope, edition.prices, edition.referenceYear) : null;
  if (money !== null && 'converted' in money) return [mapAnswer(mappings, scope, edition)];
  return withoutWhole(asked, looked, [note, ...(money === null ? [] : noteOf(money, scope))]);
};

const ofQuestion = (asked: AskedQuestion, looked: Looked, edition: Edition): readonly Mapped[] => {
  const { question, relevance, answer } = asked;
  const isFuel = edition.notCounted.fuels.includes(question.id);
  if (mappingsOf(question).length === 0 && !isFuel) return [];
  const place = { question: question.id };
  if (relevance === false) return answer.state === 'answered' ? leftOut(activityNotes.notAsked(place)) : [];
  switch (answer.state) {
    case 'notApplicable':
      return withoutWhole(asked, looked, []);
    case 'answered':
      if (isFuel) return leftOut(activityNotes.fuelNotCounted(place, answer.value.kind === 'text' ? answer.value.text : ''));
      return ofAnswer(asked, looked, edition);
    // Asked only if an earlier answer says so, and that answer is not there yet.
    case 'blank':
      return withoutQuantity(asked, looked, edition, relevance === null ? activityNotes.undecided(place) : activityNotes.blank(place));
    case 'unknown':
      return withoutQuantity(asked, looked, edition, activityNotes.unknown(place));
    default:
      return withoutWhole(asked, looked, [activityNotes[answer.state](place)]);
  }
};

/**
 * Turns a response into activity data. The id of an activity is the id of its question, with the number of the row where it is one of a
 * table. Nothing is filled in but what a cost stands for, aloud: what is blank, unknown, refused or unreadable is left out and named in
 * `notes`, and so is what the calculation has no place for or refuses; zero is handed on as zero.
 */
export const toActivityData = (edition: Edition, response: Response, { emissionFactors }: ActivityCatalog): SurveyActivityData => {
  const looked = lookThrough(edition, response.answers);
  const setting = { reportingYear: edition.referenceYear, sector: edition.sector };
  const all = [...looked.questions.values()]
    .flatMap((asked) => ofQuestion(asked, looked, edition))
    .map((mapped) => computable(mapped, setting, emissionFactors));
  return {
    ...setting,
    activityData: all.flatMap(({ activity }) => (activity === null ? [] : [activity])),
    notes: all.flatMap(({ notes }) => notes),
  };
};
