import type { Expression } from '../../expression/expression.js';
import type { Text } from '../edition.js';
import { monthParts } from '../read-answer.js';
import type { Workbook } from '../workbook.js';
import { boundsIn } from './constraints.js';
import type { NamedField } from './from-xpath.js';
import type { OwnWords } from './own-words.js';
import { type ReadChoice, readChoices } from './read-choices.js';
import {
  commonIn,
  fieldOf,
  ownMapping,
  ownWords,
  type QuestionRecord,
  questionId,
  relevanceIn,
  relevanceText,
  typedIn,
  typeParts,
} from './read-question.js';
import { bothTexts, type ReadRow, readRows, type XlsFinding } from './read-rows.js';

/** A section as it stands in a data file. */
export interface SectionRecord {
  readonly id: string;
  readonly title: Text;
  readonly intro?: Text;
  readonly relevance?: string;
  readonly questions: readonly QuestionRecord[];
}

/** What an XLSForm came to: sections of ours, and everything that was not taken over or not as it stands there. */
export interface ImportedForm {
  readonly sections: readonly { readonly isModule: boolean; readonly record: SectionRecord }[];
  readonly findings: readonly XlsFinding[];
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Draft = Mutable<Omit<SectionRecord, 'questions'>> & { questions: Mutable<QuestionRecord>[] };

/** Something that was begun and is not ended yet. */
type Open =
  | { readonly kind: 'section'; readonly name: string; readonly draft: Draft }
  | { readonly kind: 'group'; readonly name: string; readonly relevance: Expression | string | undefined }
  | { readonly kind: 'monthly'; readonly name: string; readonly record: Mutable<QuestionRecord> }
  | { readonly kind: 'table'; readonly name: string; readonly id: string; readonly columns: QuestionRecord[] };

const known = [
  'type',
  'name',
  'required',
  'relevant',
  'constraint',
  'appearance',
  'calculation',
  'onsil',
  ...['label', 'hint', 'constraint_message'].flatMap((column) => [column, `${column}::ko`, `${column}::en`]),
];

/** How our own exports look; any other appearance is reported, for it is not kept. */
const appearances = ['', 'minimal', 'minimal autocomplete', 'thousands-sep', 'numbers', 'field-list'];

class FormReader {
  private readonly sections: { isModule: boolean; draft: Draft }[] = [];
  private readonly open: Open[] = [];
  private readonly fields = new Map<string, NamedField>();
  private readonly ids = new Set<string>();
  private last: QuestionRecord | null = null;

  constructor(private readonly lists: ReadonlyMap<string, readonly ReadChoice[]>) {}

  read(rows: readonly ReadRow[]): readonly { isModule: boolean; draft: Draft }[] {
    for (const row of rows) this.row(row);
    const [left] = this.open.reverse();
    if (left !== undefined) rows.at(-1)?.say('outside', 'type', 'groupOpen', { text: left.name });
    return this.sections;
  }

  private readonly find = (name: string): NamedField | undefined => this.fields.get(name);

  private row(row: ReadRow): void {
    const [type] = typeParts(
      row.text('type').replace(/^(begin|end)[ _](group|repeat)$/i, (_, what: string, kind: string) => `${what}_${kind}`.toLowerCase()),
    );
    if (!appearances.includes(row.text('appearance'))) row.say('note', 'appearance', 'appearanceOutside');
    if (type === 'end_group' || type === 'end_repeat') this.end(row);
    else if (row.text('name') === '') row.say('outside', 'type', 'nameAbsent');
    else this.named(row, type, ownWords(row));
  }

  private named(row: ReadRow, type: string, own: OwnWords): void {
    if (row.text('onsil') === '')
      for (const column of ['constraint_message', 'constraint_message::ko', 'constraint_message::en'])
        if (row.text(column) !== '') row.say('note', column, 'columnOutside', { column });
    if (typeof own.part === 'string') this.part(row, own.part);
    else if (type === 'begin_group') this.group(row, own);
    else if (type === 'begin_repeat') this.repeat(row, own);
    else this.question(row, own);
  }

  private get top(): Open | undefined {
    return this.open.at(-1);
  }

  private section(): Draft {
    const there = this.open.find((one) => one.kind === 'section');
    if (there?.kind === 'section') return there.draft;
    const before = this.sections.at(-1);
    // Questions outside of every group share one section.
    if (before?.draft.title.ko === '') return before.draft;
    return this.newSection({ ko: '', en: '' }, {}).draft;
  }

  private newSection(title: Text, own: OwnWords): { isModule: boolean; draft: Draft } {
    const used = new Set(this.sections.map(({ draft }) => draft.id));
    const free = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at)).find((letter) => !used.has(letter)) ?? 'Z';
    const id = typeof own.section === 'string' && !used.has(own.section) ? own.section : free;
    const made = { isModule: own.isModule === true, draft: { id, title, questions: [] } };
    this.sections.push(made);
    return made;
  }

  private group(row: ReadRow, own: OwnWords): void {
    const name = row.text('name');
    const isInside = this.open.some(({ kind }) => kind === 'section');
    if (this.top?.kind === 'table' || this.top?.kind === 'monthly') row.say('outside', 'type', 'inRepeat', { text: name });
    if (own.type === 'monthly') this.monthly(row, own);
    else if (isInside) {
      row.say('note', 'name', 'flattened');
      this.open.push({ kind: 'group', name, relevance: relevanceIn(row, own, this.find) });
    } else {
      const relevance = relevanceIn(row, own, this.find);
      const { draft } = this.newSection(bothTexts(row, 'label') ?? { ko: name, en: name }, own);
      Object.assign(draft, relevanceText([relevance]));
      this.open.push({ kind: 'section', name, draft });
    }
  }

  private end(row: ReadRow): void {
    const closed = this.open.pop();
    if (closed === undefined) row.say('outside', 'type', 'groupClosed');
    else if (closed.kind === 'monthly' || closed.kind === 'table') this.last = this.section().questions.at(-1) ?? null;
  }

  /** A name of ours that nothing else has. */
  private idOf(row: ReadRow, wanted: string, shown: string): string {
    const id = questionId(wanted);
    if (id !== shown) row.say('note', 'name', 'renamed', { name: id });
    if (this.ids.has(id)) row.say('outside', 'name', 'nameTwice');
    this.ids.add(id);
    return id;
  }

  private nextCode(): string {
    const { id, questions } = this.section();
    return `${/^[A-Z]$/.test(id) ? id : 'X'}${questions.length + 1}`;
  }

  private conditions(row: ReadRow, own: OwnWords) {
    const groups = this.open.flatMap((one) => (one.kind === 'group' ? [one.relevance] : []));
    return relevanceText([...groups, relevanceIn(row, own, this.find)]);
  }

  private add(record: QuestionRecord): void {
    this.section().questions.push(record);
    this.last = record;
  }

  private question(row: ReadRow, own: OwnWords): void {
    const name = row.text('name');
    const typed = typedIn(row, own, this.lists);
    if (typed === null) return;
    if (row.text('calculation') !== '') row.say('outside', 'calculation', 'columnOutside', { column: 'calculation' });
    const table = this.top?.kind === 'table' ? this.top : null;
    if (table !== null) this.column(row, own, typed, table);
    else {
      const id = this.idOf(row, name, name);
      const record = { id, ...commonIn(row, own, name, this.nextCode()), ...this.conditions(row, own), ...typed };
      this.fields.set(name, fieldOf(record, '', this.listOf(row)));
      this.add(record);
    }
  }

  private listOf(row: ReadRow): readonly ReadChoice[] {
    return this.lists.get(typeParts(row.text('type'))[1]) ?? [];
  }

  private column(row: ReadRow, own: OwnWords, typed: { readonly type: string }, table: Extract<Open, { kind: 'table' }>): void {
    const name = row.text('name');
    if (row.text('relevant') !== '') row.say('outside', 'relevant', 'inRepeat', { text: row.text('relevant') });
    const bare = name.startsWith(`${table.name}_`) ? name.slice(table.name.length + 1) : name;
    const id = typeof own.column === 'string' ? own.column : this.idOf(row, bare, bare);
    const record: QuestionRecord = { id, ...commonIn(row, own, name, `${this.last?.code ?? 'X1'}.${table.columns.length + 1}`), ...typed };
    table.columns.push(record);
  }

  private monthly(row: ReadRow, own: OwnWords): void {
    const name = row.text('name');
    const id = this.idOf(row, name, name);
    const common = { ...commonIn(row, own, name, this.nextCode()), ...this.conditions(row, own) };
    const rest = {
      type: 'monthly',
      units: own.units,
      bounds: { min: null, max: null },
      ...ownMapping(own),
    };
    const record = { id, ...common, ...rest };
    this.fields.set(name, fieldOf(record, '', []));
    this.add(record);
    this.open.push({ kind: 'monthly', name, record });
  }

  private repeat(row: ReadRow, own: OwnWords): void {
    const name = row.text('name');
    if (this.top?.kind === 'table' || this.top?.kind === 'monthly') row.say('outside', 'type', 'inRepeat', { text: name });
    const id = this.idOf(row, name, name);
    const columns: QuestionRecord[] = [];
    const common = { ...commonIn(row, own, name, this.nextCode()), ...this.conditions(row, own) };
    const maxRows = typeof own.maxRows === 'number' ? own.maxRows : 50;
    const record = {
      id,
      ...common,
      type: 'table',
      maxRows,
      ...(own.together === undefined ? {} : { together: own.together }),
      ...ownMapping(own),
      columns,
    };
    this.fields.set(name, fieldOf(record, '', []));
    this.add(record);
    this.open.push({ kind: 'table', name, id, columns });
  }

  /** A row that belongs to a question: its unit, its reasons, one of its months. */
  private part(row: ReadRow, part: string): void {
    if (part === 'intro') {
      const intro = bothTexts(row, 'label');
      if (intro !== null) this.section().intro = intro;
      return;
    }
    const table = this.top?.kind === 'table' ? this.top : null;
    const question = table === null ? this.last : (table.columns.at(-1) ?? null);
    if (question === null) {
      row.say('outside', 'type', 'typeOutside');
      return;
    }
    if (part === 'unit' || part === 'missing') this.companion(row, part, question);
    if (this.top?.kind === 'monthly' && part === monthParts[0]) this.top.record.bounds = boundsOfMonth(row);
    if (table === null)
      this.fields.set(
        row.text('name'),
        fieldOf(question, part === 'unit' || part === 'annual' || part === 'answered' ? part : 'other', this.listOf(row)),
      );
  }

  /** The choices beside a question must be those its own words name: two places would else say two things. */
  private companion(row: ReadRow, part: 'unit' | 'missing', question: QuestionRecord): void {
    const listed = this.listOf(row).map(({ name }) => name);
    const said = (part === 'unit' ? question.units : question.missing) ?? [];
    if (JSON.stringify(listed) !== JSON.stringify(said)) row.say('outside', 'type', 'partDiffers', { text: listed.join(', ') });
  }
}

const boundsOfMonth = (row: ReadRow) => {
  const text = row.text('constraint');
  if (text === '') return { min: null, max: null };
  const bounds = boundsIn(text);
  if (bounds === null) row.say('outside', 'constraint', 'constraintOutside');
  return bounds ?? { min: null, max: null };
};

const ownSheets = ['survey', 'choices', 'settings'];

/**
 * Reads the part of XLSForm that docs/xlsform.md states into sections as they stand in `survey-definitions`. Whatever lies outside of it is
 * reported with its cell; nothing is left out without a word.
 */
export const importForm = (workbook: Workbook): ImportedForm => {
  const findings: XlsFinding[] = [];
  const report = (finding: XlsFinding): void => void findings.push(finding);
  for (const { name, cells } of workbook.sheets)
    if (cells.length > 0 && !ownSheets.includes(name.trim().toLowerCase()))
      report({ level: 'outside', address: name, code: 'sheetOutside', values: { text: name } });
  const lists = workbook.sheets.some(({ name }) => name.trim().toLowerCase() === 'choices') ? readChoices(workbook, report) : new Map();
  const sections = new FormReader(lists).read(readRows(workbook, 'survey', known, report));
  return {
    sections: sections.map(({ isModule, draft: { id, title, questions, ...rest } }) => {
      // Questions outside of every group have no title of their own.
      const named = title.ko === '' ? { ko: id, en: id } : title;
      return { isModule, record: { id, title: named, ...rest, questions } };
    }),
    findings,
  };
};
