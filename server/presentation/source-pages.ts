import type { LibrarySource } from '../domain/factor-library.js';
import type { FactorShelf } from './factor-index.js';
import { sourcePath } from './factor-paths.js';
import { type FactorRow, factorRow } from './factor-row.js';
import { formatCount } from './number-format.js';
import { type PageOf, pageOf, wantedPage } from './paging.js';
import { webAddress } from './trace-view.js';
import { type Language, type Words, wordsOf } from './words/words.js';

/** Every source of the emission factors. */
export interface SourceListPage {
  readonly title: string;
  readonly lead: string;
  readonly words: Words['page']['sources'];
  readonly toLibrary: string;
  readonly sources: readonly {
    readonly href: string;
    readonly title: string;
    readonly issuer: string;
    readonly year: string;
    readonly records: string;
  }[];
}

/** One source: what it is, how it was read, what was taken from it. */
export interface SourcePage {
  readonly title: string;
  readonly words: Words['page']['sources'];
  readonly rowWords: Words['page']['library'];
  readonly facts: readonly { readonly name: string; readonly value: string; readonly href: string | null }[];
  readonly readings: readonly string[];
  readonly recordsTitle: string;
  readonly list: PageOf<FactorRow>;
}

const pageSize = 100;

const yearOf = ({ year }: LibrarySource, language: Language): string =>
  year === null ? wordsOf(language).page.sources.unknownYear : String(year);

export const sourceListPage = ({ library }: FactorShelf, language: Language): SourceListPage => {
  const { sources: words, factor } = wordsOf(language).page;
  return {
    title: words.title,
    lead: words.lead(formatCount(library.sources.length)),
    words,
    toLibrary: factor.toLibrary,
    sources: library.sources.map((source) => ({
      href: sourcePath(source.id),
      title: source.title,
      issuer: source.issuer,
      year: yearOf(source, language),
      records: formatCount(library.ofSource(source.id).length),
    })),
  };
};

/** How many of its records were read in which way. */
const readingsOf = ({ library }: FactorShelf, id: string, language: Language): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { confidence } of library.ofSource(id)) {
    const name = wordsOf(language).page.result.confidence[confidence];
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${name}: ${formatCount(count)}`);
};

/** @param page as it stands in the address, @param today YYYY-MM-DD */
export const sourcePage = (shelf: FactorShelf, source: LibrarySource, page: string, today: string, language: Language): SourcePage => {
  const { sources: words, factor, library: rowWords } = wordsOf(language).page;
  const cards = shelf.library.ofSource(source.id);
  const path = sourcePath(source.id);
  const { entries, ...list } = pageOf(cards, wantedPage(page), pageSize, (to) => (to === 1 ? path : `${path}?page=${to}`), language);
  const plain = (name: string, value: string) => ({ name, value, href: null });
  return {
    title: source.title,
    words,
    rowWords,
    facts: [
      plain(factor.issuer, source.issuer),
      plain(factor.year, yearOf(source, language)),
      { name: factor.address, value: source.address ?? factor.noAddress, href: webAddress(source.address) },
      plain(factor.readIn, source.readIn ?? factor.notRead),
      ...(source.addressNote === null ? [] : [plain(words.note, source.addressNote)]),
      plain(factor.record, source.id),
    ],
    readings: readingsOf(shelf, source.id, language),
    recordsTitle: cards.length === 0 ? words.recordsNone : words.recordsTitle(formatCount(cards.length)),
    list: { ...list, entries: entries.map((card) => factorRow(card, shelf.library, today, language)) },
  };
};
