import { factorKinds } from '../domain/factor-card.js';
import { type FactorQuery, type FactorShelf, searchFactors, searchWords } from './factor-index.js';
import { type FactorRow, factorRow, sourceName } from './factor-row.js';
import { formatCount, inLanguage } from './number-format.js';
import { type PageOf, pageOf, wantedPage } from './paging.js';
import { type Language, type Words, wordsOf } from './words/words.js';

/** The filters of the library as they stand in its address. */
export interface FactorFilters {
  readonly q: string;
  readonly kind: string;
  readonly set: string;
  readonly year: string;
  readonly confidence: string;
  readonly source: string;
  readonly page: string;
}

interface Filter {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
}

/** The list of the library: search, filters, one page of what was found. */
export interface FactorListPage {
  readonly title: string;
  readonly lead: string;
  readonly words: Words['page']['library'];
  readonly search: string;
  readonly kind: Filter;
  readonly filters: readonly Filter[];
  /** Whether one of the filters behind "more" is set. */
  readonly isFiltered: boolean;
  readonly isAsked: boolean;
  readonly ignored: string | null;
  readonly found: string;
  readonly list: PageOf<FactorRow>;
  readonly none: boolean;
}

const pageSize = 30;

const confidences = ['read-in-original', 'two-copies', 'read-in-copy', 'derived', 'recalled'] as const;

/** The reporting years any set serves, newest first. */
const yearsOf = ({ users }: FactorShelf): readonly string[] => {
  const years = new Set<number>();
  for (const each of users.values()) for (const { from, to } of each) for (let year = from ?? to; year <= to; year += 1) years.add(year);
  return [...years].sort((one, other) => other - one).map(String);
};

type Options = Readonly<Record<'kind' | 'set' | 'year' | 'confidence' | 'source', readonly (readonly [string, string])[]>>;

const optionsOf = (shelf: FactorShelf, language: Language): Options => {
  const { library, result } = wordsOf(language).page;
  const sets = Object.values(shelf.data.factorSets).flatMap((set) =>
    set === undefined ? [] : [[set.id, inLanguage(set, language)] as const],
  );
  return {
    kind: factorKinds.map((kind) => [kind, library.kinds[kind]]),
    set: [...sets, ['none', library.unused]],
    year: yearsOf(shelf).map((year) => [year, year]),
    confidence: confidences.map((each) => [each, result.confidence[each]]),
    source: shelf.library.sources
      .filter(({ id }) => shelf.library.ofSource(id).length > 0)
      .map(({ id }) => [id, `${sourceName(shelf.library, id)} [${id}]`]),
  };
};

const isAmong = (options: readonly (readonly [string, string])[], value: string): boolean => options.some(([each]) => each === value);

/** A filter that is none of the words to choose from is left out of the search, and named. */
const queryOf = (filters: FactorFilters, options: Options): { readonly query: FactorQuery; readonly ignored: readonly string[] } => {
  const names = ['kind', 'set', 'year', 'confidence', 'source'] as const;
  const known = (name: (typeof names)[number]): string | null => (isAmong(options[name], filters[name]) ? filters[name] : null);
  const year = known('year');
  const query: FactorQuery = {
    words: searchWords(filters.q),
    kind: factorKinds.find((kind) => kind === filters.kind) ?? null,
    set: known('set'),
    year: year === null ? null : Number(year),
    confidence: confidences.find((each) => each === filters.confidence) ?? null,
    source: known('source'),
  };
  return { query, ignored: names.filter((name) => filters[name] !== '' && known(name) === null).map((name) => `${name}=${filters[name]}`) };
};

const addressOf = (filters: FactorFilters, page: number): string => {
  const fields = Object.entries({ ...filters, page: page === 1 ? '' : String(page) }).filter(([, value]) => value !== '');
  const query = fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return query === '' ? '/factors' : `/factors?${query}`;
};

/** The library as a list. @param today YYYY-MM-DD */
export const factorListPage = (shelf: FactorShelf, filters: FactorFilters, today: string, language: Language): FactorListPage => {
  const words = wordsOf(language).page.library;
  const options = optionsOf(shelf, language);
  const { query, ignored } = queryOf(filters, options);
  const found = searchFactors(shelf, query);
  const { entries, ...list } = pageOf(found, wantedPage(filters.page), pageSize, (page) => addressOf(filters, page), language);
  const filter = (name: keyof Options): Filter => ({
    name,
    label: words.filters[name],
    options: [['', words.any] as const, ...options[name]].map(([value, text]) => ({ value, text, selected: value === filters[name] })),
  });
  const isFiltered = query.set !== null || query.year !== null || query.confidence !== null || query.source !== null;
  const { cards, sources } = shelf.library;
  return {
    title: words.title,
    lead: words.lead(formatCount(cards.length), formatCount(sources.length)),
    words,
    search: filters.q,
    kind: filter('kind'),
    filters: [filter('set'), filter('year'), filter('confidence'), filter('source')],
    isFiltered,
    isAsked: isFiltered || filters.q !== '' || query.kind !== null,
    ignored: ignored.length === 0 ? null : words.ignored(ignored.join(', ')),
    found: words.found(formatCount(found.length)),
    list: { ...list, entries: entries.map((card) => factorRow(card, shelf.library, today, language)) },
    none: found.length === 0,
  };
};
