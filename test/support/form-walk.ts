import { afterPage, askedPages } from '../../server/presentation/page-order.js';
import { type SectionPage, sectionPage } from '../../server/presentation/section-page.js';
import type { Edition } from '../../server/survey/edition.js';
import { answersFromForm, askedField, fieldsFromAnswers } from '../../server/survey/form-fields.js';
import { type FormPage, formPages } from '../../server/survey/form-pages.js';
import { formState } from '../../server/survey/form-state.js';
import { emptyResponse, type Response } from '../../server/survey/response.js';
import { nothingKnown } from '../../server/survey/survey-context.js';
import { reading, seconds, typing } from './keystroke-level.js';

type Question = SectionPage['questions'][number];

/** What a person who fills in a form by the pages did, and how long it took. */
export interface Walk {
  readonly pages: number;
  readonly questions: number;
  /** By the section's id. */
  readonly secondsIn: ReadonlyMap<string, number>;
  readonly minutes: number;
  /** Whether the form may be submitted at the end. */
  readonly maySubmit: boolean;
}

const textsOf = ({ title, help, control, code }: Question): string => {
  const options = control.partial === 'control-choices' ? control.options.map(({ text }) => text) : [];
  const cells = control.partial === 'control-rows' ? (control.rows[0]?.cells ?? []).map(({ label }) => label) : [];
  return [code, title, help?.text ?? '', ...options, ...cells].join(' ');
};

const isUnit = (name: string): boolean => name.endsWith('.unit');

/** Seconds for the fields of one question. */
const answering = ({ id, control, missing }: Question, typed: Readonly<Record<string, string>>): number => {
  const own = Object.entries(typed).filter(([name]) => name === id || name.startsWith(`${id}.`));
  const reasons = own.filter(([name]) => name === `${id}.missing`);
  if (missing !== null && reasons.length > 0) return seconds.mental + 2 * seconds.pointing;
  if (control.partial === 'control-choices' || control.partial === 'control-select')
    return own.length * (seconds.mental + seconds.pointing * (control.partial === 'control-select' ? 2 : 1));
  if (control.partial === 'control-text' && control.list !== null && own.length > 0)
    return seconds.mental + seconds.pointing + seconds.search;
  const figures = own.filter(([name]) => !isUnit(name));
  const units = own.filter(
    ([name, text]) => isUnit(name) && !JSON.stringify(control).includes(`{"value":"${text}","text":"${text}","selected":true}`),
  );
  const isAmount = control.partial !== 'control-text';
  const found = figures.length === 0 || !isAmount ? 0 : seconds.lookUp + (figures.length - 1) * seconds.nextFigure;
  const typedOut = figures.reduce((sum, [, text]) => sum + seconds.mental + seconds.keystroke + typing(text), 0);
  return (figures.length > 0 ? seconds.pointing : 0) + found + typedOut + units.length * (seconds.mental + 2 * seconds.pointing);
};

/**
 * Fills in a form from an empty one, page by page, with answers as they would be typed, reads what is printed on each page, and adds up
 * the seconds of a person. Whatever edition it is, the pages are those that the site would show.
 */
export const walkThrough = (edition: Edition, typed: Readonly<Record<string, string>>, reasons: Response['reasons'] = {}): Walk => {
  let response: Response = { ...emptyResponse(edition, { id: 'r', establishmentId: 'e', roundId: 'o' }), reasons };
  const secondsIn = new Map<string, number>();
  let page: FormPage | undefined = edition.sections.flatMap((section) => askedPages(section, formState(edition, response)))[0];
  let pages = 0;
  let questions = 0;
  while (page !== undefined) {
    const { section } = page;
    const here = page;
    const state = formState(edition, response);
    const view = sectionPage({
      edition,
      response,
      context: nothingKnown,
      state,
      fields: fieldsFromAnswers(edition, response.answers),
      establishment: { name: '', isExample: true },
      section,
      page: here,
      fromCheck: false,
      language: 'ko',
      checked: false,
      wantedRows: new Map(),
      rejected: [],
    });
    const asked = new Map<string, readonly string[]>([[askedField, view.questions.map(({ id }) => id)]]);
    for (const { id } of here.questions)
      for (const [name, text] of Object.entries(typed)) if (name === id || name.startsWith(`${id}.`)) asked.set(name, [text]);
    response = { ...response, answers: answersFromForm(edition, asked, response.answers).answers };
    const after = formState(edition, response);
    const shown = view.questions.filter(({ id }) => after.questions[id]?.relevance !== 'no');
    const spent = shown.reduce((sum, question) => sum + reading(textsOf(question)) + answering(question, typed), 0);
    const goingOn = seconds.mental + seconds.pointing + seconds.response;
    secondsIn.set(section.id, (secondsIn.get(section.id) ?? 0) + reading(view.intro ?? '') + spent + goingOn);
    pages++;
    questions += shown.length;
    const next = afterPage(edition, after, 'r', here);
    page = formPages(edition).find((one) => next.endsWith(`/sections/${one.section.id}/${one.id}`));
  }
  const total = [...secondsIn.values()].reduce((sum, one) => sum + one, 0);
  return { pages, questions, secondsIn, minutes: total / 60, maySubmit: formState(edition, response).maySubmit };
};
