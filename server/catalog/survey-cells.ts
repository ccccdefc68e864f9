import { unitOf } from '../domain/units.js';
import type { Expression } from '../expression/expression.js';
import { referencesOf } from '../expression/walk.js';
import type { CellMeasure, CellRules } from '../survey/cell-rules.js';
import { inLine } from './schema-faults.js';
import type { CellStatisticsRecord } from './survey-cell-schema.js';
import { parsed } from './survey-questions.js';

type Complain = (fault: string) => void;
type MeasureRecord = CellStatisticsRecord['measures'][number];
type Term = NonNullable<MeasureRecord['terms']>[number];

const call = (name: string, given: readonly Expression[]): Expression => ({ kind: 'call', name, arguments: given });

/** The quantity in the first of its units that the answer can be converted to, times what belongs to it. */
const termOf = ({ question, units }: Term): Expression =>
  call(
    'orElse',
    Object.entries(units).map(([unit, times]) => ({
      kind: 'binary',
      operator: '*',
      left: { kind: 'number', value: times },
      right: call('quantity', [
        { kind: 'reference', path: question },
        { kind: 'text', value: unit },
      ]),
    })),
  );

const measureOf = ({ id, value, terms, per }: MeasureRecord, questions: ReadonlySet<string>, complain: Complain): Expression | null => {
  if ((value === undefined) === (terms === undefined)) {
    complain(inLine(id, 'needs either value or terms', 'value와 terms 가운데 하나가 있어야 합니다'));
    return null;
  }
  if (terms === undefined) return parsed(value, `${id}.value`, complain);
  const given = terms.filter(({ question }) => questions.has(question)).map(termOf);
  if (given.length === 0) return null;
  const total = call('sum', given);
  const divisor = parsed(per, `${id}.per`, complain);
  return divisor === null ? total : { kind: 'binary', operator: '/', left: total, right: divisor };
};

/** Names in the file that no form of the bank has. */
const strangers = (record: CellStatisticsRecord, bank: ReadonlySet<string>, sources: ReadonlySet<string>): readonly string[] => {
  const named = record.measures.flatMap(({ id, terms = [] }) => terms.map(({ question, units }) => ({ id, question, units })));
  const ids = record.measures.map(({ id }) => id);
  const units = [...named.flatMap((term) => Object.keys(term.units)), ...record.changes.quantities.map(({ unit }) => unit)];
  const origins = record.measures.flatMap(({ id, ranges }) => ranges.map(({ origin }) => [id, origin.source] as const));
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => inLine(id, 'the measure stands twice', '지표가 두 번 있습니다')),
    ...[...named.map(({ question }) => question), ...record.changes.quantities.map(({ question }) => question)]
      .filter((question) => !bank.has(question))
      .map((question) => inLine('cell-statistics', `there is no question ${question}`, `문항 ${question}이(가) 없습니다`)),
    ...units
      .filter((unit) => unitOf(unit) === null)
      .map((unit) => inLine('cell-statistics', `there is no unit ${unit}`, `단위 ${unit}이(가) 없습니다`)),
    ...origins
      .filter(([, source]) => !sources.has(source))
      .map(([id, source]) => inLine(id, `the source ${source} is not in sources.yaml`, `출처 ${source}이(가) sources.yaml에 없습니다`)),
  ];
};

/**
 * What of the cells stands on a form. A measure that looks at a question of another form is left out; terms are, one by one.
 * @param bank      the questions of every form
 * @param questions those of this one
 */
export const cellsOf = (
  record: CellStatisticsRecord,
  bank: ReadonlySet<string>,
  questions: ReadonlySet<string>,
  sources: ReadonlySet<string>,
  complain: Complain,
): CellRules => {
  for (const fault of strangers(record, bank, sources)) complain(fault);
  const elsewhere = (expression: Expression): boolean =>
    referencesOf(expression).some((path) => bank.has(path.split('.')[0] ?? '') && !questions.has(path.split('.')[0] ?? ''));
  return {
    leastAnswers: record.leastAnswers,
    industryDigits: record.industryDigits,
    measures: record.measures.flatMap((measure): readonly CellMeasure[] => {
      const value = measureOf(measure, questions, complain);
      if (value === null || elsewhere(value)) return [];
      const ranges = measure.ranges.map(({ industry = '', middle = null, ...rest }) => ({ industry, middle, ...rest }));
      return [{ id: measure.id, value, quantiles: measure.quantiles, ranges }];
    }),
    changes: { ...record.changes, quantities: record.changes.quantities.filter(({ question }) => questions.has(question)) },
  };
};
