import type { StoredResponse } from '../persistence/responses.js';
import { accessProblem } from '../problem/access-problems.js';
import type { Edition } from '../survey/edition.js';
import type { FormState } from '../survey/form-state.js';
import type { Limits, OnBehalf } from './respondent.js';

/**
 * The questionnaire as far as somebody who was let fill in goes: the sections given to them without the consents, which the establishment
 * alone gives. Rules that look at other questions are left to the establishment.
 */
export const limitedEdition = (edition: Edition, { limits }: OnBehalf): Edition => {
  if (limits === undefined) return edition;
  const consents = Object.values(edition.profile.consents);
  const sections = edition.sections
    .filter(({ id }) => limits.sections === null || limits.sections.includes(id))
    .map((section) => ({
      ...section,
      questions: section.questions.filter(({ type, id }) => type !== 'consent' && !consents.includes(id)),
    }));
  const ids = new Set(sections.flatMap(({ questions }) => questions.map(({ id }) => id)));
  return { ...edition, sections, editRules: edition.editRules.filter(({ questions }) => questions.every((id) => ids.has(id))) };
};

/** Everything of a form that limits allow to be seen. */
export const withinLimits = <Form extends { readonly edition: Edition; readonly response: StoredResponse; readonly state: FormState }>(
  form: Form,
  who: OnBehalf,
): Form => {
  if (who.limits === undefined) return form;
  const edition = limitedEdition(form.edition, who);
  const ids = new Set(edition.sections.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const allowed = <Value>(values: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(values).filter(([id]) => ids.has(id)));
  const { response, state } = form;
  return {
    ...form,
    edition,
    response: { ...response, answers: allowed(response.answers) },
    state: {
      ...state,
      questions: allowed(state.questions),
      totals: allowed(state.totals),
      sections: state.sections.filter(({ section }) => edition.sections.some(({ id }) => id === section)),
      findings: state.findings.filter(({ questions }) => questions.every((id) => ids.has(id))),
      maySubmit: state.maySubmit && who.limits.maySubmit,
    },
  };
};

/** Throws notFound where limits name another response, exactly as for one that does not exist. */
export const assertWithin = ({ limits }: OnBehalf, responseId: string): void => {
  if (limits !== undefined && limits.responseId !== responseId) throw accessProblem('notFound');
};

/** Whether limits leave all there is to see. */
export const seesAll = (limits: Limits | undefined): boolean => limits === undefined || limits.sections === null;
