import type { Edition } from './edition.js';
import type { Finding, Suggestion } from './finding.js';
import { answersFromForm, fieldsFromAnswers } from './form-fields.js';
import type { Reason, Response } from './response.js';

/** What a respondent does to a response. */
export type ResponseEvent =
  /** Fields of a page, as `answersFromForm` takes them. */
  | { readonly type: 'fieldsTyped'; readonly fields: ReadonlyMap<string, readonly string[]> }
  | { readonly type: 'reasonGiven'; readonly finding: Finding['key']; readonly reason: Reason }
  | { readonly type: 'reasonWithdrawn'; readonly finding: Finding['key'] }
  | { readonly type: 'suggestionTaken'; readonly suggestion: Suggestion };

const withSuggestion = (edition: Edition, response: Response, suggestion: Suggestion): Response => {
  const touched = new Set(Object.keys(suggestion.fields).map((name) => name.split('.')[0] as string));
  const own = [...fieldsFromAnswers(edition, response.answers)].filter(([name]) => touched.has(name.split('.')[0] as string));
  const fields = new Map([...own, ...Object.entries(suggestion.fields)].map(([name, text]) => [name, [text]]));
  return { ...response, answers: answersFromForm(edition, fields, response.answers).answers };
};

/** The response after an event; the one before stays as it is. The revision is counted where the change is stored. */
export const nextResponse = (edition: Edition, response: Response, event: ResponseEvent): Response => {
  switch (event.type) {
    case 'fieldsTyped':
      return { ...response, answers: answersFromForm(edition, event.fields, response.answers).answers };
    case 'reasonGiven':
      return { ...response, reasons: { ...response.reasons, [event.finding]: event.reason } };
    case 'reasonWithdrawn': {
      const { [event.finding]: _, ...reasons } = response.reasons;
      return { ...response, reasons };
    }
    case 'suggestionTaken':
      return withSuggestion(edition, response, event.suggestion);
  }
};
