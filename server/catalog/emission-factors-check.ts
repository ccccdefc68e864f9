import { inLine } from './data-files.js';
import type { FactorFiles } from './emission-factors-files.js';

/** A fault of one file of the package, on one line. */
export interface Complaint {
  readonly file: keyof FactorFiles;
  readonly fault: string;
}

/** Holds the records of a package against each other. */
export type Check = (files: FactorFiles) => readonly Complaint[];

/** What every record of a list may have. */
export interface Recorded {
  readonly id: string;
  readonly source?: string;
  readonly fuel?: string;
}

/** Every record of every file with the file it stands in. */
export const recordsOf = (files: FactorFiles): readonly { readonly file: keyof FactorFiles; readonly record: Recorded }[] =>
  (Object.keys(files) as (keyof FactorFiles)[]).flatMap((file) => {
    const content: unknown = files[file];
    return Array.isArray(content) ? content.map((record: Recorded) => ({ file, record })) : [];
  });

/** A complaint about one field of one record, in both languages. */
export const complaint = (file: keyof FactorFiles, record: string, field: string, en: string, ko: string): Complaint => ({
  file,
  fault: inLine(`${record}: ${field}`, en, ko),
});

export const repeated = (keys: readonly string[]): string[] => [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
