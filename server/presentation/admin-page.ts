import type { EntryFault, TypedFault } from './entry-form.js';
import type { EstablishmentName } from './section-page.js';

/** A cell of a table: a text with what stands beside it. */
export interface AdminCell {
  readonly text: string;
  readonly isHead: boolean;
  readonly isNumber: boolean;
  /** Its lines stay apart. */
  readonly isLines: boolean;
  readonly href: string | null;
  readonly isWarning: boolean;
  /** A box to tick, of the form around the table. */
  readonly check: {
    readonly id: string;
    readonly name: string;
    readonly value: string;
    readonly label: string;
    readonly ticked: boolean;
  } | null;
  /** A form of one button. */
  readonly button: { readonly action: string; readonly text: string; readonly label: string } | null;
}

export interface AdminTable {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly cells: readonly AdminCell[] }[];
}

export interface AdminOption {
  readonly value: string;
  readonly text: string;
  readonly selected: boolean;
}

/** One field of a form. Exactly one of the kinds is true. */
export interface AdminField {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly help: { readonly id: string; readonly text: string } | null;
  readonly isInput: boolean;
  readonly isSelect: boolean;
  readonly isText: boolean;
  readonly isBox: boolean;
  readonly type: string;
  readonly value: string;
  readonly options: readonly AdminOption[];
  readonly isRequired: boolean;
  readonly invalid: boolean;
  readonly describedBy: string | null;
}

export interface AdminForm {
  readonly action: string;
  readonly isPost: boolean;
  readonly takesFile: boolean;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly AdminField[];
  /** Ticked rows go with the form. */
  readonly table: AdminTable | null;
  readonly buttons: readonly { readonly text: string; readonly isPrimary: boolean; readonly formAction: string | null }[];
}

export interface AdminLink {
  readonly href: string;
  readonly text: string;
}

/** A part of a page under a heading of its own. */
export interface AdminBlock {
  readonly id: string;
  readonly heading: string | null;
  readonly lead: string | null;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly items: readonly string[];
  readonly table: AdminTable | null;
  readonly form: AdminForm | null;
  readonly links: readonly AdminLink[];
}

/** A page of administration: what was done, what was wrong, and parts. */
export interface AdminPage {
  readonly title: string;
  /** Of a respondent's page; absent: nobody's in particular. */
  readonly establishment?: EstablishmentName;
  readonly lead: string | null;
  readonly notice: string | null;
  readonly fault: EntryFault | null;
  readonly blocks: readonly AdminBlock[];
  readonly links: readonly AdminLink[];
}

export const adminCell = (text: string, more: Partial<AdminCell> = {}): AdminCell => ({
  text,
  isHead: false,
  isNumber: false,
  isLines: false,
  href: null,
  isWarning: false,
  check: null,
  button: null,
  ...more,
});

export const adminBlock = (id: string, block: Partial<AdminBlock>): AdminBlock => ({
  id,
  heading: null,
  lead: null,
  facts: [],
  items: [],
  table: null,
  form: null,
  links: [],
  ...block,
});

export const adminForm = (
  action: string,
  button: string,
  fields: readonly AdminField[],
  more: Partial<Omit<AdminForm, 'action' | 'fields'>> = {},
): AdminForm => ({
  action,
  isPost: true,
  takesFile: false,
  hidden: [],
  fields,
  table: null,
  buttons: [{ text: button, isPrimary: true, formAction: null }],
  ...more,
});

export const adminPage = (title: string, page: Partial<AdminPage>): AdminPage => ({
  title,
  lead: null,
  notice: null,
  fault: null,
  blocks: [],
  links: [],
  ...page,
});

interface FieldToMake {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly kind?: 'text' | 'date' | 'email' | 'file' | 'search' | 'select' | 'lines' | 'box';
  readonly value?: string;
  readonly options?: readonly { readonly value: string; readonly text: string }[];
  readonly optional?: boolean;
}

/** @param fault what was wrong with what was typed, if it names this field */
export const adminField = (field: FieldToMake, fault: TypedFault | null): AdminField => {
  const { name, label, help, kind = 'text', value = '', options = [], optional = false } = field;
  const id = `field-${name}`;
  const invalid = fault?.field === name;
  const said = [...(help === undefined ? [] : [`${id}-help`]), ...(invalid ? ['fault'] : [])];
  return {
    id,
    name,
    label,
    help: help === undefined ? null : { id: `${id}-help`, text: help },
    isSelect: kind === 'select',
    isText: kind === 'lines',
    isBox: kind === 'box',
    isInput: kind !== 'select' && kind !== 'lines' && kind !== 'box',
    type: kind,
    value,
    options: options.map((option) => ({ ...option, selected: option.value === value })),
    isRequired: !optional,
    invalid,
    describedBy: said.length === 0 ? null : said.join(' '),
  };
};
