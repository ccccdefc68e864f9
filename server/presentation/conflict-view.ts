import type { FactorLibrary } from '../domain/factor-library.js';
import { factorPath, sourcePath } from './factor-paths.js';
import { sourceName } from './factor-row.js';
import { printedValue } from './factor-words.js';
import { inLanguage } from './number-format.js';
import type { Language } from './words/words.js';

/** Published values that disagree, side by side. */
export interface ConflictView {
  readonly title: string;
  readonly values: readonly {
    readonly value: string;
    readonly says: string;
    /** The page of the record; null for a value that is in no record. */
    readonly href: string | null;
    readonly source: { readonly href: string; readonly text: string };
  }[];
  readonly settled: string;
}

/** The conflicts a record takes part in. */
export const conflictViews = (library: FactorLibrary, id: string, language: Language): readonly ConflictView[] =>
  library.conflictsOf(id).map(({ title, values, settled }) => ({
    title: inLanguage(title, language),
    values: values.map(({ record, value, unit, source, says }) => ({
      value: printedValue({ name: 'value', value, to: null, unit }),
      says: inLanguage(says, language),
      href: record === null || record === id ? null : factorPath(record),
      source: { href: sourcePath(source), text: sourceName(library, source) },
    })),
    settled: inLanguage(settled, language),
  }));
