/**
 * Who typed an answer: the establishment itself, somebody it let fill in, a surveyor who visited, or a command on the server. By kind and
 * id, never by name: the name stands where it can be erased.
 */
export type Author = 'respondent' | 'operator' | `delegate:${string}` | `account:${string}`;

/** The account behind it; null: it was no account. */
export const accountOf = (author: Author): string | null => (author.startsWith('account:') ? author.slice('account:'.length) : null);

/** The delegation behind it; null: it was no delegate. */
export const delegationOf = (author: Author): string | null => (author.startsWith('delegate:') ? author.slice('delegate:'.length) : null);

/** By question id: who last changed its answer. */
export type Authors = Readonly<Record<string, Author>>;
