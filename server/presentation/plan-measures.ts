import type { CandidateMeasure, Check, Range, TransitionPlan } from '../planner/plan.js';
import { bareRange, moneyRange, quantityRange, type RangeText, significant } from './plan-numbers.js';
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
  readonly moreFigures: readonly MeasureFigureView[];
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
  return cell(text, typical);
};

const missing = (checks: readonly Check[], wording: Wording): string =>
  checks
    .filter((check) => check.outcome === 'unknown')
    .map((check) => `${wording.text(check.label)}: ${wording.text(check.reason)}`)
    .join('\n');

const printers = (wording: Wording) => ({
  money: (range: Range) => moneyRange(range, wording.language, wording.words),
  quantity: (range: Range) => quantityRange(range, wording.words),
  bare: (range: Range) => bareRange(range, wording.words),
});

const paybackCell = (measure: CandidateMeasure, wording: Wording): CellView => {
  if (measure.paybackYears !== null) return rangeCell(measure.paybackYears, printers(wording).quantity, wording);
  return cell(wording.words.measures.cannotTell, measure.paybackNote === null ? undefined : wording.text(measure.paybackNote));
};

const summaryTable = (measures: readonly CandidateMeasure[], wording: Wording): TableView => {
  const w = wording.words.measures;
  const print = printers(wording);
  return {
    caption: w.summary,
    columns: [
      column(w.measure, 'start', 26),
      column(w.abatementColumn, 'end', 17),
      column(w.costSaving, 'end', 19),
      column(w.investment, 'end', 19),
      column(w.payback, 'end', 13),
      column(w.confidence, 'start', 12),
    ],
    rows: measures.map((measure, index) => [
      cell(`${index + 1}. ${wording.text(measure.name)}`),
      rangeCell(measure.abatement, print.bare, wording),
      rangeCell(measure.costSaving, print.money, wording),
      rangeCell(measure.investment, print.money, wording),
      cell(measure.paybackYears === null ? w.cannotTell : print.quantity(measure.paybackYears).range, typicalPayback(measure, wording)),
      { text: '', badge: wording.badge(measure.confidence) },
    ]),
    hasTotal: false,
  };
};

const typicalPayback = (measure: CandidateMeasure, wording: Wording): string | undefined =>
  measure.paybackYears === null ? undefined : printers(wording).quantity(measure.paybackYears).typical;

const chart = (measures: readonly CandidateMeasure[], wording: Wording): SpanChartView | null => {
  const w = wording.words.measures;
  const spans = measures.flatMap((measure, index) => {
    if (measure.abatement === null) return [];
    const { range, typical } = bareRange(measure.abatement, wording.words);
    const { low, high } = measure.abatement;
    const text = measure.abatement.typical === null ? range : `${range} (${significant(measure.abatement.typical, 3)})`;
    return [
      {
        label: `${index + 1}. ${wording.text(measure.name)}`,
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

const moreFigures = (measure: CandidateMeasure, wording: Wording): MeasureFigureView[] => {
  const w = wording.words.measures;
  const { money, quantity } = printers(wording);
  const optional: readonly [string, Range | null, (range: Range) => RangeText][] = [
    [w.baseline, measure.baseline, quantity],
    [w.addedElectricity, measure.addedElectricity, quantity],
    [w.yearlyCost, measure.yearlyCost, money],
  ];
  const figures = optional.flatMap(([label, range, print]) => (range === null ? [] : [figure(label, range, print, wording)]));
  if (measure.lifetimeYears !== null) {
    const { value, confidence } = measure.lifetimeYears;
    const range: Range = { low: value, typical: null, high: value, unit: 'years', confidence };
    figures.push({ label: w.lifetime, value: quantity(range).range, sub: '', badge: wording.badge(confidence) });
  }
  return figures;
};

const remarks = (measure: CandidateMeasure, plan: TransitionPlan, wording: Wording): MeasureView['remarks'] => {
  const w = wording.words.measures;
  const names = (ids: readonly string[], all: readonly { id: string; name: { ko: string; en: string } }[]) =>
    ids.flatMap((id) => all.filter((one) => one.id === id).map((one) => wording.text(one.name))).join(', ');
  const payback = measure.paybackYears === null && measure.paybackNote !== null ? wording.text(measure.paybackNote) : '';
  return [
    { label: w.payback, text: payback },
    { label: w.abatement, text: measure.abatementMethod === 'market' ? w.marketBased : '' },
    { label: w.toConfirm, text: missing(measure.checks, wording) },
    { label: w.exclusive, text: names(measure.exclusiveWith, plan.measures) },
    { label: w.programs, text: names(measure.programs, plan.programs) },
    { label: wording.words.sources.heading, text: wording.sources.citeAll(measure.sources) },
  ].filter((remark) => remark.text !== '');
};

const detail = (measure: CandidateMeasure, index: number, plan: TransitionPlan, wording: Wording): MeasureView => {
  const w = wording.words.measures;
  const { money, quantity } = printers(wording);
  const payback = paybackCell(measure, wording);
  return {
    id: measure.id,
    number: String(index + 1),
    name: wording.text(measure.name),
    category: wording.text(measure.category),
    description: wording.text(measure.description),
    badge: wording.badge(measure.confidence),
    keyFigures: [
      figure(w.abatement, measure.abatement, quantity, wording),
      figure(w.energySaving, measure.energySaving, quantity, wording),
      figure(w.costSaving, measure.costSaving, money, wording),
      figure(w.investment, measure.investment, money, wording),
      {
        label: w.payback,
        value: payback.text,
        sub: measure.paybackYears === null ? '' : (payback.sub ?? ''),
        badge: measure.paybackYears === null ? null : wording.badge(measure.paybackYears.confidence),
      },
    ],
    moreFigures: moreFigures(measure, wording),
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
