import type { Answers } from './answer.js';
import type { Edition } from './edition.js';
import { splitName } from './field-names.js';
import { fieldsFromAnswers, maxFieldLength } from './form-fields.js';

/** One field that was corrected, in its three texts. An empty text is an empty field. */
export interface CorrectedField {
  readonly name: string;
  /** As it had been typed. */
  readonly raw: string;
  /** What a rule offered; null where a person corrected it without. */
  readonly suggested: string | null;
  /** As it was stored then. */
  readonly accepted: string;
}

/** A correction that was taken over, or that somebody who does the survey made. It stays when the answer changes again. */
export interface Correction {
  /** Key of the finding whose suggestion was taken; null: corrected by hand. */
  readonly finding: string | null;
  readonly question: string;
  readonly fields: readonly CorrectedField[];
  /** Who accepted it: a role, and the account of somebody who has one. */
  readonly by: { readonly role: string; readonly accountId: string | null };
  readonly at: Date;
  /** The revision of the response it came with. */
  readonly revision: number;
}

/** A suggestion that was taken over: the texts of its fields before, and those it put there. */
export interface TakenSuggestion {
  readonly finding: string;
  readonly raw: Readonly<Record<string, string>>;
  readonly suggested: Readonly<Record<string, string>>;
}

/** More fields than any suggestion has: twelve months and the year. */
const mostFields = 20;

const textsIn = (value: unknown, known: ReadonlySet<string>): Readonly<Record<string, string>> | null => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const entries = Object.entries(value);
  const fits = ([name, text]: [string, unknown]): boolean =>
    typeof text === 'string' && text.length <= maxFieldLength && known.has(splitName(name).question);
  return entries.length <= mostFields && entries.every(fits) ? (Object.fromEntries(entries) as Record<string, string>) : null;
};

/** Reads what the page says of a suggestion that was taken in the browser; null for what no page of ours sends. */
export const takenSuggestion = (edition: Pick<Edition, 'sections'>, finding: string, json: string): TakenSuggestion | null => {
  let said: unknown;
  try {
    said = JSON.parse(json);
  } catch {
    return null;
  }
  const known = new Set(edition.sections.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const { raw, suggested } = typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {};
  const [before, after] = [textsIn(raw, known), textsIn(suggested, known)];
  return before === null || after === null || Object.keys(after).length === 0 ? null : { finding, raw: before, suggested: after };
};

const isKnown = (corrections: readonly Correction[], one: Correction): boolean =>
  corrections.some(
    (other) =>
      other.finding === one.finding &&
      other.question === one.question &&
      JSON.stringify(other.fields.map(({ name, raw, suggested }) => [name, raw, suggested])) ===
        JSON.stringify(one.fields.map(({ name, raw, suggested }) => [name, raw, suggested])),
  );

type Accepted = Pick<Correction, 'by' | 'at' | 'revision'>;

/** Suggestions that were taken, as they are kept. The page says them again until it is left; each is kept once. */
export const correctionsTaken = (
  edition: Pick<Edition, 'sections'>,
  before: readonly Correction[],
  taken: readonly TakenSuggestion[],
  answers: Answers,
  accepted: Accepted,
): readonly Correction[] => {
  const stored = fieldsFromAnswers(edition, answers);
  const all = taken.flatMap(({ finding, raw, suggested }) => {
    const questions = [...new Set(Object.keys(suggested).map((name) => splitName(name).question))];
    return questions.map((question): Correction => {
      const names = Object.keys(suggested).filter((name) => splitName(name).question === question);
      const fields = names.map((name) => ({
        name,
        raw: raw[name] ?? '',
        suggested: suggested[name] ?? '',
        accepted: stored.get(name) ?? '',
      }));
      return { finding, question, fields, ...accepted };
    });
  });
  return all.filter((one, at) => !isKnown([...before, ...all.slice(0, at)], one));
};

/** Answers that somebody other than the respondent put in the place of what had been typed. */
export const correctionsByHand = (
  edition: Pick<Edition, 'sections'>,
  before: Answers,
  after: Answers,
  changed: readonly string[],
  accepted: Accepted,
): readonly Correction[] => {
  const [typed, stored] = [fieldsFromAnswers(edition, before), fieldsFromAnswers(edition, after)];
  const namesOf = (question: string): readonly string[] =>
    [...new Set([...typed.keys(), ...stored.keys()])].filter((name) => splitName(name).question === question);
  return changed
    .filter((question) => (before[question]?.state ?? 'blank') !== 'blank')
    .map((question) => ({
      finding: null,
      question,
      fields: namesOf(question)
        .map((name) => ({ name, raw: typed.get(name) ?? '', suggested: null, accepted: stored.get(name) ?? '' }))
        .filter(({ raw, accepted: now }) => raw !== now),
      ...accepted,
    }));
};
