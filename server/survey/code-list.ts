import { tidyText } from './plain-text.js';
import type { Text } from './text.js';

export interface CodeListEntry {
  readonly code: string;
  readonly text: Text;
  /** Dates as YYYY-MM-DD; null is open. Both days belong to the validity. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface CodeList {
  readonly id: string;
  readonly title: Text;
  readonly entries: readonly CodeListEntry[];
}

/** Whether an entry is in force on a day (YYYY-MM-DD). */
export const isValidOn = (entry: Pick<CodeListEntry, 'validFrom' | 'validTo'>, day: string): boolean =>
  (entry.validFrom === null || entry.validFrom <= day) && (entry.validTo === null || day <= entry.validTo);

/** What a suggestion list prints for an entry, and `findCode` reads back: "24311 선철 주물 주조업". */
export const codeListText = (entry: CodeListEntry, language: 'ko' | 'en'): string => `${entry.code} ${entry.text[language]}`;

const same = (text: string): string => tidyText(text).toLowerCase();

/**
 * The codes that a text can mean: by code, with or without the letter of its section (C24311), by code and name, or by name in either
 * language. None when it is not in the list; several when a name stands in it more than once.
 */
export const findCode = (list: CodeList, typed: string): readonly string[] => {
  const text = same(typed);
  const code = text.replace(/^[a-z](?=\d)/, '');
  const exact = list.entries.filter((entry) => same(entry.code) === text || entry.code === code);
  if (exact.length > 0) return exact.slice(0, 1).map((entry) => entry.code);
  return list.entries
    .filter((entry) =>
      [entry.text.ko, entry.text.en, codeListText(entry, 'ko'), codeListText(entry, 'en')].some((name) => same(name) === text),
    )
    .map((entry) => entry.code);
};
