import type { Confidence } from '../domain/confidence.js';
import type { TransitionPlan } from '../planner/plan.js';
import { type PlanComputationView, planComputation } from './plan-computation.js';
import { type PlanCoverView, planCover } from './plan-cover.js';
import { type PlaceAndTradeNames, type PlanEstablishmentView, planEstablishment } from './plan-establishment.js';
import { type PlanInventoryView, planInventory } from './plan-inventory.js';
import { type PlanMeasuresView, planMeasures } from './plan-measures.js';
import { cell, column, type TableView } from './plan-pieces.js';
import { type PlanProgramsView, planPrograms } from './plan-programs.js';
import type { DeclaredSource, SourceView } from './plan-sources.js';
import { type Wording, wording } from './plan-wording.js';
import type { Language } from './words/words.js';

export interface PlanNotesView {
  readonly heading: string;
  readonly lead: string;
  readonly notes: readonly string[];
  readonly legend: TableView;
}

export interface PlanSourcesView {
  readonly heading: string;
  readonly lead: string;
  readonly sources: readonly SourceView[];
}

/** Everything a transition plan prints, rounded and worded: the page, the charts and the PDF show this and nothing else. */
export interface PlanView {
  readonly language: Language;
  readonly title: string;
  readonly preparedOn: string;
  readonly cover: PlanCoverView;
  readonly establishment: PlanEstablishmentView;
  readonly inventory: PlanInventoryView;
  readonly measures: PlanMeasuresView;
  readonly programs: PlanProgramsView;
  readonly notes: PlanNotesView;
  readonly computation: PlanComputationView;
  readonly sources: PlanSourcesView;
}

export interface PlanViewOptions {
  readonly language: Language;
  /** The day the plan was made, YYYY-MM-DD. */
  readonly date: string;
  /** Declared sources of the emission factors, of which a line of the inventory carries the id alone. */
  readonly factorSources: readonly DeclaredSource[];
  /** Names of regions and industries; without them codes are printed as they were given. */
  readonly names?: PlaceAndTradeNames;
}

const levels: readonly Confidence[] = ['read-in-original', 'two-copies', 'read-in-copy', 'derived', 'recalled'];

const notesView = (plan: TransitionPlan, { words, text, badge }: Wording): PlanNotesView => ({
  heading: words.notes.heading,
  lead: words.notes.lead,
  notes: [...plan.notes.map(text), words.notes.rounding, words.notes.checks],
  legend: {
    caption: words.notes.legend,
    columns: [column(words.notes.badge, 'start', 20), column(words.notes.meaning, 'start', 80)],
    rows: levels.map((level) => [{ text: '', badge: badge(level) }, cell(words.confidenceMeaning[level])]),
    hasTotal: false,
  },
});

type Parts = Pick<PlanView, 'measures' | 'programs' | 'computation' | 'sources'>;

/** Numbers the appendices that have something in them, in the order in which they are printed. */
const withAppendices = <P extends Parts>(parts: P, { words }: Wording): P => {
  let number = 0;
  const titled = (title: string, isShown: boolean): string => {
    if (!isShown) return title;
    number += 1;
    return words.appendix(String(number), title);
  };
  const { measures, programs, computation, sources } = parts;
  return {
    ...parts,
    measures: { ...measures, detailsHeading: titled(measures.detailsHeading, measures.details.length > 0) },
    programs: { ...programs, detailsHeading: titled(programs.detailsHeading, programs.groups.length > 0) },
    computation: { ...computation, heading: titled(computation.heading, true) },
    sources: { ...sources, heading: titled(sources.heading, true) },
  };
};

/** Words a transition plan in one language. Pure: the same plan, language and date give the same view. */
export const planView = (plan: TransitionPlan, options: PlanViewOptions): PlanView => {
  const worded = wording(options.language, options.factorSources);
  const { words } = worded;
  const [year = 0, month = 0, day = 0] = options.date.split('-').map(Number);
  const preparedOn = words.date(year, month, day);
  // Sources are numbered as they are first cited, so the parts are worded in the order in which they are read.
  const parts = {
    cover: planCover(plan, preparedOn, worded),
    establishment: planEstablishment(plan, options.names ?? { regions: [], industries: [] }, worded),
    inventory: planInventory(plan, worded),
    measures: planMeasures(plan, worded),
    programs: planPrograms(plan, worded),
    notes: notesView(plan, worded),
    computation: planComputation(plan, worded),
  };
  const sources: PlanSourcesView = { heading: words.sources.heading, lead: words.sources.lead, sources: worded.sources.list() };
  return {
    language: options.language,
    title: words.documentTitle(plan.establishment.name, String(plan.inventory.reportingYear)),
    preparedOn,
    ...withAppendices({ ...parts, sources }, worded),
  };
};
