import type { Expression } from '../expression/expression.js';
import { parseExpression } from '../expression/parse.js';
import type { Choice, Mapping, Question, Section, SimpleQuestion, UnitChoice } from '../survey/edition.js';
import type { CodeLists } from './code-lists.js';
import { inLine } from './schema-faults.js';
import type { QuestionRecord, SectionRecord, SimpleQuestionRecord } from './survey-schemas.js';

/** Turns the records of a section's file into what the survey asks. Faults are collected, not thrown, so that one reading names all. */

type Complain = (fault: string) => void;

/** The parsed expression, or null (with the fault noted) when it cannot be read. */
export const parsed = (source: string | undefined, where: string, complain: Complain): Expression | null => {
  if (source === undefined) return null;
  try {
    return parseExpression(source);
  } catch (error) {
    complain(inLine(where, (error as Error).message, '식을 읽을 수 없습니다'));
    return null;
  }
};

const unitsOf = (ids: readonly string[], lists: CodeLists, where: string, complain: Complain): readonly UnitChoice[] =>
  ids.map((id) => {
    const unit = lists.units.get(id);
    if (unit === undefined)
      complain(inLine(where, `the unit ${id} is not in code-lists/units.yaml`, `단위 ${id}이(가) code-lists/units.yaml에 없습니다`));
    return unit ?? { id, text: { ko: id, en: id }, choose: { ko: id, en: id } };
  });

const choicesOf = (
  record: Extract<QuestionRecord, { type: 'choice' | 'choices' }>,
  lists: CodeLists,
  complain: Complain,
): readonly Choice[] => {
  const { id, choices, choicesFrom } = record;
  if ((choices === undefined) === (choicesFrom === undefined))
    complain(inLine(id, 'needs either choices or choicesFrom', 'choices와 choicesFrom 가운데 하나가 있어야 합니다'));
  const own = (choices ?? []).map(({ id: choice, ko, en, exclusive }) => ({ id: choice, text: { ko, en }, exclusive: exclusive ?? false }));
  const twice = own.find((choice, index) => own.findIndex((other) => other.id === choice.id) !== index);
  if (twice !== undefined) complain(inLine(id, `the choice ${twice.id} stands twice`, `선택지 ${twice.id}이(가) 두 번 있습니다`));
  if (choicesFrom === undefined) return own;
  const listed = Object.hasOwn(lists.choices, choicesFrom) ? lists.choices[choicesFrom] : undefined;
  if (listed === undefined) complain(inLine(id, `there is no code list ${choicesFrom}`, `코드 목록 ${choicesFrom}이(가) 없습니다`));
  return listed ?? [];
};

const mappingOf = (mapping: Extract<QuestionRecord, { type: 'quantity' }>['mapping']): Mapping | null => {
  if (mapping === undefined) return null;
  const qualityFrom = mapping.qualityFrom ?? null;
  switch (mapping.category) {
    case 'stationaryCombustion':
      return { ...mapping, qualityFrom, grossMJPerNm3From: mapping.grossMJPerNm3From ?? null };
    case 'purchasedElectricity':
      return { ...mapping, qualityFrom, instruments: mapping.instruments ?? {} };
    default:
      return { ...mapping, qualityFrom };
  }
};

const simpleQuestionOf = (record: SimpleQuestionRecord, lists: CodeLists, complain: Complain): SimpleQuestion => {
  const base = {
    id: record.id,
    code: record.code,
    text: record.text,
    help: record.help ?? null,
    required: record.required,
    relevance: parsed(record.relevance, `${record.id}.relevance`, complain),
    missing: record.missing,
  };
  switch (record.type) {
    case 'yesNo':
      return { ...base, type: record.type };
    case 'consent':
      return { ...base, type: record.type, mustBeGiven: record.mustBeGiven };
    case 'choice':
    case 'choices':
      return { ...base, type: record.type, choices: choicesOf(record, lists, complain) };
    case 'codeList':
      if (!Object.hasOwn(lists.lists, record.list))
        complain(inLine(record.id, `there is no code list ${record.list}`, `코드 목록 ${record.list}이(가) 없습니다`));
      return { ...base, type: record.type, list: record.list, appearance: record.appearance };
    case 'number':
      return { ...base, type: record.type, bounds: record.bounds, wholeNumber: record.wholeNumber, unitText: record.unitText ?? null };
    case 'money':
      return { ...base, type: record.type, bounds: record.bounds };
    case 'quantity': {
      const units = unitsOf(record.units, lists, record.id, complain);
      return { ...base, type: record.type, units, bounds: record.bounds, mapping: mappingOf(record.mapping) };
    }
    default:
      return { ...base, type: record.type, maxLength: record.maxLength };
  }
};

const questionOf = (record: QuestionRecord, lists: CodeLists, complain: Complain): Question => {
  if (record.type !== 'table' && record.type !== 'monthly') return simpleQuestionOf(record, lists, complain);
  const { id, code, text, required, missing } = record;
  const relevance = parsed(record.relevance, `${id}.relevance`, complain);
  const base = { id, code, text, help: record.help ?? null, required, missing, relevance };
  if (record.type === 'monthly') {
    const units = unitsOf(record.units, lists, id, complain);
    return { ...base, type: record.type, units, bounds: record.bounds, mapping: mappingOf(record.mapping) };
  }
  const columns = record.columns.map((column) => {
    if (column.relevance !== undefined)
      complain(inLine(`${id}.${column.id}`, 'a column cannot have a relevance of its own', '열에는 따로 표시 조건을 둘 수 없습니다'));
    return simpleQuestionOf(column, lists, (fault) => complain(`${id}.${fault}`));
  });
  for (const column of record.together) {
    if (!columns.some((one) => one.id === column))
      complain(inLine(`${id}.together`, `there is no column ${column}`, `${column} 열이 없습니다`));
  }
  return { ...base, type: record.type, columns, maxRows: record.maxRows, together: record.together };
};

/** The section of a file. */
export const sectionOf = (record: SectionRecord, lists: CodeLists, complain: Complain): Section => ({
  id: record.id,
  title: record.title,
  intro: record.intro ?? null,
  relevance: parsed(record.relevance, 'relevance', complain),
  questions: record.questions.map((question) => questionOf(question, lists, complain)),
});
