import type { Expression } from '../../expression/expression.js';
import { printExpression } from '../../expression/print.js';
import type { ChoiceQuestion, Edition, MonthlyQuestion, Question, Section, SimpleQuestion, TableQuestion, Text } from '../edition.js';
import { monthParts } from '../read-answer.js';
import { boundsText, constraintText } from './constraints.js';
import { fromXPath } from './from-xpath.js';
import { missingList, partName, unitList, yesNoList } from './names.js';
import { ownFields } from './own-field.js';
import { type OwnWords, ownWordsOf } from './own-words.js';
import { toXPath, Untranslatable } from './to-xpath.js';
import { hints, labels, messages, ownColumn, type XlsForm, type XlsRow } from './xlsform.js';

/** Words that an export needs besides those of the edition. */
export interface ExportWords {
  readonly yes: Text;
  readonly no: Text;
  readonly unit: Text;
  readonly annual: Text;
  readonly missing: Text;
  readonly missingReasons: Readonly<Record<string, Text>>;
  readonly months: readonly Text[];
  readonly outside: Text;
}

/** Something that XLSForm cannot say, and where it stands in the edition. */
export interface ExportNote {
  readonly where: string;
  readonly en: string;
  readonly ko: string;
}

const labelled = ({ ko, en }: Text): XlsRow => ({ [labels.ko]: ko, [labels.en]: en });
const withHint = (help: Text | null): XlsRow => (help === null ? {} : { [hints.ko]: help.ko, [hints.en]: help.en });
const coded = (code: string, { ko, en }: Text): Text => ({ ko: `${code} ${ko}`, en: `${code} ${en}` });
const own = (words: OwnWords): XlsRow => ({ [ownColumn]: JSON.stringify(words) });
const both = (...conditions: readonly (string | undefined)[]): XlsRow => {
  const given = conditions.filter((one): one is string => one !== undefined);
  return given.length === 0 ? {} : { relevant: given.length === 1 ? (given[0] as string) : given.map((one) => `(${one})`).join(' and ') };
};

class FormWriter {
  private readonly survey: XlsRow[] = [];
  private readonly lists = new Map<string, readonly XlsRow[]>();
  readonly notes: ExportNote[] = [];
  private readonly questions: ReadonlyMap<string, Question>;

  constructor(
    private readonly edition: Edition,
    private readonly words: ExportWords,
  ) {
    this.questions = new Map(edition.sections.flatMap(({ questions }) => questions.map((question) => [question.id, question])));
  }

  form(): XlsForm {
    for (const section of this.edition.sections) this.section(section);
    const rules = this.edition.editRules.length;
    if (rules > 0)
      this.note(
        'edit-rules',
        `XLSForm has no edit rules with levels, reasons and suggestions; ${rules} are left out`,
        `XLSForm에는 단계·사유·제안이 있는 내검 규칙이 없어 ${rules}개를 뺐습니다`,
      );
    const { title, id, hash } = this.edition;
    return {
      survey: this.survey,
      choices: [...this.lists].flatMap(([list, rows]) => rows.map((row) => ({ list_name: list, ...row }))),
      settings: [{ form_title: title.ko, form_id: id, version: hash.slice(0, 12), default_language: 'Korean (ko)' }],
    };
  }

  private note(where: string, en: string, ko: string): void {
    this.notes.push({ where, en, ko });
  }

  private row(type: string, name: string, ...more: readonly XlsRow[]): void {
    this.survey.push(Object.assign({ type, name }, ...more));
  }

  private list(name: string, rows: () => readonly XlsRow[]): string {
    if (!this.lists.has(name)) this.lists.set(name, rows());
    return name;
  }

  /** The condition in XPath, or in the column of our own where XPath cannot say it. */
  private relevance(expression: Expression | null, where: string): { readonly xpath: string | undefined; readonly words: OwnWords } {
    if (expression === null) return { xpath: undefined, words: {} };
    const find = (id: string): Question | undefined => this.questions.get(id);
    try {
      const xpath = toXPath(expression, find);
      const text = printExpression(expression);
      // What would come back in other words, however right, is kept in its own beside them.
      return { xpath, words: printExpression(fromXPath(xpath, ownFields(find))) === text ? {} : { relevance: text, relevant: xpath } };
    } catch (error) {
      if (!(error instanceof Untranslatable)) throw error;
      const text = printExpression(expression);
      this.note(
        where,
        `the condition "${text}" has no counterpart (${error.message}); it is asked of everybody`,
        `조건 "${text}"을(를) 옮길 수 없어 모두에게 묻습니다`,
      );
      return { xpath: undefined, words: { relevance: text } };
    }
  }

  private section(section: Section): void {
    const { xpath, words } = this.relevance(section.relevance, section.id);
    this.row(
      'begin_group',
      `section_${section.id}`,
      labelled(section.title),
      both(xpath),
      own({ section: section.id, isModule: section.isModule, ...words }),
    );
    if (section.intro !== null) this.row('note', `intro_${section.id}`, labelled(section.intro), own({ part: 'intro' }));
    for (const question of section.questions) this.question(question);
    this.row('end_group', `section_${section.id}`);
  }

  private question(question: Question): void {
    const { xpath, words } = this.relevance(question.relevance, question.id);
    const asked = { ...ownWordsOf(question), ...words };
    if (question.type === 'monthly') this.monthly(question, xpath, asked);
    else if (question.type === 'table') this.table(question, xpath, asked);
    else this.simple(question, question.id, xpath, asked);
    this.missing(question, question.id, xpath);
  }

  private required(question: Question, name: string): XlsRow {
    if (!question.required) return {};
    if (question.type === 'consent') return question.mustBeGiven ? { required: 'yes' } : {};
    // A reason for having no answer does as well.
    return { required: question.missing.length === 0 ? 'yes' : `\${${partName(name, 'missing')}} = ''` };
  }

  private constraint(text: string, message: Text = this.words.outside): XlsRow {
    return text === '' ? {} : { constraint: text, [messages.ko]: message.ko, [messages.en]: message.en };
  }

  private simple(question: SimpleQuestion, name: string, relevant: string | undefined, words: OwnWords): void {
    const { type, more } = this.typeOf(question, name);
    const head = [labelled(coded(question.code, question.text)), withHint(question.help), both(relevant), own(words)];
    this.row(type, name, ...head, more ?? {}, this.required(question, name), this.constraint(constraintText(question)));
    if (question.type === 'quantity') this.unit(question, name, `\${${name}} != ''`);
  }

  private typeOf(question: SimpleQuestion, name: string): { readonly type: string; readonly more?: XlsRow } {
    switch (question.type) {
      case 'consent':
        return { type: 'acknowledge' };
      case 'yesNo':
        return { type: `select_one ${this.yesNo()}` };
      case 'choice':
        return { type: `select_one ${this.choices(question, name)}` };
      case 'choices':
        return { type: `select_multiple ${this.choices(question, name)}` };
      case 'codeList': {
        const appearance = question.appearance === 'search' ? 'minimal autocomplete' : 'minimal';
        return { type: `select_one ${this.codes(question.list)}`, more: { appearance } };
      }
      case 'number':
        return { type: question.wholeNumber ? 'integer' : 'decimal' };
      case 'money':
        return { type: 'decimal', more: { appearance: 'thousands-sep' } };
      case 'date':
        return { type: 'date' };
      case 'quantity':
        return { type: 'decimal' };
      case 'phone':
        return { type: 'text', more: { appearance: 'numbers' } };
      default:
        return { type: 'text' };
    }
  }

  private yesNo(): string {
    const { yes, no } = this.words;
    return this.list(yesNoList, () => [
      { name: 'yes', ...labelled(yes) },
      { name: 'no', ...labelled(no) },
    ]);
  }

  private choices({ choices }: ChoiceQuestion, name: string): string {
    return this.list(name, () =>
      choices.map(({ id, text, exclusive }) => ({ name: id, ...labelled(text), ...(exclusive ? own({ exclusive }) : {}) })),
    );
  }

  private codes(list: string): string {
    return this.list(`list_${list}`, () =>
      (this.edition.codeLists[list]?.entries ?? []).map(({ code, text }) => ({ name: code, ...labelled(coded(code, text)) })),
    );
  }

  private unit({ units, text }: Extract<Question, { type: 'quantity' | 'monthly' }>, name: string, relevant: string): void {
    if (units.length < 2) return;
    const ids = units.map(({ id }) => id);
    const list = this.list(unitList(ids), () => units.map(({ id, choose }) => ({ name: id, ...labelled(choose) })));
    const label = { ko: `${text.ko} ${this.words.unit.ko}`, en: `${text.en} ${this.words.unit.en}` };
    this.row(
      `select_one ${list}`,
      partName(name, 'unit'),
      labelled(label),
      both(relevant),
      { required: 'yes', appearance: 'minimal' },
      own({ part: 'unit' }),
    );
  }

  private missing(question: Question, name: string, relevant: string | undefined): void {
    const { missing, text } = question;
    if (missing.length === 0) return;
    const list = this.list(missingList(missing), () =>
      missing.map((id) => ({ name: id, ...labelled(this.words.missingReasons[id] as Text) })),
    );
    const label = { ko: `${text.ko} ${this.words.missing.ko}`, en: `${text.en} ${this.words.missing.en}` };
    this.row(
      `select_one ${list}`,
      partName(name, 'missing'),
      labelled(label),
      both(relevant),
      { appearance: 'minimal' },
      own({ part: 'missing' }),
    );
  }

  private monthly(question: MonthlyQuestion, relevant: string | undefined, words: OwnWords): void {
    const { id, bounds } = question;
    this.row(
      'begin_group',
      id,
      labelled(coded(question.code, question.text)),
      withHint(question.help),
      both(relevant),
      { appearance: 'field-list' },
      own(words),
    );
    const name = (part: string): string => partName(id, part);
    const ofMonth = this.constraint(boundsText(bounds));
    const yearly = { min: bounds.min, max: bounds.max === null ? null : bounds.max * 12 };
    for (const [at, part] of monthParts.entries())
      this.row('decimal', name(part), labelled(this.words.months[at] as Text), ofMonth, own({ part }));
    this.row('decimal', name('annual'), labelled(this.words.annual), this.constraint(boundsText(yearly)), own({ part: 'annual' }));
    const given = [...monthParts, 'annual'].map((part) => `\${${name(part)}} != ''`).join(' or ');
    this.unit(question, id, given);
    this.row('calculate', name('answered'), { calculation: `if(${given}, 'yes', '')` }, own({ part: 'answered' }));
    this.row('end_group', id);
    if (question.required)
      this.note(
        id,
        'that one of twelve months or their total is required cannot be said; it is not required there',
        '열두 달이나 합계 가운데 하나가 필수라는 조건은 옮길 수 없습니다',
      );
  }

  private table(table: TableQuestion, relevant: string | undefined, words: OwnWords): void {
    this.row('begin_repeat', table.id, labelled(coded(table.code, table.text)), withHint(table.help), both(relevant), own(words));
    for (const column of table.columns) {
      const name = partName(table.id, column.id);
      this.simple(column, name, undefined, { column: column.id, ...ownWordsOf(column) });
      this.missing(column, name, undefined);
    }
    this.row('end_repeat', table.id);
    this.note(
      table.id,
      `a repeat has no greatest number of rows (${table.maxRows}); more are refused when they come back`,
      `반복 그룹에는 최대 행 수(${table.maxRows})를 둘 수 없습니다`,
    );
  }
}

/** An edition as XLSForm, and what XLSForm cannot say of it. */
export const exportForm = (edition: Edition, words: ExportWords): { readonly form: XlsForm; readonly notes: readonly ExportNote[] } => {
  const writer = new FormWriter(edition, words);
  return { form: writer.form(), notes: writer.notes };
};
