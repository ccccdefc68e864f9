import { codeListText, findCode, isValidOn } from '../survey/code-list.js';
import type { CodeListQuestion, Edition, Question, SimpleQuestion, UnitChoice } from '../survey/edition.js';
import { type AmountKind, amountReading } from './amount-reading.js';
import type { EvidenceFacts } from './evidence-view.js';
import { fieldId, type OptionView } from './finding-view.js';
import { formatExact, inLanguage } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

/** What every control of a form needs to know. */
export interface FormContext {
  readonly edition: Edition;
  readonly language: Language;
  /** What stands in the fields, as typed. */
  readonly fields: ReadonlyMap<string, string>;
  /** Names of fields that something is wrong with. */
  readonly invalid: ReadonlySet<string>;
  /** Files attached to the answers; null: nothing is said of them. */
  readonly attached?: { readonly files: readonly EvidenceFacts[]; readonly year: number } | null;
}

interface Single {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly invalid: boolean;
  /** Ids of the texts that belong to it, separated by spaces; null: none. */
  readonly describedBy: string | null;
}
export interface UnitView {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly options: readonly OptionView[];
}
export interface TextControl extends Single {
  readonly partial: 'control-text';
  readonly type: 'text' | 'tel' | 'email';
  readonly inputMode: 'text' | 'numeric' | 'tel' | 'email';
  readonly autocomplete: 'tel' | 'email' | 'off';
  readonly wide: boolean;
  /** Suggestions while typing. `chosen` says what a code alone means; empty when the text says it itself. */
  readonly list: { readonly id: string; readonly options: readonly string[]; readonly hint: string; readonly chosen: string } | null;
}
/** How an amount was understood, for what was typed so far. */
export interface ReadingView {
  readonly kind: AmountKind;
  readonly text: string;
}
export interface AmountControl extends Single {
  readonly partial: 'control-amount';
  /** Amounts of money may be written as 1,200만, which a keypad of digits has no keys for. */
  readonly inputMode: 'decimal' | 'text';
  /** Printed behind the field where there is nothing to choose. */
  readonly unitText: string | null;
  readonly unit: UnitView | null;
  readonly reading: ReadingView;
}
export interface SelectControl extends Single {
  readonly partial: 'control-select';
  readonly options: readonly OptionView[];
}
export interface ChoiceView extends OptionView {
  readonly id: string;
  readonly name: string;
}
export interface ChoicesControl {
  readonly partial: 'control-choices';
  readonly type: 'radio' | 'checkbox';
  readonly inline: boolean;
  readonly options: readonly ChoiceView[];
}
export type SimpleControl = TextControl | AmountControl | SelectControl | ChoicesControl;

const single = (name: string, context: FormContext, describedBy: string | null): Single => ({
  id: fieldId(name),
  name,
  value: context.fields.get(name) ?? '',
  invalid: context.invalid.has(name),
  describedBy,
});

export const readingView = (kind: AmountKind, typed: string): ReadingView => ({ kind, text: amountReading(typed, kind) });

/** The choice of a unit; null when only one is offered. Without an answer the first unit offered is chosen, and stands in sight. */
export const unitView = (name: string, units: readonly UnitChoice[], title: string, context: FormContext): UnitView | null => {
  if (units.length < 2) return null;
  const chosen = context.fields.get(`${name}.unit`) ?? units[0]?.id;
  return {
    id: fieldId(`${name}.unit`),
    name: `${name}.unit`,
    label: wordsOf(context.language).page.question.unitOf(title),
    options: units.map(({ id, choose }) => ({ value: id, text: inLanguage(choose, context.language), selected: id === chosen })),
  };
};

const choicesControl = (
  type: 'radio' | 'checkbox',
  options: readonly { readonly name: string; readonly value: string; readonly text: string }[],
  context: FormContext,
): ChoicesControl => ({
  partial: 'control-choices',
  type,
  inline: options.length < 4,
  options: options.map(({ name, value, text }, at) => ({
    // The first of a group carries the plain id: it is where a link to the field leads.
    id: type === 'radio' && at > 0 ? `${fieldId(name)}-${at + 1}` : fieldId(name),
    name,
    value,
    text,
    selected: context.fields.get(name) === value,
  })),
});

const codeListControl = (question: CodeListQuestion, own: Single, context: FormContext): SimpleControl => {
  const { edition, language } = context;
  const words = wordsOf(language).page.question;
  const list = edition.codeLists[question.list];
  const entries = (list?.entries ?? []).filter((entry) => isValidOn(entry, edition.codesAsOf));
  if (question.appearance === 'select') {
    const options = entries.map(({ code, text }) => ({ value: code, text: inLanguage(text, language), selected: code === own.value }));
    const nothing = { value: '', text: words.choose, selected: !options.some(({ selected }) => selected) };
    return { ...own, partial: 'control-select', options: [nothing, ...options] };
  }
  const options = entries.map((entry) => codeListText(entry, language));
  const codes = list === undefined || own.value === '' ? [] : findCode(list, own.value);
  const found = entries.filter(({ code }) => codes.includes(code)).map((entry) => codeListText(entry, language));
  const chosen = found.length === 0 || found.includes(own.value) ? '' : words.chosen(found.join(', '));
  const suggestions = { id: `${own.id}-list`, options, hint: words.search, chosen };
  return { ...own, partial: 'control-text', type: 'text', inputMode: 'text', autocomplete: 'off', wide: true, list: suggestions };
};

const textKinds = {
  text: { type: 'text', inputMode: 'text', autocomplete: 'off', wide: true },
  businessNumber: { type: 'text', inputMode: 'numeric', autocomplete: 'off', wide: false },
  phone: { type: 'tel', inputMode: 'tel', autocomplete: 'tel', wide: false },
  email: { type: 'email', inputMode: 'email', autocomplete: 'email', wide: true },
} as const;

/**
 * The control of a question that has one value.
 * @param name        of the field: the question's id, or `<table>.<row>.<column>` within a table
 * @param describedBy ids of the texts that belong to it
 */
export const simpleControl = (question: SimpleQuestion, name: string, context: FormContext, describedBy: string | null): SimpleControl => {
  const words = wordsOf(context.language).page;
  const own = single(name, context, describedBy);
  switch (question.type) {
    case 'text':
    case 'businessNumber':
    case 'phone':
    case 'email':
      return { ...own, partial: 'control-text', ...textKinds[question.type], list: null };
    case 'date':
      return { ...own, partial: 'control-text', type: 'text', inputMode: 'numeric', autocomplete: 'off', wide: false, list: null };
    case 'yesNo': {
      const { yes, no } = words.condition;
      return choicesControl(
        'radio',
        [
          { name, value: 'yes', text: yes },
          { name, value: 'no', text: no },
        ],
        context,
      );
    }
    case 'consent':
      return choicesControl('checkbox', [{ name, value: 'yes', text: words.question.agree }], context);
    case 'choice':
      return choicesControl(
        'radio',
        question.choices.map(({ id, text }) => ({ name, value: id, text: inLanguage(text, context.language) })),
        context,
      );
    case 'choices':
      return choicesControl(
        'checkbox',
        question.choices.map(({ id, text }) => ({ name: `${name}.${id}`, value: 'yes', text: inLanguage(text, context.language) })),
        context,
      );
    case 'codeList':
      return codeListControl(question, own, context);
    case 'number':
      return {
        ...own,
        partial: 'control-amount',
        inputMode: 'decimal',
        reading: readingView('number', own.value),
        unit: null,
        unitText: question.unitText === null ? null : inLanguage(question.unitText, context.language),
      };
    case 'money':
      return {
        ...own,
        partial: 'control-amount',
        inputMode: 'text',
        reading: readingView('money', own.value),
        unit: null,
        unitText: words.question.won,
      };
    case 'quantity': {
      const unit = unitView(name, question.units, inLanguage(question.text, context.language), context);
      const only = question.units[0];
      return {
        ...own,
        partial: 'control-amount',
        inputMode: 'decimal',
        reading: readingView('number', own.value),
        unit,
        unitText: unit === null && only !== undefined ? inLanguage(only.text, context.language) : null,
      };
    }
  }
};

/** A choice of one among many in a table cell: a select, where radio buttons would not fit. */
export const cellControl = (question: SimpleQuestion, name: string, context: FormContext): SimpleControl => {
  const control = simpleControl(question, name, context, null);
  if (control.partial !== 'control-choices' || control.type !== 'radio') return control;
  const options = control.options.map(({ value, text, selected }) => ({ value, text, selected }));
  const nothing = { value: '', text: wordsOf(context.language).page.question.choose, selected: !options.some(({ selected }) => selected) };
  return { ...single(name, context, null), partial: 'control-select', options: [nothing, ...options] };
};

/** The unit of an amount where there is nothing to choose: it belongs to the label. */
export const fixedUnit = (control: { readonly partial: string; readonly unitText?: string | null }): string | null =>
  control.partial === 'control-amount' ? (control.unitText ?? null) : null;

/** Whether a group of controls answers the question, so that its title is a legend and not a label. */
export const isGroup = (question: Question): boolean =>
  ['yesNo', 'consent', 'choice', 'choices', 'monthly', 'table'].includes(question.type);

/** A sum as the running total prints it. */
export const formatSum = (value: number): string => formatExact(Number(value.toPrecision(12)));
