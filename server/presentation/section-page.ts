import type { Edition, Section } from '../survey/edition.js';
import type { Finding } from '../survey/finding.js';
import { blocks } from '../survey/finding.js';
import type { RejectedField } from '../survey/form-fields.js';
import type { FormState } from '../survey/form-state.js';
import type { Response } from '../survey/response.js';
import type { FormContext } from './control-view.js';
import { fieldId } from './finding-view.js';
import { inLanguage } from './number-format.js';
import { type QuestionView, questionView } from './question-view.js';
import { type Language, wordsOf } from './words/words.js';

/** A list of things to look at, each a link to its field. */
export interface SummaryView {
  readonly title: string;
  readonly hint: string;
  readonly entries: readonly { readonly href: string; readonly text: string }[];
}

/** The page of one section. */
export interface SectionPage {
  readonly title: string;
  readonly establishment: EstablishmentName;
  readonly position: string;
  readonly heading: string;
  readonly intro: string | null;
  readonly notAsked: string | null;
  readonly conditionalHint: string | null;
  readonly back: { readonly href: string; readonly text: string };
  readonly action: string;
  readonly revision: number;
  readonly questions: readonly QuestionView[];
  readonly summary: SummaryView | null;
  readonly rejected: {
    readonly title: string;
    readonly entries: readonly { readonly text: string; readonly typed: string | null }[];
  } | null;
  readonly next: { readonly href: string; readonly text: string } | null;
  readonly buttons: { readonly goOn: string; readonly later: string };
  /** What the script needs; without it the page works the same. */
  readonly script: {
    readonly edition: string;
    readonly response: string;
    readonly unsaved: string;
    readonly checking: string;
    readonly noChecking: string;
  };
}

export interface EstablishmentName {
  readonly name: string;
  readonly isExample: boolean;
}

/** What a section's page is made from. */
export interface SectionInput {
  readonly edition: Edition;
  readonly response: Response;
  readonly state: FormState;
  readonly fields: ReadonlyMap<string, string>;
  readonly establishment: EstablishmentName;
  readonly section: Section;
  readonly language: Language;
  /** The reader has saved this section or comes from the check page: questions left blank are named, too. */
  readonly checked: boolean;
  readonly wantedRows: ReadonlyMap<string, number>;
  readonly rejected: readonly RejectedField[];
}

export const responsePath = (responseId: string): string => `/responses/${encodeURIComponent(responseId)}`;
export const sectionPath = (responseId: string, section: string): string =>
  `${responsePath(responseId)}/sections/${encodeURIComponent(section)}`;

/** The sections that are asked, in order. */
export const askedSections = (edition: Edition, state: FormState): readonly Section[] =>
  edition.sections.filter(({ id }) => state.sections.find(({ section }) => section === id)?.relevance !== 'no');

/** Where saving a section leads: the next one asked, or the check of the answers. */
export const afterSection = (edition: Edition, state: FormState, responseId: string, section: string): string => {
  const order = edition.sections.map(({ id }) => id);
  const next = askedSections(edition, state).find(({ id }) => order.indexOf(id) > order.indexOf(section));
  return next === undefined ? `${responsePath(responseId)}/check` : sectionPath(responseId, next.id);
};

/** Whether a finding is shown on its section's page; blanks are not held against somebody who has just begun. */
export const isShown =
  (checked: boolean) =>
  (finding: Finding): boolean =>
    checked || finding.rule !== 'unanswered';

/** Whether something in a section stands in the way of submitting. */
export const isHeldUp = (section: Section, state: FormState): boolean => {
  const ids = new Set(section.questions.map(({ id }) => id));
  return state.findings.some((finding) => ids.has(finding.questions[0] ?? '') && blocks(finding));
};

const idsIn = (view: QuestionView): readonly string[] => {
  const { control } = view;
  const missing = view.missing?.options.map(({ id }) => id) ?? [];
  switch (control.partial) {
    case 'control-months':
      return [...control.months.map(({ id }) => id), control.annual.id, ...missing];
    case 'control-rows':
      return [...control.rows.flatMap(({ cells }) => cells.flatMap(({ control: cell }) => ('id' in cell ? [cell.id] : []))), ...missing];
    case 'control-choices':
      return [...control.options.map(({ id }) => id), ...missing];
    default:
      return [control.id, ...missing];
  }
};

/** Where a link to a finding leads: to its field when it is on the page, to the question otherwise. */
const targetOf = (finding: Finding, views: readonly QuestionView[]): string => {
  const view = views.find(({ id }) => id === finding.questions[0]);
  const field = finding.fields[0] === undefined ? null : fieldId(finding.fields[0]);
  return view === undefined ? '#form' : `#${field !== null && idsIn(view).includes(field) ? field : view.anchor}`;
};

/** A summary of what blocks the response, each with a link made by `href`; null when nothing does. */
export const summaryView = (
  findings: readonly Finding[],
  { edition, language }: { readonly edition: Edition; readonly language: Language },
  title: (count: number) => string,
  href: (finding: Finding) => string,
): SummaryView | null => {
  const held = findings.filter(blocks);
  if (held.length === 0) return null;
  const codes = new Map(edition.sections.flatMap(({ questions }) => questions.map(({ id, code }) => [id, code] as const)));
  return {
    title: title(held.length),
    hint: wordsOf(language).page.finding.summaryHint,
    entries: held.map((finding) => ({
      href: href(finding),
      text: [codes.get(finding.questions[0] ?? ''), inLanguage(finding.text, language)].filter((part) => part !== undefined).join(' '),
    })),
  };
};

/** The page of a section: only questions that can apply are on it; which of those do depends on the answers beside them. */
export const sectionPage = (input: SectionInput): SectionPage => {
  const { edition, response, state, section, language, establishment, fields } = input;
  const words = wordsOf(language).page;
  const shows = isShown(input.checked);
  const ids = new Set(section.questions.map(({ id }) => id));
  const findings = state.findings.filter((finding) => ids.has(finding.questions[0] ?? '') && shows(finding));
  const wrong = findings.filter(({ level }) => level === 'error').flatMap((finding) => finding.fields);
  const context: FormContext = { edition, language, fields, invalid: new Set([...wrong, ...input.rejected.map(({ name }) => name)]) };
  const views = section.questions.flatMap(({ id }) => {
    const question = state.questions[id];
    return question === undefined ? [] : [questionView(question, state, shows, input.wantedRows.get(id) ?? 0, context)];
  });
  const asked = askedSections(edition, state);
  const at = asked.findIndex(({ id }) => id === section.id);
  const summary = summaryView(findings, input, words.finding.summaryTitle, (finding) => targetOf(finding, views));
  return {
    title: `${section.id}. ${inLanguage(section.title, language)}`,
    establishment,
    position: at === -1 ? section.id : words.section.position(section.id, at + 1, asked.length),
    heading: inLanguage(section.title, language),
    intro: section.intro === null ? null : inLanguage(section.intro, language),
    notAsked: at === -1 ? words.section.notAsked : null,
    conditionalHint: section.questions.some(({ relevance }) => relevance !== null) ? words.section.conditionalHint : null,
    back: { href: responsePath(response.id), text: words.section.back },
    action: sectionPath(response.id, section.id),
    revision: response.revision,
    questions: views,
    summary,
    rejected:
      input.rejected.length === 0
        ? null
        : {
            title: words.finding.rejectedTitle,
            entries: input.rejected.map(({ sentence, texts }) => ({
              text: sentence[language],
              typed: texts.length === 0 ? null : words.finding.rejectedTyped(texts.join(' | ')),
            })),
          },
    next: summary === null ? null : { href: afterSection(edition, state, response.id, section.id), text: words.section.skipOn },
    buttons: { goOn: words.section.saveAndContinue, later: words.section.saveAndLater },
    script: {
      edition: `/editions/${edition.hash}`,
      response: JSON.stringify(response),
      unsaved: words.section.unsaved,
      checking: words.section.checking,
      noChecking: words.section.noChecking,
    },
  };
};
