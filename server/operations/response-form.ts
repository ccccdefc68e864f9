import type { Establishment } from '../persistence/establishments.js';
import type { Evidence } from '../persistence/evidence.js';
import type { StoredResponse } from '../persistence/responses.js';
import type { Round } from '../persistence/rounds.js';
import type { Site } from '../site.js';
import type { Edition } from '../survey/edition.js';
import { fieldsFromAnswers } from '../survey/form-fields.js';
import { type FormState, formState } from '../survey/form-state.js';
import type { SurveyContext } from '../survey/survey-context.js';
import { editionToAnswer } from './edition-of.js';
import { withinLimits } from './limited-form.js';
import { ownEstablishment, ownRound } from './own-establishment.js';
import { ownResponse } from './own-response.js';
import type { OnBehalf } from './respondent.js';
import { surveyContext } from './survey-context.js';

/** Everything a page needs to show a response. */
export interface ResponseForm {
  readonly establishment: Establishment;
  readonly round: Round;
  readonly edition: Edition;
  readonly response: StoredResponse;
  /** What is known beside the answers. */
  readonly context: SurveyContext;
  readonly state: FormState;
  /** The texts to print into the fields, by field name. */
  readonly fields: ReadonlyMap<string, string>;
  /** The files attached to the answers, oldest first. */
  readonly evidence: readonly Evidence[];
}

/** The form of a response as it is stored, as far as its reader may see it. */
export const formOf = async (site: Site, who: OnBehalf, response: StoredResponse): Promise<ResponseForm> => {
  const establishment = await ownEstablishment(site, who);
  const round = await ownRound(site, establishment, response.roundId);
  const edition = await editionToAnswer(site, response);
  const context = await surveyContext(site, round, edition, response);
  const form = withinLimits({ establishment, round, edition, response, context, state: formState(edition, response, context) }, who);
  const evidence = (await site.store.evidence.ofResponse(response.id)).filter(({ takenOffAt }) => takenOffAt === null);
  return { ...form, fields: fieldsFromAnswers(form.edition, form.response.answers), evidence: who.limits === undefined ? evidence : [] };
};

/** Reads a respondent's own response to show it. Throws notFound. */
export const readForm = async (site: Site, who: OnBehalf, responseId: string): Promise<ResponseForm> =>
  formOf(site, who, await ownResponse(site.store, who, responseId));
