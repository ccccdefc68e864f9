import type { Confidence } from '../domain/confidence.js';
import type { ThreeValued } from '../planner/plan.js';

/** Pieces a plan is printed with, on a page and on paper alike: every string is already rounded and worded. */

/** How far a number can be trusted. `level` chooses the look, the label is what is read. */
export interface BadgeView {
  readonly level: Confidence;
  readonly label: string;
}

/** The outcome of a condition. The symbol repeats the label for a reader in a hurry. */
export interface OutcomeView {
  readonly outcome: ThreeValued;
  readonly symbol: '○' | '×' | '△';
  readonly label: string;
}

export interface CellView {
  readonly text: string;
  /** A second, quieter line. */
  readonly sub?: string;
  readonly badge?: BadgeView;
  readonly outcome?: OutcomeView;
}

export interface ColumnView {
  readonly label: string;
  /** Numbers stand at the end. */
  readonly align: 'start' | 'end';
  /** Share of the table's width; the shares of a table are relative to their sum. */
  readonly weight: number;
}

/** A table whose first column heads its rows. */
export interface TableView {
  readonly caption: string;
  readonly columns: readonly ColumnView[];
  readonly rows: readonly (readonly CellView[])[];
  /** The last row is the sum of the others. */
  readonly hasTotal: boolean;
}

export interface FactView {
  readonly label: string;
  readonly value: string;
  /** False where the value says that nothing is known. */
  readonly known: boolean;
}

/** One bar from zero, with its value printed beside it. */
export interface BarView {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  /** Which of the looks of the legend it has. */
  readonly series: number;
}

export interface BarChartView {
  readonly kind: 'bars';
  readonly title: string;
  readonly unit: string;
  readonly alt: string;
  readonly series: readonly string[];
  readonly bars: readonly BarView[];
}

/** One bar from low to high, with a mark at the typical value. */
export interface SpanView {
  readonly label: string;
  readonly low: number;
  readonly typical: number | null;
  readonly high: number;
  readonly text: string;
}

export interface SpanChartView {
  readonly kind: 'spans';
  readonly title: string;
  readonly unit: string;
  readonly alt: string;
  readonly note: string;
  readonly spans: readonly SpanView[];
}

export const cell = (text: string, sub?: string): CellView => (sub === undefined ? { text } : { text, sub });

export const column = (label: string, align: 'start' | 'end', weight: number): ColumnView => ({ label, align, weight });
