import { categories, categoryOf } from '../domain/categories.js';
import { facetWord } from '../domain/factor-choice-words.js';
import type { FactorData } from '../domain/factor-data.js';
import type { FactorUser } from '../domain/factor-users.js';
import { formatCount, inLanguage } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

/** Who takes a record: a factor set, in some reporting years, for something. */
export interface UserView {
  readonly set: string;
  readonly years: string;
  /** Named when the years lie behind the set's last row. */
  readonly lent: string | null;
  readonly categories: string;
  readonly named: string;
  readonly sectors: string;
}

const sectorCount = 4;
/** More names than this are counted instead of listed. */
const mostNames = 8;

/** What activities named, in words; words of a category such as "off the road" say nothing about the record. */
const namesOf = (ids: readonly string[], data: FactorData, language: Language): readonly string[] =>
  ids.flatMap((id) => {
    const record = data.fuels[id] ?? data.gases[id] ?? data.suppliers[id];
    return record === undefined ? [] : [inLanguage(record, language)];
  });

const sameUse = (one: FactorUser, other: FactorUser): boolean =>
  one.set === other.set &&
  one.categories.join() === other.categories.join() &&
  one.named.join() === other.named.join() &&
  one.sectors.join() === other.sectors.join();

/** Rows of a set that follow each other and use the record alike are one to a reader. */
const joined = (users: readonly FactorUser[]): readonly FactorUser[] => {
  const out: FactorUser[] = [];
  for (const user of users) {
    const last = out.at(-1);
    if (last !== undefined && sameUse(last, user) && last.to + 1 === user.from) out[out.length - 1] = { ...last, to: user.to };
    else out.push(user);
  }
  return out;
};

/** The users of a record, in words. */
export const usersView = (users: readonly FactorUser[], data: FactorData, language: Language): readonly UserView[] => {
  const words = wordsOf(language).page.factor;
  return joined(users).map((user) => {
    const set = data.factorSets[user.set];
    const lastYear = set?.rows.at(-1)?.to ?? user.to;
    const named = namesOf(user.named, data, language);
    return {
      set: set === undefined ? user.set : inLanguage(set, language),
      years: user.from === null ? words.yearsUntil(String(user.to)) : words.yearsSpan(String(user.from), String(user.to)),
      lent: user.to > lastYear ? words.lent(String(Math.max(lastYear + 1, user.from ?? 0))) : null,
      categories: categories
        .filter((category) => user.categories.includes(category))
        .map((category) => inLanguage(categoryOf(category), language))
        .join(', '),
      named: named.length > mostNames ? words.everything(formatCount(named.length)) : named.join(', ') || '—',
      sectors:
        user.sectors.length === sectorCount
          ? words.allSectors
          : user.sectors.map((sector) => inLanguage(facetWord(sector), language)).join(', '),
    };
  });
};
