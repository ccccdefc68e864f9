import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Expression } from '../expression/expression.js';
import { substitute } from '../expression/walk.js';
import type { Edition } from '../survey/edition.js';
import type { Form } from '../survey/form.js';
import { type Indicator, type IndicatorFigure, type IndicatorList, inventoryFigures } from '../survey/indicators.js';
import { questionsIn } from '../survey/mapping/scope.js';
import { vocabularyOf } from '../survey/question-functions.js';
import { DataFileError, readYaml } from './data-files.js';
import { expressionFault } from './expression-fault.js';
import { inLine } from './schema-faults.js';
import { indicators } from './survey-indicators-schema.js';
import { parsed } from './survey-questions.js';

type FigureRecord = z.infer<typeof indicators>['indicators'][number]['figures'][number];

type Complain = (fault: string) => void;

const nothing: Expression = { kind: 'truth', value: null };

const figureOf = (record: FigureRecord, where: string, complain: Complain): IndicatorFigure => ({
  name: record.name,
  unit: 'unit' in record ? record.unit : null,
  forms: record.forms ?? null,
  when: parsed(record.when, `${where}.when`, complain),
  value:
    'answer' in record
      ? { kind: 'answer', question: record.answer }
      : { kind: 'number', is: parsed(record.number, where, complain) ?? nothing },
});

/** Any number in the place of a figure of the inventory: what is computed later is a number. */
const anyFigures: Readonly<Record<string, Expression>> = Object.fromEntries(
  inventoryFigures.map((name) => [name, { kind: 'number', value: 1 }]),
);

const questionsOf = ({ sections }: Edition) =>
  new Map(sections.flatMap(({ questions }) => questions.map((question) => [question.id, question] as const)));

/** What could fail while a list is worked out: a question that no form asks, an expression that is no number on a form that can work it out. */
const figureFaults = (figure: IndicatorFigure, where: string, editions: readonly Edition[]): readonly string[] => {
  const { value } = figure;
  const needed = [
    ...(value.kind === 'answer' ? [value.question] : questionsIn(value.is)),
    ...(figure.when === null ? [] : questionsIn(figure.when)),
  ];
  const asked = editions
    .filter(({ form }: { readonly form: Form }) => figure.forms === null || figure.forms.includes(form))
    .map(questionsOf);
  const strange = needed.filter((id) => !asked.some((questions) => questions.has(id)));
  if (strange.length > 0)
    return strange.map((id) => inLine(where, `no form asks the question ${id}`, `문항 ${id}을(를) 묻는 조사표가 없습니다`));
  return asked
    .filter((questions) => needed.every((id) => questions.has(id)))
    .flatMap((questions) => {
      const vocabulary = vocabularyOf((id) => questions.get(id));
      const ofWhen = figure.when === null ? null : expressionFault(`${where}.when`, figure.when, 'truth', vocabulary);
      const ofNumber = value.kind === 'answer' ? null : expressionFault(where, substitute(value.is, anyFigures), 'number', vocabulary);
      return [ofWhen, ofNumber].filter((fault) => fault !== null);
    });
};

/** Reads the list of indicators of an item bank; null where it has none. Throws DataFileError naming every fault. */
export const readIndicators = (folder: string, editions: readonly Edition[], sources: ReadonlySet<string>): IndicatorList | null => {
  const file = join(folder, 'k-esg.yaml');
  if (!existsSync(file)) return null;
  const record = readYaml(file, indicators);
  const faults: string[] = [];
  const complain: Complain = (fault) => faults.push(fault);
  const list: IndicatorList = {
    ...record,
    indicators: record.indicators.map(
      (one): Indicator => ({ ...one, figures: one.figures.map((figure, at) => figureOf(figure, `${one.code}.figures.${at}`, complain)) }),
    ),
  };
  const codes = [...list.indicators, ...list.leftOut].map(({ code }) => code);
  for (const code of new Set(codes.filter((one, at) => codes.indexOf(one) !== at)))
    complain(inLine(code, `the code ${code} stands twice`, `${code}이(가) 두 번 있습니다`));
  for (const { code, figures, origin } of list.indicators) {
    if (!sources.has(origin.source))
      complain(inLine(`${code}.origin`, `there is no source ${origin.source}`, `출처 ${origin.source}이(가) 없습니다`));
    figures.forEach((figure, at) => {
      faults.push(...figureFaults(figure, `${code}.figures.${at}`, editions));
    });
  }
  if (faults.length > 0) throw new DataFileError(file, [...new Set(faults)]);
  return list;
};
