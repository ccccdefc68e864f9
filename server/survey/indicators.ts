import type { Confidence } from '../domain/confidence.js';
import type { Inventory } from '../domain/inventory.js';
import { evaluate, evaluateTruth } from '../expression/evaluate.js';
import type { Expression } from '../expression/expression.js';
import { parametersOf, substitute } from '../expression/walk.js';
import type { Answer, Answers } from './answer.js';
import type { Edition, Question } from './edition.js';
import type { Form } from './form.js';
import { questionsIn } from './mapping/scope.js';
import { type AskedQuestion, environmentOf } from './question-functions.js';
import { lookThrough } from './relevance.js';
import type { Text } from './text.js';

/** What an expression of an indicator may take of the inventory: `$scope1` and so on. Emissions in tCO2eq, Scope 2 location-based. */
export const inventoryFigures = ['scope1', 'scope2', 'netTJ', 'grossTJ', 'finalTJ', 'toe'] as const;
export type InventoryFigure = (typeof inventoryFigures)[number];

/** One number or answer of an indicator. */
export interface IndicatorFigure {
  readonly name: Text;
  /** What stands behind a number. */
  readonly unit: Text | null;
  /** On which forms it is worked out so; null: on all. */
  readonly forms: readonly Form[] | null;
  /** It says something only when this is true: without it a question that was not asked would read as zero. Null: always. */
  readonly when: Expression | null;
  readonly value: { readonly kind: 'number'; readonly is: Expression } | { readonly kind: 'answer'; readonly question: string };
}

/** One item of a list that others ask for, such as E-4-1 of K-ESG. */
export interface Indicator {
  readonly code: string;
  readonly name: Text;
  /** direct: from what the survey asks anyway; extra: from questions asked for the list alone; optional: those who know may add it. */
  readonly kind: 'direct' | 'extra' | 'optional';
  /** Whether the list asks it of small and medium-sized firms. */
  readonly ofSmallFirms: boolean;
  readonly figures: readonly IndicatorFigure[];
  readonly origin: { readonly source: string; readonly locator: string; readonly confidence: Confidence };
}

export interface IndicatorList {
  readonly id: string;
  readonly title: Text;
  readonly version: Text;
  /** How far its codes and names can be trusted, in words. */
  readonly trust: Text;
  readonly indicators: readonly Indicator[];
  /** Items of the list that are left out, and why. */
  readonly leftOut: readonly { readonly code: string; readonly name: Text; readonly why: Text }[];
}

/** What a figure lacks: an answer, what is computed once the form is submitted, or a question that the form does not ask. */
export type Lack =
  | { readonly kind: 'answer'; readonly question: string; readonly state: Exclude<Answer['state'], 'answered'> }
  | { readonly kind: 'undecided'; readonly question: string }
  /** Not asked because of the answer to this question. */
  | { readonly kind: 'notAsked'; readonly question: string }
  | { readonly kind: 'inventory' }
  | { readonly kind: 'notOnForm' }
  | { readonly kind: 'cannotTell' };

export interface FigureResult {
  readonly figure: IndicatorFigure;
  /** A number, the answer to a question, or null where it lacks something. */
  readonly value: { readonly kind: 'number'; readonly number: number } | { readonly kind: 'answer'; readonly asked: AskedQuestion } | null;
  /** The questions it comes from, in the order of the form. */
  readonly from: readonly Question[];
  readonly ofInventory: boolean;
  readonly lacks: readonly Lack[];
}

export interface IndicatorResult {
  readonly indicator: Indicator;
  readonly figures: readonly FigureResult[];
}

const figuresOf = ({ scope1, scope2LocationBased, energy }: Inventory['totals']): Readonly<Record<InventoryFigure, number | null>> => ({
  scope1: scope1.co2eq,
  scope2: scope2LocationBased.co2eq,
  netTJ: energy.netTJ,
  grossTJ: energy.grossTJ,
  finalTJ: energy.finalTJ,
  toe: energy.toe,
});

const literal = (value: number | null): Expression => (value === null ? { kind: 'truth', value: null } : { kind: 'number', value });

/** What stands in the way of an answer: its own state, or what is not answered among the questions that decide whether it is asked. */
const lacksOf = ({ question, relevance, answer }: AskedQuestion, looked: ReadonlyMap<string, AskedQuestion>): readonly Lack[] => {
  if (relevance === false || answer.state === 'answered') return [];
  if (relevance === true || answer.state !== 'blank') return [{ kind: 'answer', question: question.id, state: answer.state }];
  const deciding = question.relevance === null ? [] : questionsIn(question.relevance);
  const before = deciding.flatMap((id) => lacksOf(looked.get(id) as AskedQuestion, looked));
  return before.length > 0 ? before : [{ kind: 'undecided', question: question.id }];
};

/** Each lack once, however many ways lead to it. */
const once = (lacks: readonly Lack[]): readonly Lack[] =>
  lacks.filter((lack, at) => lacks.findIndex((other) => JSON.stringify(other) === JSON.stringify(lack)) === at);

/** The question that keeps another from being asked, as far as its own condition tells. */
const decidesAbout = ({ id, relevance }: Question): string => (relevance === null ? undefined : questionsIn(relevance)[0]) ?? id;

/**
 * Works out a list of indicators from the answers of a form and what was computed from them. Nothing is guessed: a figure that lacks
 * something says what.
 * @param totals null: nothing has been computed yet
 */
export const indicatorsOf = (
  list: IndicatorList,
  edition: Pick<Edition, 'form' | 'sections'>,
  answers: Answers,
  totals: Inventory['totals'] | null,
): readonly IndicatorResult[] => {
  const looked = lookThrough(edition, answers).questions;
  const given = totals === null ? null : figuresOf(totals);
  const environment = environmentOf((id) => looked.get(id));
  const openOf = (asked: readonly AskedQuestion[]): readonly Lack[] => once(asked.flatMap((one) => lacksOf(one, looked)));
  const resultOf = (figure: IndicatorFigure): FigureResult => {
    const { value, when } = figure;
    const find = (ids: readonly string[]) => [...looked.values()].filter(({ question }) => ids.includes(question.id));
    const ids = value.kind === 'answer' ? [value.question] : questionsIn(value.is);
    const deciding = when === null ? [] : questionsIn(when);
    const asked = find(ids);
    const ofInventory = value.kind === 'number' && parametersOf(value.is).length > 0;
    const told = { figure, from: asked.map(({ question }) => question), ofInventory };
    const lacking = (lacks: readonly Lack[]): FigureResult => ({
      ...told,
      value: null,
      lacks: lacks.length > 0 ? lacks : [{ kind: 'cannotTell' }],
    });
    if (asked.length < ids.length || find(deciding).length < deciding.length) return lacking([{ kind: 'notOnForm' }]);
    const applies = when === null ? true : evaluateTruth(when, environment);
    if (applies === null) return lacking(openOf(find(deciding)));
    if (!applies) return lacking([{ kind: 'notAsked', question: deciding[0] ?? '' }]);
    if (value.kind === 'answer') {
      const one = asked[0] as AskedQuestion;
      const open = one.relevance === false ? [{ kind: 'notAsked', question: decidesAbout(one.question) } as const] : openOf(asked);
      return open.length > 0 ? lacking(open) : { ...told, value: { kind: 'answer', asked: one }, lacks: [] };
    }
    if (ofInventory && given === null) return lacking([{ kind: 'inventory' }, ...openOf(asked)]);
    const values = Object.fromEntries(inventoryFigures.map((name) => [name, literal(given?.[name] ?? null)]));
    const number = evaluate(substitute(value.is, values), environment);
    return typeof number === 'number' ? { ...told, value: { kind: 'number', number }, lacks: [] } : lacking(openOf(asked));
  };
  return list.indicators.map((indicator) => ({
    indicator,
    figures: indicator.figures.filter(({ forms }) => forms === null || forms.includes(edition.form)).map(resultOf),
  }));
};
