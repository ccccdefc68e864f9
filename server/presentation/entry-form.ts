import { type BothLanguages, inLanguage } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

/** One field of a short form. */
export interface EntryField {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly help: { readonly id: string; readonly text: string } | null;
  readonly type: 'text' | 'password';
  readonly inputMode: 'text' | 'numeric';
  readonly autocomplete: string;
  readonly value: string;
  readonly isRequired: boolean;
  readonly invalid: boolean;
  /** Ids of what is said about the field; null: nothing is. */
  readonly describedBy: string | null;
}

/** What went wrong with what was typed, above the form. */
export interface EntryFault {
  readonly title: string;
  readonly text: string;
  /** The field at fault; null: the whole form. */
  readonly href: string | null;
}

/** A page with one short form. */
export interface EntryFormPage {
  readonly title: string;
  readonly lead: string;
  readonly fault: EntryFault | null;
  readonly action: string;
  readonly fields: readonly EntryField[];
  readonly button: string;
  readonly notes: readonly string[];
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

/** A fault of what was typed, as a Problem tells it. */
export interface TypedFault {
  readonly sentence: BothLanguages;
  readonly field: string;
}

export const faultView = (fault: TypedFault | null, fields: readonly { readonly name: string }[], language: Language): EntryFault | null =>
  fault === null
    ? null
    : {
        title: wordsOf(language).page.problemTitle,
        text: inLanguage(fault.sentence, language),
        href: fields.some(({ name }) => name === fault.field) ? `#field-${fault.field}` : null,
      };

/** @param fault what was wrong with what was typed, if it names this field */
export const entryField = (
  field: Pick<EntryField, 'name' | 'label' | 'type' | 'autocomplete'> & {
    readonly help?: string;
    readonly value?: string;
    readonly numeric?: boolean;
    readonly optional?: boolean;
  },
  fault: TypedFault | null,
): EntryField => {
  const { name, help, value = '', numeric = false, optional = false, label, type, autocomplete } = field;
  const id = `field-${name}`;
  const invalid = fault?.field === name;
  const said = [...(help === undefined ? [] : [`${id}-help`]), ...(invalid ? ['fault'] : [])];
  return {
    id,
    name,
    label,
    type,
    autocomplete,
    help: help === undefined ? null : { id: `${id}-help`, text: help },
    inputMode: numeric ? 'numeric' : 'text',
    // What was typed comes back, but never a password.
    value: type === 'password' ? '' : value,
    isRequired: !optional,
    invalid,
    describedBy: said.length === 0 ? null : said.join(' '),
  };
};
