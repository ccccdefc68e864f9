import type { Source } from '../planner/plan.js';
import type { Language } from './words/words.js';

/** A source without the place in it; the place stands with each number taken from it. */
export type DeclaredSource = Pick<Source, 'id' | 'title' | 'titleEn' | 'issuer' | 'year' | 'address'>;

export interface SourceView {
  readonly number: number;
  readonly text: string;
  readonly address: string | null;
}

/** Numbers the sources of a plan in the order in which they are first cited. */
export interface SourceRegister {
  /** "[3]" */
  cite(source: DeclaredSource): string;
  /** "[1] [3]"; empty when there is none. */
  citeAll(sources: readonly DeclaredSource[]): string;
  /** Cites a declared source by its id; null when nothing of that id is declared. */
  citeId(id: string): string | null;
  list(): readonly SourceView[];
}

const describe = (source: DeclaredSource, language: Language): string =>
  [(language === 'en' ? source.titleEn : undefined) ?? source.title, source.issuer, source.year === null ? '' : String(source.year)]
    .filter((part) => part.trim() !== '')
    .join(', ');

/**
 * A register of sources. The same publication cited at two places of it stays one entry; the places stand where it is cited.
 * @param declared sources that are cited by id alone, such as those of the emission factors
 */
export const sourceRegister = (declared: readonly DeclaredSource[], language: Language): SourceRegister => {
  const byId = new Map(declared.map((source) => [source.id, source]));
  const numbers = new Map<string, number>();
  const entries: SourceView[] = [];
  const cite = (source: DeclaredSource): string => {
    const text = describe(source, language);
    const key = `${text}\n${source.address ?? ''}`;
    const number = numbers.get(key) ?? entries.length + 1;
    if (number > entries.length) {
      numbers.set(key, number);
      entries.push({ number, text, address: source.address });
    }
    return `[${number}]`;
  };
  return {
    cite,
    citeAll: (sources) => [...new Set(sources.map(cite))].join(' '),
    citeId: (id) => {
      const source = byId.get(id);
      return source === undefined ? null : cite(source);
    },
    list: () => entries,
  };
};
