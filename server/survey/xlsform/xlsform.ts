/** A row of a sheet, by column; cells without a text are left out. */
export type XlsRow = Readonly<Record<string, string>>;

/** A form as the three sheets that field tools read. */
export interface XlsForm {
  readonly survey: readonly XlsRow[];
  readonly choices: readonly XlsRow[];
  readonly settings: readonly XlsRow[];
}

export const labels = { ko: 'label::Korean (ko)', en: 'label::English (en)' } as const;
export const hints = { ko: 'hint::Korean (ko)', en: 'hint::English (en)' } as const;
export const messages = { ko: 'constraint_message::Korean (ko)', en: 'constraint_message::English (en)' } as const;

/** A column of our own, which other tools pass over: what XLSForm has no words for, as JSON. */
export const ownColumn = 'onsil';

/** The columns of each sheet in their order. */
export const columnsOf: Readonly<Record<keyof XlsForm, readonly string[]>> = {
  survey: [
    'type',
    'name',
    labels.ko,
    labels.en,
    hints.ko,
    hints.en,
    'required',
    'relevant',
    'constraint',
    messages.ko,
    messages.en,
    'appearance',
    'calculation',
    ownColumn,
  ],
  choices: ['list_name', 'name', labels.ko, labels.en, ownColumn],
  settings: ['form_title', 'form_id', 'version', 'default_language'],
};
