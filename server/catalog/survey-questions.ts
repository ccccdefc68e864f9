import type { Expression } from '../expression/expression.js';
import { parseExpression } from '../expression/parse.js';
import type { Choice, Question, Section, SimpleQuestion, UnitChoice } from '../survey/edition.js';
import type { Form } from '../survey/form.js';
import { mappingsOnForm } from '../survey/mapping/on-form.js';
import type { CodeLists } from './code-lists.js';
import { inLine } from './schema-faults.js';
import { mappingsOf } from './survey-mappings.js';
import type { QuestionRecord, SectionRecord, SimpleQuestionRecord } from './survey-schemas.js';

/** Turns the records of a section's file into what the survey asks. Faults are collected, not thrown, so that one reading names all. */

type Complain = (fault: string) => void;

/** What the records of a bank are read for: one form, and the questions that stand on it. */
export interface OnForm {
  readonly form: Form;
  readonly questions: ReadonlySet<string>;
  /** Every question of the bank. */
  readonly bank: ReadonlySet<string>;
}

/** Whether a record stands on a form. */
export const standsOn = ({ forms }: { readonly forms?: readonly Form[] | undefined }, form: Form): boolean =>
  forms === undefined || forms.includes(form);

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

/** The mappings of a question, as far as the form asks what they look at. */
const mappedOn = (
  record: Extract<QuestionRecord, { type: 'quantity' | 'monthly' | 'table' }>,
  { form, questions, bank }: OnForm,
  complain: Complain,
): Extract<Question, { type: 'table' }>['mappings'] => {
  const mappings = mappingsOf(record.mapping, { id: record.id, isTable: record.type === 'table', form }, complain);
  const columns = record.type === 'table' ? record.columns : [];
  const isColumn = (id: string): boolean => columns.some((column) => column.id === id && standsOn(column, form));
  const isElsewhere = (id: string): boolean =>
    !isColumn(id) && !questions.has(id) && (bank.has(id) || columns.some((column) => column.id === id));
  return mappings === null ? null : mappingsOnForm(mappings, isElsewhere);
};

/** A question is not required where it is not asked. */
const requiredElsewhere = ({ id, required, forms }: QuestionRecord, complain: Complain): void => {
  const strange = typeof required === 'boolean' ? [] : required.filter((form) => !standsOn({ forms }, form));
  if (strange.length > 0)
    complain(inLine(`${id}.required`, `it is not on form ${strange.join(', ')}`, `조사표 ${strange.join(', ')}에 없는 문항입니다`));
};

const baseOf = (record: SimpleQuestionRecord | QuestionRecord, page: string, { form }: OnForm, complain: Complain) => ({
  id: record.id,
  code: record.code,
  page,
  text: record.text,
  help: record.help ?? null,
  required: typeof record.required === 'boolean' ? record.required : record.required.includes(form),
  relevance: parsed(record.relevance, `${record.id}.relevance`, complain),
  missing: record.missing,
  carry: record.carry,
});

const simpleQuestionOf = (
  record: SimpleQuestionRecord,
  page: string,
  lists: CodeLists,
  onForm: OnForm,
  complain: Complain,
): SimpleQuestion => {
  const base = baseOf(record, page, onForm, complain);
  switch (record.type) {
    case 'yesNo':
      return { ...base, type: record.type };
    case 'date':
      return { ...base, type: record.type, between: record.between };
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
      return { ...base, type: record.type, units, bounds: record.bounds, mappings: mappedOn(record, onForm, complain) };
    }
    default:
      return { ...base, type: record.type, maxLength: record.maxLength };
  }
};

const questionOf = (record: QuestionRecord, page: string, lists: CodeLists, onForm: OnForm, complain: Complain): Question => {
  requiredElsewhere(record, complain);
  if (record.type !== 'table' && record.type !== 'monthly') return simpleQuestionOf(record, page, lists, onForm, complain);
  const { id } = record;
  const base = baseOf(record, page, onForm, complain);
  if (record.type === 'monthly') {
    const units = unitsOf(record.units, lists, id, complain);
    return { ...base, type: record.type, units, bounds: record.bounds, mappings: mappedOn(record, onForm, complain) };
  }
  const onTable = record.columns.filter((column) => standsOn(column, onForm.form));
  const columns = onTable.map((column) => {
    if (column.relevance !== undefined)
      complain(inLine(`${id}.${column.id}`, 'a column cannot have a relevance of its own', '열에는 따로 표시 조건을 둘 수 없습니다'));
    if (column.type === 'quantity' && column.mapping !== undefined)
      complain(inLine(`${id}.${column.id}`, 'a column has no mapping; its table has one', '열에는 mapping을 두지 않고 표에 둡니다'));
    return simpleQuestionOf(column, page, lists, onForm, (fault) => complain(`${id}.${fault}`));
  });
  for (const column of record.together) {
    if (!record.columns.some((one) => one.id === column))
      complain(inLine(`${id}.together`, `there is no column ${column}`, `${column} 열이 없습니다`));
  }
  return {
    ...base,
    type: record.type,
    columns,
    maxRows: record.maxRows,
    together: record.together.filter((id) => columns.some((column) => column.id === id)),
    mappings: mappedOn(record, onForm, complain),
  };
};

/**
 * The pages of a section's questions, one each: a question whose code has a dot stands on the page of the one before it, neighbors that
 * name the same page share it, and every other question has a page of its own.
 */
const pagesOf = (records: readonly QuestionRecord[]): readonly string[] =>
  records.map(({ id, code, page }, at) => {
    // Back to the question that the parts before this one belong to.
    const first = records.slice(0, at + 1).findLast((one) => one.page !== undefined || !one.code.includes('.'));
    return page ?? (code.includes('.') ? (first?.page ?? first?.id ?? id) : id);
  });

/** The section of a file or a module as far as it stands on a form; null where none of its questions does. */
export const sectionOf = (
  record: SectionRecord,
  isModule: boolean,
  lists: CodeLists,
  onForm: OnForm,
  complain: Complain,
): Section | null => {
  const records = record.questions.filter((question) => standsOn(question, onForm.form));
  if (records.length === 0) return null;
  const pages = pagesOf(records);
  return {
    id: record.id,
    isModule,
    title: record.title,
    intro: record.intro ?? null,
    relevance: parsed(record.relevance, 'relevance', complain),
    questions: records.map((question, index) => questionOf(question, pages[index] as string, lists, onForm, complain)),
  };
};
