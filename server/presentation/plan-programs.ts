import type { ProgramMatch, ThreeValued, TransitionPlan } from '../planner/plan.js';
import { type BadgeView, cell, column, type OutcomeView, type TableView } from './plan-pieces.js';
import type { Wording } from './plan-wording.js';

export interface ProgramView {
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  readonly kind: string;
  readonly badge: BadgeView;
  readonly eligibility: OutcomeView;
  /** Labelled lines: terms, window, linked measures, sources. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly checks: TableView | null;
  readonly noChecks: string;
}

export interface ProgramGroupView {
  readonly heading: string;
  readonly programs: readonly ProgramView[];
}

export interface PlanProgramsView {
  readonly heading: string;
  readonly lead: string;
  readonly none: string;
  readonly summary: TableView | null;
  readonly groups: readonly ProgramGroupView[];
  /** Programs whose conditions are known not to hold, in short. */
  readonly notEligible: TableView | null;
}

const labels = (program: ProgramMatch, { words }: Wording): Readonly<Record<ThreeValued, string>> =>
  program.nature === 'support' ? words.programs.eligible : words.programs.applies;

const agencyOf = (program: ProgramMatch, { text }: Wording): string =>
  [text(program.ministry), text(program.agency)].filter((name) => name !== '').join(' / ');

const measureNames = (program: ProgramMatch, plan: TransitionPlan, { text }: Wording): string =>
  plan.measures
    .filter((measure) => program.measures.includes(measure.id))
    .map((measure) => text(measure.name))
    .join(', ');

const checksTable = (program: ProgramMatch, wording: Wording): TableView | null => {
  const w = wording.words.programs;
  if (program.checks.length === 0) return null;
  return {
    caption: `${wording.text(program.name)} – ${w.check}`,
    columns: [column(w.check, 'start', 30), column(w.outcome, 'start', 16), column(w.why, 'start', 54)],
    rows: program.checks.map((check) => [
      cell(wording.text(check.label)),
      { text: '', outcome: wording.outcome(check.outcome, wording.words.outcomes) },
      cell(wording.text(check.reason)),
    ]),
    hasTotal: false,
  };
};

const detail = (program: ProgramMatch, plan: TransitionPlan, wording: Wording): ProgramView => {
  const { words, text } = wording;
  const w = words.programs;
  const names = measureNames(program, plan, wording);
  const link = w.link(words.confidence[program.linkConfidence]);
  return {
    id: program.id,
    name: text(program.name),
    agency: agencyOf(program, wording),
    kind: text(program.kind),
    badge: wording.badge(program.confidence),
    eligibility: wording.outcome(program.eligibility, labels(program, wording)),
    facts: [
      { label: w.terms, text: [text(program.terms), termsOf(program, wording)].filter(Boolean).join('\n') },
      { label: w.window, text: program.window === null ? '' : text(program.window) },
      { label: w.measures, text: names === '' ? '' : `${names} (${link})` },
      { label: words.sources.heading, text: wording.sources.citeAll(program.sources) },
    ].filter((fact) => fact.text !== ''),
    checks: checksTable(program, wording),
    noChecks: w.noChecks,
  };
};

const termsOf = (program: ProgramMatch, { words }: Wording): string =>
  program.years.length === 0 ? '' : words.programs.termsOf(program.years.map((year) => words.year(String(year))).join(', '));

const summaryTable = (programs: readonly ProgramMatch[], wording: Wording): TableView | null => {
  const w = wording.words.programs;
  if (programs.length === 0) return null;
  return {
    caption: w.summary,
    columns: [
      column(w.program, 'start', 38),
      column(w.agency, 'start', 26),
      column(w.kind, 'start', 12),
      column(w.eligibility, 'start', 13),
      column(wording.words.confidenceHeading, 'start', 11),
    ],
    rows: programs.map((program) => [
      cell(wording.text(program.name)),
      cell(agencyOf(program, wording)),
      cell(wording.text(program.kind)),
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
    none: w.none,
    summary: summaryTable(open, wording),
    groups: [group(w.support, 'support'), group(w.duty, 'duty'), group(w.frame, 'frame')].filter((one) => one.programs.length > 0),
    notEligible: notEligibleTable(
      plan.programs.filter((program) => program.eligibility === 'no'),
      wording,
    ),
  };
};
