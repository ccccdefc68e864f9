import type { ChoiceQuestion, Edition, MonthlyQuestion, Question, Section, SimpleQuestion, TableQuestion } from '../../survey/edition.js';
import { fieldName } from '../../survey/field-names.js';
import { monthParts } from '../../survey/read-answer.js';
import { inLanguage } from '../number-format.js';
import { type Language, wordsOf } from '../words/words.js';
import { entriesOf, missingLabel, unitLabel, yesNoLabels } from './labels.js';
import { columnKeys, formMark, nothing, tableMark } from './marks.js';
import { cellOfField } from './prefill.js';
import { type CellLook, cell, row, type TemplateBook, type TemplateCell, type TemplateRow, type TemplateSheet } from './template-book.js';

/** What a template is made from. */
interface Making {
  readonly edition: Edition;
  /** The texts of fields that are filled in already, by field name. */
  readonly fields: ReadonlyMap<string, string>;
  readonly language: Language;
  /** Sections that are known not to be asked. */
  readonly leftOut?: ReadonlySet<string>;
}

type Asked = SimpleQuestion | MonthlyQuestion;

const textTypes: readonly Question['type'][] = ['text', 'businessNumber', 'phone', 'email', 'codeList'];
const lookOf = (question: Asked): CellLook => (textTypes.includes(question.type) ? 'textInput' : 'input');
const shut = cell(null, 'shut');

/** The cell of a field, with what is known of it. */
const fieldCell = (
  question: Asked,
  name: string,
  part: string,
  list: readonly string[] | null,
  { edition, fields, language }: Making,
): TemplateCell => {
  const typed = fields.get(fieldName(name, part));
  return cell(typed === undefined ? null : cellOfField(question, part, typed, edition, language), lookOf(question), list);
};

const unitsOf = (question: Asked, language: Language): readonly string[] =>
  'units' in question ? question.units.map((unit) => unitLabel(unit, language)) : [];

const unitCell = (question: Asked, making: Making): TemplateCell => {
  const { language } = making;
  if (question.type === 'number') return cell(question.unitText === null ? null : inLanguage(question.unitText, language), 'shut');
  if (question.type === 'money') return cell(wordsOf(language).page.question.won, 'shut');
  const units = unitsOf(question, language);
  if (units.length === 0) return shut;
  return units.length === 1 ? cell(units[0] as string, 'shut') : fieldCell(question, question.id, 'unit', units, making);
};

const missingCell = (question: Question, { fields, language }: Making): TemplateCell => {
  if (question.missing.length === 0) return shut;
  const labels = question.missing.map((reason) => missingLabel(reason, language));
  const typed = question.missing.find((reason) => reason === fields.get(fieldName(question.id, 'missing')));
  return cell(typed === undefined ? null : missingLabel(typed, language), 'input', labels);
};

const twelve = (each: (part: string) => TemplateCell): readonly TemplateCell[] => monthParts.map(each);

/** A row of a section's sheet; the columns are those of `columnKeys`. */
const questionRow = (
  mark: string,
  question: Question,
  text: string,
  cells: {
    readonly answer: TemplateCell;
    readonly unit: TemplateCell;
    readonly months: readonly TemplateCell[];
    readonly missing: TemplateCell;
  },
  language: Language,
): TemplateRow =>
  row([
    cell(mark, 'mark'),
    cell(question.code, 'question'),
    cell(text, 'question'),
    cells.answer,
    cells.unit,
    ...cells.months,
    cells.missing,
    cell(question.help === null ? null : inLanguage(question.help, language), 'help'),
  ]);

const noMonths = twelve(() => shut);
const titleOf = (question: Question, language: Language): string => {
  const { required } = wordsOf(language).page.sheet.cells;
  return `${inLanguage(question.text, language)}${question.required ? ` ${required}` : ''}`;
};

const choicesRows = (question: ChoiceQuestion, making: Making): readonly TemplateRow[] => {
  const { fields, language } = making;
  const [yes, no] = yesNoLabels(language);
  const isAnswered = question.choices.some(({ id }) => fields.get(fieldName(question.id, id)) === 'yes');
  const hint = cell(wordsOf(language).page.sheet.cells.choices, 'shut');
  return [
    questionRow(
      question.id,
      question,
      titleOf(question, language),
      { answer: hint, unit: shut, months: noMonths, missing: missingCell(question, making) },
      language,
    ),
    ...question.choices.map((choice) => {
      const ticked = fieldCell(question, question.id, choice.id, [yes, no], making);
      // Of an answer that is there, what was not ticked is a no: a cell left empty changes nothing.
      const answer = ticked.value === null && isAnswered ? { ...ticked, value: no } : ticked;
      return row([
        cell(fieldName(question.id, choice.id), 'mark'),
        cell(null, 'question'),
        cell(`　${inLanguage(choice.text, language)}`, 'question'),
        answer,
      ]);
    }),
  ];
};

/** The columns of a table's rows: each column of the question, with its unit and its reasons beside it. */
export const tableColumns = (
  table: TableQuestion,
): readonly { readonly key: string; readonly column: SimpleQuestion; readonly part: string }[] =>
  table.columns.flatMap((column) => {
    const parts =
      column.type === 'choices'
        ? column.choices.map(({ id }) => id)
        : ['', ...(column.type === 'quantity' && column.units.length > 1 ? ['unit'] : [])];
    return [...parts, ...(column.missing.length > 0 ? ['missing'] : [])].map((part) => ({ key: fieldName(column.id, part), column, part }));
  });

const tableHead = (column: SimpleQuestion, part: string, language: Language): string => {
  const words = wordsOf(language).page;
  const title = inLanguage(column.text, language);
  if (part === 'unit') return words.question.unitOf(title);
  if (part === 'missing') return `${title}: ${words.sheet.cells.missing}`;
  const choice = column.type === 'choices' ? column.choices.find(({ id }) => id === part) : undefined;
  if (choice !== undefined) return `${title}: ${inLanguage(choice.text, language)}`;
  const unit =
    column.type === 'number' ? column.unitText : column.type === 'quantity' && column.units.length === 1 ? column.units[0]?.text : null;
  return unit === null || unit === undefined ? title : `${title} (${inLanguage(unit, language)})`;
};

const tableList = (column: SimpleQuestion, part: string, { edition, language }: Making): readonly string[] | null => {
  if (part === 'unit') return unitsOf(column, language);
  if (part === 'missing') return column.missing.map((reason) => missingLabel(reason, language));
  return column.type === 'choices' ? yesNoLabels(language) : entriesOf(column, edition, language);
};

const tableRows = (table: TableQuestion, making: Making): readonly TemplateRow[] => {
  const { language } = making;
  const columns = tableColumns(table);
  const before = [cell(null), cell(null)];
  const hint = cell(wordsOf(language).page.sheet.cells.table(table.maxRows), 'shut');
  return [
    questionRow(
      table.id,
      table,
      titleOf(table, language),
      { answer: hint, unit: shut, months: noMonths, missing: missingCell(table, making) },
      language,
    ),
    row([cell(tableMark(table.id), 'mark'), ...before, ...columns.map(({ key }) => cell(key, 'mark'))], true),
    row([cell(nothing, 'mark'), ...before, ...columns.map(({ column, part }) => cell(tableHead(column, part, language), 'head'))]),
    ...Array.from({ length: table.maxRows }, (_, index) => {
      const name = fieldName(table.id, String(index + 1));
      const cells = columns.map(({ column, part }) =>
        fieldCell(column, fieldName(name, column.id), part, tableList(column, part, making), making),
      );
      return row([cell(name, 'mark'), cell(null, 'question'), cell(index + 1, 'question'), ...cells]);
    }),
  ];
};

const rowsOf = (question: Question, making: Making): readonly TemplateRow[] => {
  if (question.type === 'table') return tableRows(question, making);
  if (question.type === 'choices') return choicesRows(question, making);
  const { edition, language } = making;
  const isMonthly = question.type === 'monthly';
  const answer = fieldCell(
    question,
    question.id,
    isMonthly ? 'annual' : '',
    isMonthly ? null : entriesOf(question, edition, language),
    making,
  );
  const months = isMonthly ? twelve((part) => fieldCell(question, question.id, part, null, making)) : noMonths;
  const cells = { answer, unit: unitCell(question, making), months, missing: missingCell(question, making) };
  return [questionRow(question.id, question, titleOf(question, language), cells, language)];
};

/** A name that every program takes for a sheet: 31 characters without []:*?/\ and not used before. */
const sheetName = (title: string, used: ReadonlySet<string>): string => {
  const name =
    title
      .replace(/[[\]:*?/\\']/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 28) || '-';
  let unique = name;
  for (let next = 2; used.has(unique.toLowerCase()); next++) unique = `${name} ${next}`;
  return unique;
};

const sectionSheet = (section: Section, name: string, making: Making): TemplateSheet => {
  const { edition, language } = making;
  const words = wordsOf(language).page.sheet.cells;
  const monthNames = wordsOf(language).page.question.monthNames;
  const heads = ['', words.code, words.question, words.answer, words.unit, ...monthNames, words.missing, words.help];
  return {
    name,
    widths: [0, 7, 46, 24, 14, ...monthParts.map(() => 11), 12, 60],
    frozen: 2,
    rows: [
      row([cell(formMark(edition), 'mark'), ...columnKeys.slice(1).map((key) => cell(key, 'mark'))], true),
      row(heads.map((head, at) => (at === 0 ? cell(nothing, 'mark') : cell(head, 'head')))),
      ...section.questions.flatMap((question) => rowsOf(question, making)),
    ],
  };
};

const guideSheet = ({ edition, language }: Making): TemplateSheet => {
  const words = wordsOf(language).page.sheet.guide;
  const line = (text: string, look: CellLook = 'plain'): TemplateRow => row([cell(nothing, 'mark'), cell(text, look)]);
  return {
    name: words.name,
    widths: [0, 110],
    frozen: 0,
    rows: [line(inLanguage(edition.title, language), 'title'), ...words.lines(edition.referenceYear).map((text) => line(text))],
  };
};

/**
 * The form as a file to fill in: a sheet for each section, a row for each question, months across, a block of rows for each table, with the
 * answers so far in it. Whoever reads it back goes by the first column and the hidden rows (see `marks.ts`), not by names and places.
 */
export const formTemplate = (making: Making): TemplateBook => {
  const guide = guideSheet(making);
  const listsName = wordsOf(making.language).page.sheet.lists;
  const used = new Set([guide.name.toLowerCase(), listsName.toLowerCase()]);
  const asked = making.edition.sections.filter(({ id }) => making.leftOut?.has(id) !== true);
  const sheets = asked.map((section) => {
    const name = sheetName(inLanguage(section.title, making.language), used);
    used.add(name.toLowerCase());
    return sectionSheet(section, name, making);
  });
  return { sheets: [guide, ...sheets], listsName };
};
