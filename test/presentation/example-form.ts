import { openCatalog } from '../../server/catalog/catalog.js';
import { repositoryRoot } from '../../server/root.js';
import type { Edition } from '../../server/survey/edition.js';
import { answersFromForm, askedField, fieldsFromAnswers } from '../../server/survey/form-fields.js';
import { type FormState, formState } from '../../server/survey/form-state.js';
import type { Response } from '../../server/survey/response.js';
import { nothingKnown, type SurveyContext } from '../../server/survey/survey-context.js';

export const catalog = openCatalog(repositoryRoot);

/** A response as the operations hand it to the pages. */
export interface ExampleForm {
  readonly edition: Edition;
  readonly response: Response;
  readonly context: SurveyContext;
  readonly state: FormState;
  readonly fields: ReadonlyMap<string, string>;
  readonly establishment: { readonly name: string; readonly isExample: boolean };
}

/**
 * A worked example with some of its fields typed otherwise.
 * @param id      null: a response with nothing in it
 * @param changes by field name; null leaves a field out
 */
export const exampleForm = (id: string | null, changes: Readonly<Record<string, string | null>> = {}): ExampleForm => {
  const example = catalog.surveys.workedExamples.find((one) => one.id === id);
  if (id !== null && example === undefined) throw new Error(`There is no worked example ${id}`);
  const edition = catalog.surveys.editions[example?.editionId ?? 'sme-factory-2026-m'];
  if (edition === undefined) throw new Error('The edition of the example is missing');
  const typed = { ...example?.fields, ...changes };
  const fields = new Map<string, readonly string[]>();
  for (const [name, text] of Object.entries(typed)) if (text !== null) fields.set(name, [text]);
  fields.set(askedField, [...new Set(Object.keys(typed).map((name) => name.split('.')[0] ?? name))]);
  const { answers } = answersFromForm(edition, fields, {});
  const response: Response = {
    id: '0d9a8f2e-52c7-4f6b-9a51-0e6f4a2d7c11',
    establishmentId: 'establishment',
    roundId: 'round',
    editionId: edition.id,
    editionHash: edition.hash,
    revision: 7,
    status: 'draft',
    answers,
    reasons: example?.reasons ?? {},
    origins: {},
    corrections: [],
  };
  const establishment = { name: example?.name ?? '시험 사업장', isExample: true };
  return {
    edition,
    response,
    context: nothingKnown,
    state: formState(edition, response),
    fields: fieldsFromAnswers(edition, answers),
    establishment,
  };
};
