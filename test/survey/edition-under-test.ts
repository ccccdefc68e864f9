import { readSurveyDefinitions, type SurveyDefinitions } from '../../server/catalog/survey-definitions.js';
import { surveyVocabulary } from '../../server/catalog/survey-vocabulary.js';
import { repositoryRoot } from '../../server/root.js';
import type { Answer, Answers } from '../../server/survey/answer.js';
import type { Edition } from '../../server/survey/edition.js';
import type { Example } from '../../server/survey/example.js';
import type { Finding } from '../../server/survey/finding.js';
import { answersFromForm, askedField, questionsOf } from '../../server/survey/form-fields.js';
import { type FormState, formState } from '../../server/survey/form-state.js';
import { emptyResponse, type Response } from '../../server/survey/response.js';
import type { ActivityCatalog } from '../../server/survey/to-activity-data.js';
import { emissionFactors } from '../support/emission-factors.js';

let read: SurveyDefinitions | null = null;

/** The survey definitions of the repository, read once per run. */
export const definitions = (): SurveyDefinitions => {
  read ??= readSurveyDefinitions(repositoryRoot, surveyVocabulary(emissionFactors()));
  return read;
};

/** What answers are turned into activity data with. */
export const activityCatalog = (): ActivityCatalog => ({ emissionFactors: emissionFactors() });

/** The edition under test: form M of 2026. */
export const edition = (): Edition => definitions().editions['sme-factory-2026-m'] as Edition;

export const example = (id: string): Example => {
  const found = definitions().workedExamples.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no example ${id}.`);
  return found;
};

/** Fields as a browser posts them: one text each. */
export const posted = (fields: Readonly<Record<string, string>>, asked: readonly string[] = []): ReadonlyMap<string, readonly string[]> =>
  new Map([...Object.entries(fields).map(([name, text]): [string, readonly string[]] => [name, [text]]), [askedField, asked]]);

/** The edition an example answers. */
export const editionOf = ({ editionId }: Example): Edition => {
  const found = definitions().editions[editionId];
  if (found === undefined) throw new Error(`There is no edition ${editionId}.`);
  return found;
};

/** The answers to fields that must all be stored. */
export const answersTo = (fields: Readonly<Record<string, string>>, of: Edition = edition()): Answers => {
  const { answers, rejected } = answersFromForm(of, posted(fields), {});
  if (rejected.length > 0) throw new Error(`rejected: ${rejected.map(({ name }) => name).join(', ')}`);
  return answers;
};

export const answerTo = (question: string, fields: Readonly<Record<string, string>>): Answer => {
  const answer = answersTo(fields)[question];
  if (answer === undefined) throw new Error(`${question} was not answered.`);
  return answer;
};

/** A draft with these fields filled in. */
export const draft = (fields: Readonly<Record<string, string>>, reasons: Response['reasons'] = {}, of: Edition = edition()): Response => ({
  ...emptyResponse(of, { id: 'b3b1c1f0-0000-4000-8000-000000000000', establishmentId: 'example', roundId: 'round' }),
  answers: answersTo(fields, of),
  reasons,
});

export const stateOf = (fields: Readonly<Record<string, string>>, reasons: Response['reasons'] = {}, of: Edition = edition()): FormState =>
  formState(of, draft(fields, reasons, of));

/** The fields of a full example, with some put in or taken away (null). */
export const exampleWith = (id: string, changes: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries({ ...example(id).fields, ...changes }).filter((entry): entry is [string, string] => entry[1] !== null));

export const foundryWith = (changes: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> =>
  exampleWith('foundry', changes);

export const findingOf = (state: FormState, key: string): Finding | undefined => state.findings.find((finding) => finding.key === key);

/** Every question was printed: an unticked box is then an answer of its own. */
export const everyQuestion = (): readonly string[] => questionsOf(edition()).map(({ id }) => id);
