import type { Expression } from '../expression/expression.js';
import { callsOf, referencesOf, substitute } from '../expression/walk.js';
import { isMeasureFunction } from '../survey/context-functions.js';
import type { EditRule, Slip, SuggestionRule } from '../survey/edition.js';
import type { Form } from '../survey/form.js';
import type { CodeLists } from './code-lists.js';
import { inLine } from './schema-faults.js';
import { type OnForm, parsed, standsOn } from './survey-questions.js';
import type { EditRuleRecord } from './survey-schemas.js';
import { noSlipHolds } from './survey-slips.js';

type Complain = (fault: string) => void;

const truth: Expression = { kind: 'truth', value: true };

interface RuleCase {
  readonly parameters: Readonly<Record<string, string | number | readonly string[]>>;
  readonly origin: EditRule['origin'];
  readonly forms: readonly Form[] | undefined;
}

const casesOf = (record: EditRuleRecord, lists: Pick<CodeLists, 'cases'>, complain: Complain): readonly RuleCase[] => {
  const { cases, casesFrom, origin } = record;
  if (casesFrom === undefined) {
    return (cases ?? [{}]).map(({ origin: own, forms, ...parameters }) => ({
      forms,
      parameters: parameters as RuleCase['parameters'],
      origin: own ?? origin,
    }));
  }
  if (cases !== undefined) complain(inLine(record.id, 'takes either cases or casesFrom', 'cases와 casesFrom 가운데 하나만 쓸 수 있습니다'));
  const listed = Object.hasOwn(lists.cases, casesFrom) ? lists.cases[casesFrom] : undefined;
  if (listed === undefined) complain(inLine(record.id, `there is no list of cases ${casesFrom}`, `사례 목록 ${casesFrom}이(가) 없습니다`));
  return (listed ?? []).map((one) => ({ forms: undefined, parameters: one.values, origin: { ...origin, ...one.origin } }));
};

const expressionsOfSuggestion = (suggestion: SuggestionRule | null): readonly Expression[] => {
  switch (suggestion?.kind) {
    case 'put':
      return [suggestion.value];
    case 'slips':
      return [suggestion.ratio, ...(suggestion.tolerance === null ? [] : [suggestion.tolerance])];
    default:
      return [];
  }
};

const expressionsOf = ({ holds, when, values, suggestion }: EditRule): readonly Expression[] => [
  holds,
  ...(when === null ? [] : [when]),
  ...Object.values(values),
  ...expressionsOfSuggestion(suggestion),
];

const writtenBy = (suggestion: SuggestionRule | null): readonly string[] => {
  if (suggestion === null) return [];
  if (suggestion.kind === 'put') return [suggestion.question];
  if (suggestion.kind === 'months') return [suggestion.quantity];
  return [suggestion.quantity, ...(suggestion.cost === null ? [] : [suggestion.cost])];
};

/** The questions a rule looks at or writes to. */
const questionsIn = (rule: EditRule): readonly string[] => [
  ...rule.questions,
  ...writtenBy(rule.suggestion),
  ...expressionsOf(rule)
    .flatMap(referencesOf)
    .map((path) => path.split('.')[0] ?? path),
];

/** The measures of cells a rule looks at. */
const measuresIn = (rule: EditRule): readonly string[] =>
  expressionsOf(rule)
    .flatMap(callsOf)
    .filter(({ name }) => isMeasureFunction(name))
    .flatMap(({ arguments: [measure] }) => (measure?.kind === 'text' ? [measure.value] : []));

/** What rules may name: the questions and measures of every form, and the slips. */
export interface RuleWords {
  readonly questions: ReadonlySet<string>;
  /** The units that questions offer. */
  readonly units: ReadonlyMap<string, readonly string[]>;
  readonly measures: ReadonlySet<string>;
  readonly slips: readonly Slip[];
}

/**
 * Expands the rules of a file over their cases. A text that names a question stands for that question, every other for itself.
 * @param bank what stands on any form: a case that looks at something of another form is left out of this one
 */
export const expandRules = (
  records: readonly EditRuleRecord[],
  bank: RuleWords,
  { form, questions, measures }: OnForm & { readonly measures: ReadonlySet<string> },
  lists: Pick<CodeLists, 'cases'>,
  complain: Complain,
): readonly EditRule[] =>
  records
    .filter((record) => standsOn(record, form))
    .flatMap((record) =>
      casesOf(record, lists, complain)
        .filter((one) => standsOn(one, form))
        .map((one) => ruleOf(record, one, bank, complain)),
    )
    .filter(
      (rule) =>
        questionsIn(rule).every((id) => questions.has(id) || !bank.questions.has(id)) &&
        measuresIn(rule).every((id) => measures.has(id) || !bank.measures.has(id)),
    );

const ruleOf = (
  record: EditRuleRecord,
  { parameters, origin }: RuleCase,
  { questions, units, slips }: RuleWords,
  complain: Complain,
): EditRule => {
  const [first] = Object.values(parameters);
  const key = first === undefined ? record.id : `${record.id}:${String(first)}`;
  const note = (fault: string) => complain(`${key}.${fault}`);
  const values = Object.fromEntries(
    Object.entries(parameters).map(([name, value]): [string, Expression] => [name, literal(value, questions)]),
  );
  const filled = (source: string, where: string): Expression => substitute(parsed(source, where, note) ?? truth, values);
  const named = (reference: string): string => {
    const id = reference.startsWith('$') ? parameters[reference.slice(1)] : reference;
    if (typeof id === 'string' && questions.has(id)) return id;
    note(inLine('questions', `${reference} is not a question`, `${reference}은(는) 문항이 아닙니다`));
    return reference;
  };
  const suggestion = record.suggestion === undefined ? null : suggestionOf(record.suggestion, filled, named);
  const holdsOf = (): Expression => {
    if (record.holds !== undefined) return filled(record.holds, 'holds');
    if (suggestion?.kind === 'slips') return noSlipHolds(suggestion, slips, units.get(suggestion.quantity) ?? []);
    note(inLine('holds', 'is needed unless the suggestion tries slips', '착오 유형을 시험하는 규칙이 아니면 있어야 합니다'));
    return truth;
  };
  return {
    key,
    rule: record.id,
    level: record.level,
    label: record.label,
    holds: holdsOf(),
    when: record.when === undefined ? null : filled(record.when, 'when'),
    questions: record.questions.map(named),
    yieldsTo: record.yieldsTo,
    text: record.text,
    wayOut: record.wayOut,
    values: Object.fromEntries(Object.entries(record.values).map(([name, source]) => [name, filled(String(source), `values.${name}`)])),
    suggestion,
    origin,
  };
};

const literal = (value: string | number | readonly string[], questions: ReadonlySet<string>): Expression => {
  if (typeof value === 'object') return { kind: 'list', items: value.map((item) => ({ kind: 'text', value: item })) };
  if (typeof value === 'number') return { kind: 'number', value };
  return questions.has(value) ? { kind: 'reference', path: value } : { kind: 'text', value };
};

const suggestionOf = (
  record: NonNullable<EditRuleRecord['suggestion']>,
  filled: (source: string, where: string) => Expression,
  named: (reference: string) => string,
): SuggestionRule => {
  switch (record.kind) {
    case 'put':
      return {
        kind: 'put',
        question: named(record.question),
        part: record.part,
        value: filled(record.value, 'suggestion.value'),
        text: record.text,
      };
    case 'months':
      return { kind: 'months', quantity: named(record.quantity), text: record.text };
    case 'swap':
      return { kind: 'swap', quantity: named(record.quantity), cost: named(record.cost), text: record.text };
    case 'slips':
      return {
        kind: 'slips',
        quantity: named(record.quantity),
        cost: record.cost === undefined ? null : named(record.cost),
        ratio: filled(record.ratio, 'suggestion.ratio'),
        slips: record.slips,
        tolerance: record.tolerance === undefined ? null : filled(record.tolerance, 'suggestion.tolerance'),
      };
  }
};
