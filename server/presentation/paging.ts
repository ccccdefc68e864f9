import { formatCount } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

/** The way to the other pages of a long list; null when it fits one. */
export interface Paging {
  readonly label: string;
  readonly state: string;
  readonly previous: { readonly href: string; readonly text: string } | null;
  readonly next: { readonly href: string; readonly text: string } | null;
}

/** One page of a list. */
export interface PageOf<Entry> {
  readonly entries: readonly Entry[];
  /** "Showing 51–100"; null for an empty list. */
  readonly showing: string | null;
  readonly paging: Paging | null;
}

/** The page asked for by an address; the first where it says nothing that can be read. */
export const wantedPage = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : 1);

/**
 * Cuts one page out of a list. A page beyond the end is the last one.
 * @param wanted counts from 1
 * @param hrefOf the address of a page
 */
export const pageOf = <Entry>(
  all: readonly Entry[],
  wanted: number,
  size: number,
  hrefOf: (page: number) => string,
  language: Language,
): PageOf<Entry> => {
  const words = wordsOf(language).page.library;
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, wanted), pages);
  const first = (page - 1) * size;
  const entries = all.slice(first, first + size);
  const link = (to: number, text: string) => (to < 1 || to > pages ? null : { href: hrefOf(to), text });
  return {
    entries,
    showing: entries.length === 0 ? null : words.showing(formatCount(first + 1), formatCount(first + entries.length)),
    paging:
      pages === 1
        ? null
        : {
            label: words.pages,
            state: words.page(formatCount(page), formatCount(pages)),
            previous: link(page - 1, words.previous),
            next: link(page + 1, words.next),
          },
  };
};
