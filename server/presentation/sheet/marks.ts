import type { Edition } from '../../survey/edition.js';
import { monthParts } from '../../survey/read-answer.js';

/**
 * The first column of every row says what the row is. `#` alone: nothing to read. `#sme-factory-2026-m/0a1b2c3d`: the columns of this row say
 * what the columns below it hold, in that form. `#main-equipment`: the same for the rows of that table. Anything else is a question, a
 * choice of one (`fuels-used.cityGas`) or a row of a table (`main-equipment.3`). So sheets may be renamed, and rows and columns be moved.
 */
export const nothing = '#';

export const formMark = ({ id, hash }: Pick<Edition, 'id' | 'hash'>): string => `#${id}/${hash.slice(0, 8)}`;
export const tableMark = (table: string): string => `#${table}`;

/** The edition that a mark names; null when it is not the mark of a form. */
export const formOfMark = (mark: string): string | null => /^#([a-z0-9-]+)\/[0-9a-f]{8}$/.exec(mark)?.[1] ?? null;
/** The table that a mark names; null when it is not the mark of a table. */
export const tableOfMark = (mark: string): string | null => /^#([a-z][a-z0-9-]*)$/.exec(mark)?.[1] ?? null;

/** What stands in the columns of a section's sheet, the first one being the mark. */
export const columnKeys: readonly string[] = ['mark', 'code', 'question', 'answer', 'unit', ...monthParts, 'missing', 'help'];

/** Columns in which the template speaks and nothing is read. */
export const silentKeys: ReadonlySet<string> = new Set(['mark', 'code', 'question', 'help']);
