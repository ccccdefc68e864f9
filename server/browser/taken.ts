import { takenField } from '../presentation/finding-view.js';

const textOf = (form: HTMLFormElement, name: string): string => {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value : '';
};

/**
 * Notes in the form that a suggestion was taken over: what its fields said before, and what it puts there. It is sent with whatever is
 * saved next. A suggestion taken on top of another keeps the text that was typed first.
 * @param pressed `take:<finding>:<number>`
 */
export const noteTaken = (form: HTMLFormElement, pressed: string, fields: readonly (readonly [string, string])[]): void => {
  const name = takenField(pressed.split(':').slice(1, -1).join(':'));
  if (form.elements.namedItem(name) !== null) return;
  const raw = Object.fromEntries(fields.map(([field]) => [field, textOf(form, field)]));
  const note = document.createElement('input');
  note.type = 'hidden';
  note.name = name;
  note.value = JSON.stringify({ raw, suggested: Object.fromEntries(fields) });
  form.append(note);
};

/** The notes of a form, as they are sent. */
export const takenNotes = (form: HTMLFormElement): readonly (readonly [string, string])[] =>
  [...form.querySelectorAll<HTMLInputElement>(`input[type=hidden][name^="${takenField('')}"]`)].map(({ name, value }) => [name, value]);
