/** How a cell of a template looks and what may be written into it. */
export type CellLook =
  | 'plain'
  /** Says which question a row belongs to; nobody need see it. */
  | 'mark'
  | 'title'
  | 'head'
  | 'question'
  | 'help'
  /** To be filled in: what is typed becomes what the program takes it for. */
  | 'input'
  /** To be filled in with a text: 0312345678 keeps its zero. */
  | 'textInput'
  /** Not to be filled in. */
  | 'shut';

export interface TemplateCell {
  readonly value: string | number | null;
  readonly look: CellLook;
  /** Entries to choose from, the same list for the same texts; null: none. */
  readonly list: readonly string[] | null;
}

export interface TemplateRow {
  readonly cells: readonly TemplateCell[];
  readonly isHidden: boolean;
}

export interface TemplateSheet {
  readonly name: string;
  /** In characters, by column; 0 hides it. */
  readonly widths: readonly number[];
  readonly rows: readonly TemplateRow[];
  /** Rows at the top that stay in sight. */
  readonly frozen: number;
}

/** A file to be filled in, as it is laid out: which program writes it does not matter. */
export interface TemplateBook {
  readonly sheets: readonly TemplateSheet[];
  /** The name of the sheet that the lists of choices stand on. */
  readonly listsName: string;
}

export const cell = (value: string | number | null, look: CellLook = 'plain', list: readonly string[] | null = null): TemplateCell => ({
  value,
  look,
  list,
});

export const row = (cells: readonly TemplateCell[], isHidden = false): TemplateRow => ({ cells, isHidden });
