import type { StoredResponse } from '../persistence/responses.js';
import type { Round } from '../persistence/rounds.js';
import type { Site } from '../site.js';
import { carryForward, type NotCarried } from '../survey/carry-forward.js';
import type { Edition } from '../survey/edition.js';
import { questionsOf } from '../survey/form-fields.js';
import type { EarlierAnswers } from '../survey/survey-context.js';
import { withoutQuestions } from '../survey/without-questions.js';
import { editionOf } from './edition-of.js';

/** What an establishment submitted before, in the questions of a later edition. */
export interface CarriedAnswers extends EarlierAnswers {
  readonly notCarried: readonly NotCarried[];
}

/** Rounds of an earlier year than an edition asks about, the latest first. */
export const earlierRounds = (rounds: readonly Round[], edition: Edition): readonly Round[] =>
  rounds
    .filter(({ reportingYear }) => reportingYear < edition.referenceYear)
    .sort((left, right) => right.reportingYear - left.reportingYear || left.id.localeCompare(right.id));

/** Who answered, and what was agreed to, is asked anew each year. */
const personal = (edition: Edition): readonly string[] => [
  ...edition.profile.contact,
  ...questionsOf(edition).flatMap(({ id, type }) => (type === 'consent' ? [id] : [])),
];

/** One earlier response as answers to a later edition; null where it is of another survey or was given to an edition that is gone. */
export const carriedAnswers = async (
  site: Site,
  edition: Edition,
  round: Round,
  response: StoredResponse,
): Promise<CarriedAnswers | null> => {
  const version = await site.store.responseVersions.byVersion(response.id, response.version);
  if (version === null) throw new Error('A submitted response has no version');
  const from = await editionOf(site, version);
  if (from.survey !== edition.survey) return null;
  const { answers } = withoutQuestions(version, personal(from));
  const carried = carryForward(from, edition, answers);
  return {
    roundId: round.id,
    referenceYear: round.reportingYear,
    answers: withoutQuestions({ answers: carried.answers, origins: {}, corrections: [] }, personal(edition)).answers,
    notCarried: carried.notCarried,
  };
};

/** What an establishment answered to the same survey in the latest earlier year; null when it never submitted one. */
export const earlierAnswers = async (site: Site, establishmentId: string, edition: Edition): Promise<CarriedAnswers | null> => {
  const rounds = earlierRounds(await site.store.rounds.all(), edition);
  if (rounds.length === 0) return null;
  const responses = await site.store.responses.submittedIn(
    rounds.map(({ id }) => id),
    [establishmentId],
  );
  for (const round of rounds) {
    const response = responses.find(({ roundId }) => roundId === round.id);
    const carried = response === undefined ? null : await carriedAnswers(site, edition, round, response);
    if (carried !== null) return carried;
  }
  return null;
};
