import { type Author, accountOf, delegationOf } from '../survey/author.js';
import { type Language, wordsOf } from './words/words.js';

/** Who is behind the ids. */
export interface KnownAuthors {
  readonly delegations: readonly { readonly id: string; readonly name: string }[];
  /** Names by account id; null: the reader is not told which of the survey office it was. */
  readonly accounts: ReadonlyMap<string, string> | null;
}

/** Who typed or said something, as the reader may know it. Undefined: it was not written down. */
export const authorWords = (author: Author | undefined, known: KnownAuthors, language: Language): string => {
  const words = wordsOf(language).page.authors;
  if (author === undefined) return words.unknown;
  if (author === 'respondent' || author === 'operator') return words[author];
  const delegation = delegationOf(author);
  if (delegation !== null) {
    const name = known.delegations.find(({ id }) => id === delegation)?.name;
    return name === undefined ? words.gone : words.delegate(name);
  }
  const name = known.accounts?.get(accountOf(author) ?? '');
  return name === undefined ? words.staff : words.account(name);
};
