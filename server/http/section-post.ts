import type { ResponseForm } from '../operations/response-form.js';
import { type TakenSuggestion, takenSuggestions } from '../operations/taken-suggestions.js';
import { reasonFields, takenField } from '../presentation/finding-view.js';
import { type FormFields, oneField } from './form-fields.js';

/** What somebody who saves a section wants next. */
export type Wish =
  | { readonly to: 'save' | 'autosave' | 'continue' | 'later' }
  | { readonly to: 'language'; readonly language: string }
  | { readonly to: 'evidence'; readonly question: string }
  | { readonly to: 'addRow'; readonly question: string; readonly rows: number }
  | { readonly to: 'take'; readonly finding: string; readonly suggestion: number };

/** Reads the value of the button that was pressed. A form sent by Enter has none and is saved. */
export const wishOf = (pressed: string | undefined): Wish => {
  const [to = '', ...rest] = (pressed ?? '').split(':');
  const last = Number(rest.at(-1));
  const before = rest.slice(0, -1).join(':');
  if (to === 'evidence') return { to, question: rest.join(':') };
  if (to === 'language') return { to, language: rest.join(':') };
  if (to === 'addRow' && Number.isInteger(last)) return { to, question: before, rows: last };
  if (to === 'take' && Number.isInteger(last)) return { to, finding: before, suggestion: last };
  return to === 'continue' || to === 'later' || to === 'autosave' ? { to } : { to: 'save' };
};

/**
 * Reasons that were given, changed or taken back beside warnings, by the key of the finding. A warning may have come up while typing,
 * so what counts is that the edition has such a rule, not that it was broken before.
 */
export const reasonsIn = (form: ResponseForm, posted: FormFields): ReadonlyMap<string, { code: string; text: string } | null> =>
  new Map(
    form.edition.editRules.flatMap(({ key }) => {
      const names = reasonFields(key);
      const code = posted.get(names.code)?.[0];
      if (code === undefined) return [];
      return [[key, code === '' ? null : { code, text: (posted.get(names.text)?.[0] ?? '').trim() }] as const];
    }),
  );

/** `_base:<question>`: the revision in which the page saved this question itself. One that is no number is refused where it is used. */
export const basesIn = (posted: FormFields): ReadonlyMap<string, number> =>
  new Map(
    [...posted].flatMap(([name, texts]) =>
      name.startsWith('_base:')
        ? [[name.slice('_base:'.length), texts.length === 1 && texts[0] !== '' ? Number(texts[0]) : Number.NaN]]
        : [],
    ),
  );

const suggestionIn = (form: ResponseForm, { finding, suggestion }: Extract<Wish, { to: 'take' }>) =>
  form.state.findings.find(({ key }) => key === finding)?.suggestions[suggestion];

const takenName = takenField('');

/** Suggestions that were taken over: those the script of the page put in, and the one whose button was pressed. Throws fieldUnknown, fieldTwice. */
export const takenIn = (form: ResponseForm, posted: FormFields, wish: Wish): readonly TakenSuggestion[] => {
  const names = [...posted.keys()].filter((name) => name.startsWith(takenName));
  const notes = names.map((name) => ({ name, finding: name.slice(takenName.length), note: oneField(posted, name) ?? '' }));
  const suggestion = wish.to === 'take' ? suggestionIn(form, wish) : undefined;
  const textOf = (field: string): string => posted.get(field)?.[0] ?? form.fields.get(field) ?? '';
  return takenSuggestions(
    form,
    notes,
    wish.to === 'take' && suggestion !== undefined ? { finding: wish.finding, suggestion, textOf } : null,
  );
};

/** The questions on whose answers a save is a word: those of the page, unless the page saved itself. */
export const confirmedBy = (posted: FormFields, wish: Wish): readonly string[] =>
  wish.to === 'autosave' ? [] : (posted.get('_asked') ?? []);

const questionOf = (field: string): string => field.split('.')[0] ?? field;

/**
 * The posted fields with a suggested correction put in, when that is what was asked for. A correction may be to a question on another
 * page: what stands in its other fields is sent with it, because the fields of a question are read as a whole.
 */
export const withSuggestion = (form: ResponseForm, posted: FormFields, wish: Wish): FormFields => {
  if (wish.to !== 'take') return posted;
  const suggestion = suggestionIn(form, wish);
  const changes = Object.entries(suggestion?.fields ?? {}).map(([name, text]) => [name, [text]] as const);
  const here = new Set([...posted.keys()].map((name) => questionOf(name)));
  const touched = new Set(changes.map(([name]) => questionOf(name)));
  const stored = [...form.fields]
    .filter(([name]) => touched.has(questionOf(name)) && !here.has(questionOf(name)))
    .map(([name, text]) => [name, [text]] as const);
  return new Map([...posted, ...stored, ...changes]);
};
