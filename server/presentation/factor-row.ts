import type { FactorCard } from '../domain/factor-card.js';
import type { FactorLibrary } from '../domain/factor-library.js';
import { factorPath, sourcePath } from './factor-paths.js';
import { factorTitle, valueLine } from './factor-words.js';
import { type Language, wordsOf } from './words/words.js';

/** A record as one row of a table. */
export interface FactorRow {
  readonly href: string;
  readonly title: string;
  readonly value: string;
  readonly confidence: string;
  /** Not read anywhere: to be marked. */
  readonly doubtful: boolean;
  readonly overdue: string | null;
  readonly source: { readonly href: string; readonly text: string };
}

/** A source by name: title, issuer, year. */
export const sourceName = (library: FactorLibrary, id: string): string => {
  const source = library.source(id);
  if (source === null) return id;
  return [source.title, source.issuer, source.year].filter((part) => part !== null).join(', ');
};

/** @param today YYYY-MM-DD: a record whose review lies before it is overdue */
export const factorRow = (card: FactorCard, library: FactorLibrary, today: string, language: Language): FactorRow => {
  const { page } = wordsOf(language);
  return {
    href: factorPath(card.id),
    title: factorTitle(card, language),
    value: valueLine(card, language),
    confidence: page.result.confidence[card.confidence],
    doubtful: card.confidence === 'recalled',
    overdue: card.reviewBy < today ? page.library.overdue : null,
    source: { href: sourcePath(card.sourceId), text: sourceName(library, card.sourceId) },
  };
};
