import type { Field } from '../domain/field.js';
import type { CodeList } from '../survey/code-list.js';
import type { Question } from '../survey/edition.js';
import type { Bindings } from '../survey/mapping/mapping.js';
import { sourcesOfField } from '../survey/mapping/sources.js';
import type { MoneyPrices } from '../survey/money/prices.js';
import { inLine } from './schema-faults.js';
import type { SurveyVocabulary } from './survey-vocabulary.js';

/** What mappings are held against: the questions, the lists, the words of the calculation, the prices. */
export interface MappingContext {
  readonly questions: ReadonlyMap<string, Question>;
  readonly codeLists: Readonly<Record<string, CodeList>>;
  readonly vocabulary: SurveyVocabulary;
  readonly prices: MoneyPrices;
}

export type Find = (id: string) => Question | undefined;

/** Where a binding stands: the fields of the activity or part it belongs to, and what it may look at. */
export interface Level {
  readonly where: string;
  readonly fields: readonly Field[];
  readonly find: Find;
  readonly context: MappingContext;
  /** Whether the unit of the amounts is always the same; only then a plain number may be one of them. */
  readonly hasOneUnit: boolean;
}

export const noQuestion = (where: string, id: string): string => inLine(where, `there is no question ${id}`, `문항 ${id}이(가) 없습니다`);

const unitsOf = (question: Question | undefined): readonly string[] =>
  question?.type === 'quantity' || question?.type === 'monthly' ? question.units.map(({ id }) => id) : [];

/**
 * Whether the amounts of a level are always in one unit: the mapping says it, its quantity is asked in one alone, or its parts are shares.
 * @param above  the same of the level around it, which a level without a unit of its own takes
 */
export const hasOneUnit = (bindings: Bindings, fields: readonly Field[], find: Find, above: boolean): boolean => {
  const { unit, basis } = bindings;
  if (unit?.kind === 'constant' || (basis?.kind === 'constant' && basis.value === 'share')) return true;
  if (!fields.some(({ key }) => key === 'unit')) return above;
  const lead = Object.hasOwn(bindings, 'quantity') ? ['quantity'] : Object.keys(bindings);
  return new Set(lead.flatMap((key) => sourcesOfField(bindings, key)).flatMap((id) => unitsOf(find(id)))).size === 1;
};
