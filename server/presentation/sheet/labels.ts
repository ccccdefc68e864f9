import { codeListText } from '../../survey/code-list.js';
import type { Choice, Edition, MissingReason, SimpleQuestion, UnitChoice } from '../../survey/edition.js';
import { plainText } from '../../survey/plain-text.js';
import { inLanguage } from '../number-format.js';
import { type Language, wordsOf } from '../words/words.js';

const languages: readonly Language[] = ['ko', 'en'];

/** One of several things, and what it may be called in a cell. */
interface Called {
  readonly id: string;
  readonly names: readonly string[];
}

const same = (text: string): string => plainText(text).replaceAll(' ', '');

/** The id of what a cell calls by name: as written, else whatever its capitals; null when none or several are called so. */
const idOf = (things: readonly Called[], text: string): string | null => {
  for (const tidy of [same, (name: string) => same(name).toLowerCase()]) {
    const found = things.filter(({ id, names }) => [id, ...names].some((name) => tidy(name) === tidy(text)));
    if (found.length > 0) return found.length === 1 ? (found[0] as Called).id : null;
  }
  return null;
};

export const unitLabel = (unit: UnitChoice, language: Language): string => inLanguage(unit.choose, language);
export const unitIdOf = (units: readonly UnitChoice[], text: string): string | null =>
  idOf(
    units.map(({ id, text: name, choose }) => ({ id, names: languages.flatMap((language) => [name[language], choose[language]]) })),
    text,
  );

export const choiceLabel = (choice: Choice, language: Language): string => inLanguage(choice.text, language);
export const choiceIdOf = (choices: readonly Choice[], text: string): string | null =>
  idOf(
    choices.map(({ id, text: name }) => ({ id, names: languages.map((language) => name[language]) })),
    text,
  );

export const missingLabel = (reason: MissingReason, language: Language): string => wordsOf(language).page.states[reason];
export const missingIdOf = (text: string): string | null =>
  idOf(
    (['notApplicable', 'unknown', 'refused'] as const).map((id) => ({
      id,
      names: languages.map((language) => missingLabel(id, language)),
    })),
    text,
  );

export const yesNoLabels = (language: Language): readonly [string, string] => {
  const { yes, no } = wordsOf(language).page.sheet.cells;
  return [yes, no];
};
const yesNames = ['예', '네', 'yes', 'true', 'o', '○', 'v', '✓'];
const noNames = ['아니요', '아니오', 'no', 'false', 'x', '×'];
/** Yes or no as people write it; null when it is neither. */
export const truthOf = (text: string): boolean | null => {
  const plain = same(text).toLowerCase();
  if (yesNames.includes(plain)) return true;
  return noNames.includes(plain) ? false : null;
};

/** What there is to choose from for a question; null: it is typed. */
export const entriesOf = (question: SimpleQuestion, edition: Pick<Edition, 'codeLists'>, language: Language): readonly string[] | null => {
  switch (question.type) {
    case 'yesNo':
    case 'consent':
      return yesNoLabels(language);
    case 'choice':
      return question.choices.map((choice) => choiceLabel(choice, language));
    case 'codeList':
      return edition.codeLists[question.list]?.entries.map((entry) => codeListText(entry, language)) ?? null;
    default:
      return null;
  }
};
