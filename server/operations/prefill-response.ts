import type { Establishment } from '../persistence/establishments.js';
import type { StoredResponse } from '../persistence/responses.js';
import type { Site } from '../site.js';
import type { Answers } from '../survey/answer.js';
import type { Edition } from '../survey/edition.js';
import { answersFromForm, askedField, fieldsFromAnswers, questionsOf } from '../survey/form-fields.js';
import type { Origin, Origins } from '../survey/origin.js';
import { type CarriedAnswers, earlierAnswers } from './earlier-answers.js';
import { editionToAnswer } from './edition-of.js';
import { openResponse } from './open-response.js';
import { ownEstablishment } from './own-establishment.js';
import type { OnBehalf } from './respondent.js';
import { saveAnswers } from './save-answers.js';

type Fields = ReadonlyMap<string, string>;

/** What the register knows, as it would be typed; what the form cannot read is left for the respondent. */
const registered = (edition: Edition, establishment: Establishment): Answers => {
  const known = { ...establishment };
  const fields = Object.entries(edition.register).flatMap(([column, question]): [string, readonly string[]][] => {
    const text = known[column as keyof Edition['register']];
    return text === null || question === undefined ? [] : [[question, [text]]];
  });
  const { answers } = answersFromForm(edition, new Map(fields), {});
  return Object.fromEntries(Object.entries(answers).filter(([, { state }]) => state === 'answered'));
};

/** Last year's answers to the questions that seldom change. What was not known then is asked again. */
const carried = (edition: Edition, earlier: CarriedAnswers | null): Answers => {
  const stable = new Set(questionsOf(edition).flatMap(({ id, carry }) => (carry ? [id] : [])));
  return Object.fromEntries(
    Object.entries(earlier?.answers ?? {}).filter(
      ([id, { state }]) => stable.has(id) && (state === 'answered' || state === 'notApplicable'),
    ),
  );
};

const originsOf = (answers: Answers, origin: Origin): Origins => Object.fromEntries(Object.keys(answers).map((id) => [id, origin]));

const postedFields = (fields: Fields, answers: Answers): ReadonlyMap<string, readonly string[]> =>
  new Map([[askedField, Object.keys(answers)], ...[...fields].map(([name, text]): [string, readonly string[]] => [name, [text]])]);

/**
 * Opens a response and, where nothing was ever saved in it, fills in what the register knows and what seldom changes of last year's
 * answers. Each says where it came from until it is confirmed. The register comes first: it is kept up to date.
 * Throws roundUnknown, roundClosed, formNeeded.
 */
export const beginResponse = async (site: Site, who: OnBehalf, roundId: string, chosen: string | null): Promise<StoredResponse> => {
  const response = await openResponse(site, who, roundId, chosen);
  if (response.revision > 0 || Object.keys(response.answers).length > 0) return response;
  const edition = await editionToAnswer(site, response);
  const earlier = await earlierAnswers(site, who.establishmentId, edition);
  const [fromRegister, fromLastYear] = [registered(edition, await ownEstablishment(site, who)), carried(edition, earlier)];
  const answers = { ...fromLastYear, ...fromRegister };
  if (Object.keys(answers).length === 0) return response;
  const origins = {
    ...originsOf(fromLastYear, { source: 'carried', roundId: earlier?.roundId ?? null, confirmed: false }),
    ...originsOf(fromRegister, { source: 'register', roundId: null, confirmed: false }),
  };
  const fields = postedFields(fieldsFromAnswers(edition, answers), answers);
  const saved = await saveAnswers(site, who, { responseId: response.id, revision: 0, fields, origins });
  // Another tab was faster: what it saved stands.
  return saved.form.response;
};
