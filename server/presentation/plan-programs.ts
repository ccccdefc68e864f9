import type { ProgramMatch, ThreeValued, TransitionPlan } from '../planner/plan.js';
import { runsOfNumbers } from './plan-numbers.js';
import { type BadgeView, cell, column, type OutcomeView, type TableView } from './plan-pieces.js';
import type { Wording } from './plan-wording.js';

export interface ProgramView {
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  readonly kind: string;
  readonly badge: BadgeView;
  readonly eligibility: OutcomeView;
  /** Labelled lines: terms, window. */
  readonly terms: readonly { readonly label: string; readonly text: string }[];
  /** Conditions: how each came out, and why. */
  readonly checks: readonly { readonly outcome: OutcomeView; readonly text: string }[];
  /** Labelled lines: linked measures, sources. */
  readonly links: readonly { readonly label: string; readonly text: string }[];
  readonly noChecks: string;
}

export interface ProgramGroupView {
  readonly heading: string;
  readonly programs: readonly ProgramView[];
}

export interface PlanProgramsView {
  readonly heading: string;
  readonly lead: string;
  /** Null where there are programs to show in the summary. */
  readonly none: string | null;
  readonly summary: TableView | null;
  readonly detailsHeading: string;
  readonly detailsLead: string;
  readonly groups: readonly ProgramGroupView[];
  /** Programs whose conditions are known not to hold, in short. */
  readonly notEligible: TableView | null;
}

const labels = (program: ProgramMatch, { words }: Wording): Readonly<Record<ThreeValued, string>> =>
  program.nature === 'support' ? words.programs.eligible : words.programs.applies;

const agencyOf = (program: ProgramMatch, { text }: Wording): string =>
  [text(program.ministry), text(program.agency)].filter((name) => name !== '').join(' / ');

/** Measures of the summary by their numbers, those of which the answers cannot tell by their names. */
const measuresOf = (program: ProgramMatch, plan: TransitionPlan, { words, text }: Wording): string => {
  const linked = plan.measures.filter((measure) => program.measures.includes(measure.id));
  const fits = plan.measures.filter((measure) => measure.verdict === 'fits');
  const numbers = linked.flatMap((measure) => (measure.verdict === 'fits' ? [fits.indexOf(measure) + 1] : []));
  const names = linked.filter((measure) => measure.verdict === 'cannotTell').map((measure) => text(measure.name));
  return [numbers.length === 0 ? '' : words.programs.measureNumbers(runsOfNumbers(numbers, words)), ...names].filter(Boolean).join(', ');
};

const detail = (program: ProgramMatch, plan: TransitionPlan, wording: Wording): ProgramView => {
  const { words, text } = wording;
  const w = words.programs;
  const measures = measuresOf(program, plan, wording);
  const link = w.link(words.confidence[program.linkConfidence]);
  return {
    id: program.id,
    name: text(program.name),
    agency: agencyOf(program, wording),
    kind: text(program.kind),
    badge: wording.badge(program.confidence),
    eligibility: wording.outcome(program.eligibility, labels(program, wording)),
    terms: [
      { label: w.terms, text: text(program.terms) },
      { label: w.window, text: program.window === null ? '' : text(program.window) },
    ].filter((fact) => fact.text !== ''),
    checks: program.checks.map((check) => ({
      outcome: wording.outcome(check.outcome, words.outcomes),
      text: `${text(check.label)}: ${text(check.reason)}`,
    })),
    links: [
      { label: w.measures, text: measures === '' ? '' : `${measures} (${link})` },
      { label: words.sources.label, text: wording.sources.citeAll(program.sources) },
    ].filter((fact) => fact.text !== ''),
    noChecks: w.noChecks,
  };
};

const summaryTable = (programs: readonly ProgramMatch[], wording: Wording): TableView | null => {
  const w = wording.words.programs;
  if (programs.length === 0) return null;
  return {
    caption: w.summary,
    columns: [
      column(w.program, 'start', 38),
      column(w.window, 'start', 28),
      column(w.agency, 'start', 24),
      column(w.eligibility, 'start', 13),
      column(wording.words.confidenceHeading, 'start', 11),
    ],
    rows: programs.map((program) => [
      cell(wording.text(program.name), wording.text(program.kind)),
      cell(program.window === null ? wording.words.dash : wording.text(program.window)),
      cell(wording.text(program.agency) || wording.text(program.ministry)),
      { text: '', outcome: wording.outcome(program.eligibility, labels(program, wording)) },
      { text: '', badge: wording.badge(program.confidence) },
    ]),
    hasTotal: false,
  };
};

const notEligibleTable = (programs: readonly ProgramMatch[], wording: Wording): TableView | null => {
  const w = wording.words.programs;
  if (programs.length === 0) return null;
  const reasons = (program: ProgramMatch) =>
    program.checks
      .filter((check) => check.outcome === 'no')
      .map((check) => `${wording.text(check.label)}: ${wording.text(check.reason)}`)
      .join('\n');
  return {
    caption: w.notEligible,
    columns: [column(w.program, 'start', 36), column(w.why, 'start', 64)],
    rows: programs.map((program) => [
      cell(wording.text(program.name), [agencyOf(program, wording), wording.sources.citeAll(program.sources)].filter(Boolean).join(' ')),
      cell(reasons(program) || wording.words.dash),
    ]),
    hasTotal: false,
  };
};

/** Support programs with why each may or may not be applied for. */
export const planPrograms = (plan: TransitionPlan, wording: Wording): PlanProgramsView => {
  const w = wording.words.programs;
  const open = plan.programs.filter((program) => program.eligibility !== 'no');
  const group = (heading: string, nature: ProgramMatch['nature']): ProgramGroupView => ({
    heading,
    programs: open.filter((program) => program.nature === nature).map((program) => detail(program, plan, wording)),
  });
  return {
    heading: w.heading,
    lead: w.lead,
    none: open.length > 0 ? null : plan.programs.length > 0 ? w.noneOpen : w.none,
    summary: summaryTable(open, wording),
    detailsHeading: w.details,
    detailsLead: w.detailsLead,
    groups: [group(w.support, 'support'), group(w.duty, 'duty'), group(w.frame, 'frame')].filter((one) => one.programs.length > 0),
    notEligible: notEligibleTable(
      plan.programs.filter((program) => program.eligibility === 'no'),
      wording,
    ),
  };
};
