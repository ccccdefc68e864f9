import { exactSum } from '../domain/exact-sum.js';
import { evaluate } from '../expression/evaluate.js';
import type { Answers } from './answer.js';
import type { CellRules } from './cell-rules.js';
import type { Edition } from './edition.js';
import { changeCell, type HidiroglouBerthelotCell, type YearPair } from './hidiroglou-berthelot.js';
import { inOrder, quantile } from './quantile.js';
import { type AskedQuestion, environmentOf } from './question-functions.js';
import { type Looked, lookThrough } from './relevance.js';
import { sizeBandOf } from './size-band.js';
import type { CellBounds } from './survey-context.js';
import { converted, yearOf } from './year-quantity.js';

type Counted = Pick<Edition, 'sections' | 'profile' | 'cells'>;

/** What one response adds to its cell: numbers without a name. */
export interface Observation {
  /** Industry and size band: `24|10-49`. */
  readonly cell: string;
  /** By measure. */
  readonly measures: Readonly<Record<string, number>>;
  /** By question: last year's amount and this year's, in the unit of the rules. */
  readonly changes: Readonly<Record<string, YearPair>>;
}

const numberOf = (asked: AskedQuestion | undefined): number | null =>
  asked !== undefined && asked.relevance !== false && asked.answer.state === 'answered' && asked.answer.value.kind === 'number'
    ? asked.answer.value.number
    : null;

const quantityOf = (asked: AskedQuestion | undefined, unit: string): number | null => {
  if (asked === undefined || asked.relevance === false || asked.answer.state !== 'answered') return null;
  const { value } = asked.answer;
  if (value.kind === 'quantity') return converted(value.number, value.unit, unit);
  const year = value.kind === 'monthly' ? yearOf(value) : null;
  return value.kind === 'monthly' && year !== null ? converted(year, value.unit, unit) : null;
};

/** The cell answers belong to: the first digits of the industry code and the size band; null while either is not known. */
export const cellOf = ({ profile, cells }: Counted, looked: Looked): string | null => {
  const industry = looked.questions.get(profile.industryCode)?.answer;
  const code = industry?.state === 'answered' && industry.value.kind === 'text' ? industry.value.text : '';
  const workers = profile.workers.map((id) => numberOf(looked.questions.get(id)));
  if (cells === null || code.length < cells.industryDigits || workers.length === 0 || workers.includes(null)) return null;
  const band = sizeBandOf(exactSum(workers.map((number) => number ?? 0)));
  return band === null ? null : `${code.slice(0, cells.industryDigits)}|${band}`;
};

/**
 * What a response adds to the statistics of cells; null where its cell is not known.
 * @param earlier the same establishment's answers of the year before, in today's questions; null when there are none
 */
export const observationOf = (edition: Counted, answers: Answers, earlier: Answers | null): Observation | null => {
  const looked = lookThrough(edition, answers);
  const cell = cellOf(edition, looked);
  if (edition.cells === null || cell === null) return null;
  const environment = environmentOf((id) => looked.questions.get(id));
  const measures = edition.cells.measures.flatMap(({ id, value }): [string, number][] => {
    const found = evaluate(value, environment);
    // Nothing at all is no intensity: it would draw the lower bound to zero.
    return typeof found === 'number' && found > 0 ? [[id, found]] : [];
  });
  const before = earlier === null ? null : lookThrough(edition, earlier);
  const changes = edition.cells.changes.quantities.flatMap(({ question, unit }): [string, YearPair][] => {
    const now = quantityOf(looked.questions.get(question), unit);
    const then = before === null ? null : quantityOf(before.questions.get(question), unit);
    return now !== null && then !== null && now > 0 && then > 0 ? [[question, { before: then, now }]] : [];
  });
  return { cell, measures: Object.fromEntries(measures), changes: Object.fromEntries(changes) };
};

/** To two significant digits away from the middle, so that a bound is nobody's answer. */
const outward = (value: number, up: boolean): number => {
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number(((up ? Math.ceil(value / step) : Math.floor(value / step)) * step).toPrecision(2));
};

const boundsOf = (numbers: readonly number[], { low, high }: { readonly low: number; readonly high: number }): CellBounds => {
  const ascending = inOrder(numbers);
  return {
    n: numbers.length,
    low: outward(quantile(ascending, low), false),
    middle: Number(quantile(ascending, 0.5).toPrecision(2)),
    high: outward(quantile(ascending, high), true),
  };
};

/** By cell, what is kept of it. */
export type Cells = Readonly<
  Record<
    string,
    { readonly measures: Readonly<Record<string, CellBounds>>; readonly changes: Readonly<Record<string, HidiroglouBerthelotCell>> }
  >
>;

const gathered = <T>(all: readonly Readonly<Record<string, T>>[]): ReadonlyMap<string, readonly T[]> => {
  const by = new Map<string, T[]>();
  for (const one of all) {
    for (const [id, value] of Object.entries(one)) {
      const list = by.get(id);
      if (list === undefined) by.set(id, [value]);
      else list.push(value);
    }
  }
  return by;
};

/** The bounds of every cell with enough answers. What has too few is left out, measure by measure. */
export const countCells = (rules: CellRules, observations: readonly Observation[]): Cells => {
  const enough = <T>([, values]: [string, readonly T[]]): boolean => values.length >= rules.leastAnswers;
  const ofCell = (own: readonly Observation[]): Cells[string] => ({
    measures: Object.fromEntries(
      [...gathered(own.map(({ measures }) => measures))].filter(enough).flatMap(([id, numbers]) => {
        const measure = rules.measures.find((one) => one.id === id);
        return measure === undefined ? [] : [[id, boundsOf(numbers, measure.quantiles)]];
      }),
    ),
    changes: Object.fromEntries(
      [...gathered(own.map(({ changes }) => changes))].filter(enough).flatMap(([question, pairs]) => {
        const cell = changeCell(pairs, { u: rules.changes.u, a: rules.changes.a, c: rules.changes.c.ask });
        if (cell === null) return [];
        const { quartiles: _, ...kept } = cell;
        return [[question, kept]];
      }),
    ),
  });
  const names = [...new Set(observations.map(({ cell }) => cell))].sort();
  const counted = names.map((name) => [name, ofCell(observations.filter(({ cell }) => cell === name))] as const);
  return Object.fromEntries(counted.filter(([, { measures, changes }]) => Object.keys({ ...measures, ...changes }).length > 0));
};
