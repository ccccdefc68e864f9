import { siteProblem } from '../problem/site-problems.js';
import { type TakenSuggestion, takenSuggestion } from '../survey/correction.js';
import type { Suggestion } from '../survey/finding.js';
import type { ResponseForm } from './response-form.js';

export type { TakenSuggestion } from '../survey/correction.js';

/** A suggestion whose button was pressed, and the texts its fields had. */
export interface PressedSuggestion {
  readonly finding: string;
  readonly suggestion: Suggestion;
  readonly textOf: (field: string) => string;
}

/**
 * Suggestions that were taken over on a page: those the script put in, as the page notes them, and the one whose button was pressed.
 * @param notes name of the field, key of the finding, and the note
 * Throws fieldUnknown for a note that no page of ours makes.
 */
export const takenSuggestions = (
  form: ResponseForm,
  notes: readonly { readonly name: string; readonly finding: string; readonly note: string }[],
  pressed: PressedSuggestion | null,
): readonly TakenSuggestion[] => {
  const inBrowser = notes.map(({ name, finding, note }) => {
    const isRule = form.edition.editRules.some(({ key }) => key === finding);
    const taken = isRule ? takenSuggestion(form.edition, finding, note) : null;
    if (taken === null) throw siteProblem('fieldUnknown', { name: name.slice(0, 60) }, name.slice(0, 60));
    return taken;
  });
  if (pressed === null) return inBrowser;
  const { fields } = pressed.suggestion;
  const raw = Object.fromEntries(Object.keys(fields).map((name) => [name, pressed.textOf(name)]));
  return [...inBrowser, { finding: pressed.finding, raw, suggested: fields }];
};
