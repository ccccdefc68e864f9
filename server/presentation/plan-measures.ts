import type { CandidateMeasure, Check, Range, TransitionPlan } from '../planner/plan.js';
import {
  bareMoneyRange,
  bareRange,
  lifetime,
  moneyRange,
  nonBreakingSpace,
  type RangeText,
  significant,
  yearlyRange,
  yearsRange,
} from './plan-numbers.js';
import { type BadgeView, type CellView, cell, column, type SpanChartView, type TableView } from './plan-pieces.js';
import type { Wording } from './plan-wording.js';

export interface MeasureFigureView {
  readonly label: string;
  readonly value: string;
  readonly sub: string;
  readonly badge: BadgeView | null;
}

export interface MeasureView {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly category: string;
  readonly description: string;
  readonly badge: BadgeView;
  /** Abatement, energy, yearly saving, investment, payback: the five a reader compares. */
  readonly keyFigures: readonly MeasureFigureView[];
  readonly basis: string;
  /** Labelled remarks: what to confirm, what it excludes, programs, sources. */
  readonly remarks: readonly { readonly label: string; readonly text: string }[];
}

export interface PlanMeasuresView {
  readonly heading: string;
  readonly lead: string;
  readonly none: string;
  readonly summary: TableView | null;
  readonly chart: SpanChartView | null;
  readonly detailsHeading: string;
  readonly detailsLead: string;
  readonly details: readonly MeasureView[];
  readonly basisLabel: string;
  readonly cannotTellHeading: string;
  readonly cannotTellLead: string;
  readonly cannotTell: TableView | null;
  readonly setAside: TableView | null;
}

/** More spans than this make the chart unreadable on one page. */
const spanLimit = 12;

const rangeCell = (range: Range | null, print: (range: Range) => RangeText, { words }: Wording): CellView => {
  if (range === null) return cell(words.measures.cannotTell);
  const { range: text, typical } = print(range);
  return cell(text, typical === '' ? undefined : typical);
};

const missing = (checks: readonly Check[], wording: Wording): string =>
  checks
    .filter((check) => check.outcome === 'unknown')
    .map((check) => `${wording.text(check.label)}: ${wording.text(check.reason)}`)
    .join('\n');

const printers = (wording: Wording) => ({
  money: (range: Range) => moneyRange(range, wording.language, wording.words),
  bareMoney: (range: Range) => bareMoneyRange(range, wording.language, wording.words),
  yearly: (range: Range) => yearlyRange(range, wording.words),
  years: (range: Range) => yearsRange(range, wording.words),
  bare: (range: Range) => bareRange(range, wording.words),
});

const paybackCell = (measure: CandidateMeasure, wording: Wording): CellView => {
  if (measure.paybackYears !== null) return rangeCell(measure.paybackYears, printers(wording).years, wording);
  return cell(wording.words.measures.cannotTell, measure.paybackNote === null ? undefined : wording.text(measure.paybackNote));
};

const numbered = (index: number, measure: CandidateMeasure, wording: Wording): string =>
  `${index + 1}.${nonBreakingSpace}${wording.text(measure.name)}`;

const summaryTable = (measures: readonly CandidateMeasure[], wording: Wording): TableView => {
  const w = wording.words.measures;
  const print = printers(wording);
  return {
    caption: w.summary,
    columns: [
      column(w.measure, 'start', 30),
      column(w.abatementColumn, 'end', 17),
      column(w.costSavingColumn, 'end', 17),
      column(w.investmentColumn, 'end', 18),
      column(w.payback, 'end', 13),
      column(w.confidence, 'start', 12),
    ],
    rows: measures.map((measure, index) => [
      cell(numbered(index, measure, wording), measure.abatementMethod === 'market' ? w.marketBased : undefined),
      rangeCell(measure.abatement, print.bare, wording),
      rangeCell(measure.costSaving, print.bareMoney, wording),
      rangeCell(measure.investment, print.bareMoney, wording),
      rangeCell(measure.paybackYears, print.years, wording),
      { text: '', badge: wording.badge(measure.confidence) },
    ]),
    hasTotal: false,
  };
};

const chart = (measures: readonly CandidateMeasure[], wording: Wording): SpanChartView | null => {
  const w = wording.words.measures;
  const spans = measures.flatMap((measure, index) => {
    if (measure.abatement === null) return [];
    const { range, typical } = bareRange(measure.abatement, wording.words);
    const { low, high } = measure.abatement;
    const text = measure.abatement.typical === null || low === high ? range : `${range} (${significant(measure.abatement.typical, 3)})`;
    return [
      {
        label: numbered(index, measure, wording),
        low,
        typical: measure.abatement.typical,
        high,
        text,
        said: `${range}, ${typical}`,
      },
    ];
  });
  const shown = spans.slice(0, spanLimit);
  if (shown.length === 0) return null;
  return {
    kind: 'spans',
    title: w.chart,
    unit: w.abatementUnit,
    alt: w.chartAlt(shown.map((span) => `${span.label} ${span.said}`).join('; ')),
    note: w.chartNote(String(shown.length)),
    spans: shown.map(({ said: _said, ...span }) => span),
  };
};

const figure = (label: string, range: Range | null, print: (range: Range) => RangeText, wording: Wording): MeasureFigureView => {
  const { text, sub } = rangeCell(range, print, wording);
  return { label, value: text, sub: sub ?? '', badge: range === null ? null : wording.badge(range.confidence) };
};

/** Figures of the second rank, each on its line with its confidence in words. */
const moreFigures = (measure: CandidateMeasure, wording: Wording): string => {
  const w = wording.words.measures;
  const { money, yearly } = printers(wording);
  const all: readonly [string, Range | null, (range: Range) => RangeText][] = [
    [w.baseline, measure.baseline, yearly],
    [w.addedElectricity, measure.addedElectricity, yearly],
    [w.yearlyCost, measure.yearlyCost, money],
  ];
  const lines = all.flatMap(([label, range, print]) => {
    if (range === null) return [];
    const { range: text, typical } = print(range);
    return [`${label}: ${[text, typical, wording.words.confidence[range.confidence]].filter(Boolean).join(' · ')}`];
  });
  if (measure.lifetimeYears !== null) {
    const { value, confidence } = measure.lifetimeYears;
    lines.push(`${w.lifetime}: ${lifetime(value, wording.words)} · ${wording.words.confidence[confidence]}`);
  }
  return lines.join('\n');
};

const remarks = (measure: CandidateMeasure, plan: TransitionPlan, wording: Wording): MeasureView['remarks'] => {
  const w = wording.words.measures;
  const names = (ids: readonly string[], all: readonly { id: string; name: { ko: string; en: string } }[]) =>
    ids.flatMap((id) => all.filter((one) => one.id === id).map((one) => wording.text(one.name))).join(', ');
  const payback = measure.paybackYears === null && measure.paybackNote !== null ? wording.text(measure.paybackNote) : '';
  return [
    { label: w.more, text: moreFigures(measure, wording) },
    { label: w.payback, text: payback },
    { label: w.abatement, text: measure.abatementMethod === 'market' ? w.marketBased : '' },
    { label: w.toConfirm, text: missing(measure.checks, wording) },
    { label: w.exclusive, text: names(measure.exclusiveWith, plan.measures) },
    {
      label: w.programs,
      text: names(
        measure.programs,
        plan.programs.filter((program) => program.eligibility !== 'no'),
      ),
    },
    { label: wording.words.sources.label, text: wording.sources.citeAll(measure.sources) },
  ].filter((remark) => remark.text !== '');
};

const detail = (measure: CandidateMeasure, index: number, plan: TransitionPlan, wording: Wording): MeasureView => {
  const w = wording.words.measures;
  const { money, yearly } = printers(wording);
  const payback = paybackCell(measure, wording);
  return {
    id: measure.id,
    number: String(index + 1),
    name: wording.text(measure.name),
    category: wording.text(measure.category),
    description: wording.text(measure.description),
    badge: wording.badge(measure.confidence),
    keyFigures: [
      figure(w.abatement, measure.abatement, yearly, wording),
      figure(w.energySaving, measure.energySaving, yearly, wording),
      figure(w.costSaving, measure.costSaving, money, wording),
      figure(w.investment, measure.investment, money, wording),
      {
        label: w.payback,
        value: payback.text,
        sub: measure.paybackYears === null ? '' : (payback.sub ?? ''),
        badge: measure.paybackYears === null ? null : wording.badge(measure.paybackYears.confidence),
      },
    ],
    basis: wording.text(measure.basis),
    remarks: remarks(measure, plan, wording),
  };
};

const cannotTellTable = (measures: readonly CandidateMeasure[], wording: Wording): TableView | null => {
  const w = wording.words.measures;
  if (measures.length === 0) return null;
  return {
    caption: w.cannotTell,
    columns: [column(w.measure, 'start', 34), column(w.missing, 'start', 66)],
    rows: measures.map((measure) => [
      cell(
        wording.text(measure.name),
        [wording.text(measure.category), wording.sources.citeAll(measure.sources)].filter(Boolean).join(' '),
      ),
      cell(missing(measure.checks, wording) || wording.text(measure.basis)),
    ]),
    hasTotal: false,
  };
};

const setAsideTable = (plan: TransitionPlan, wording: Wording): TableView | null => {
  const w = wording.words.measures;
  if (plan.setAside.length === 0) return null;
  return {
    caption: w.setAside,
    columns: [column(w.measure, 'start', 34), column(w.reason, 'start', 66)],
    rows: plan.setAside.map((measure) => [cell(wording.text(measure.name)), cell(wording.text(measure.reason))]),
    hasTotal: false,
  };
};

/** Measures that fit, measures of which the answers cannot tell, and measures that were set aside. */
export const planMeasures = (plan: TransitionPlan, wording: Wording): PlanMeasuresView => {
  const w = wording.words.measures;
  const fits = plan.measures.filter((measure) => measure.verdict === 'fits');
  return {
    heading: w.heading,
    lead: w.lead,
    none: w.none,
    summary: fits.length === 0 ? null : summaryTable(fits, wording),
    chart: chart(fits, wording),
    detailsHeading: w.details,
    detailsLead: w.detailsLead,
    details: fits.map((measure, index) => detail(measure, index, plan, wording)),
    basisLabel: w.basis,
    cannotTellHeading: w.cannotTell,
    cannotTellLead: w.cannotTellLead,
    cannotTell: cannotTellTable(
      plan.measures.filter((measure) => measure.verdict === 'cannotTell'),
      wording,
    ),
    setAside: setAsideTable(plan, wording),
  };
};
