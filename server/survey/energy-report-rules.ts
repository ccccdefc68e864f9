import type { Text } from './text.js';

/** One source of energy as the yearly report of large users names it, and the question it answers. */
export interface ReportedSource {
  readonly id: string;
  readonly text: Text;
  /** Other ways in which the first column names it. */
  readonly names: readonly string[];
  /** A quantity, or twelve months of which the total of the year is filled in. */
  readonly question: string;
  /** By the unit as the report writes it: the unit of the survey, and how many of it one is. The first is what the template says. */
  readonly units: Readonly<Record<string, { readonly unit: string; readonly times: number }>>;
  /** Fields of screening questions that follow from it: `fuels-used.cityGas: yes`. */
  readonly sets: Readonly<Record<string, string>>;
}

/** What the report of January (에너지사용량 신고) fills in. */
export interface EnergyReportRules {
  readonly sources: readonly ReportedSource[];
}
