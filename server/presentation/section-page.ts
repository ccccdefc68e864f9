import { referencesOf } from '../expression/walk.js';
import type { Edition, Section } from '../survey/edition.js';
import type { Finding } from '../survey/finding.js';
import { blocks } from '../survey/finding.js';
import type { RejectedField } from '../survey/form-fields.js';
import type { FormState, QuestionState } from '../survey/form-state.js';
import type { Response } from '../survey/response.js';
import type { SurveyContext } from '../survey/survey-context.js';
import type { Contact } from './contact-view.js';
import type { FormContext } from './control-view.js';
import type { EvidenceFacts } from './evidence-view.js';
import { findingsBeside, placeOfFinding } from './finding-place.js';
import { fieldId } from './finding-view.js';
import { inLanguage } from './number-format.js';
import { type QuestionView, questionView } from './question-view.js';
import { type LinkView, type PlaceInput, type ProgressView, placeOf, progressOf } from './section-place.js';
import { type Language, wordsOf } from './words/words.js';

/** A list of things to look at, each a link to its field. */
export interface SummaryView {
  readonly title: string;
  readonly hint: string | null;
  readonly entries: readonly { readonly href: string; readonly text: string }[];
}

/** A page of questions: one thing of a section, or the whole of it. */
export interface SectionPage {
  readonly title: string;
  readonly establishment: EstablishmentName;
  /** Whether one thing is asked, and not a whole section. */
  readonly isOne: boolean;
  /** Which of the sections it is; null where the heading says it. */
  readonly position: string | null;
  readonly progress: ProgressView;
  /** Other ways through the form. */
  readonly ways: { readonly label: string; readonly links: readonly LinkView[] };
  readonly heading: string;
  readonly intro: string | null;
  readonly notAsked: string | null;
  readonly conditionalHint: string | null;
  readonly back: LinkView;
  readonly action: string;
  readonly revision: number;
  readonly questions: readonly QuestionView[];
  readonly summary: SummaryView | null;
  readonly rejected: {
    readonly title: string;
    readonly entries: readonly { readonly text: string; readonly typed: string | null }[];
  } | null;
  readonly next: LinkView | null;
  readonly buttons: { readonly goOn: string; readonly later: string };
  /** What the script needs; without it the page works the same. */
  readonly script: {
    readonly edition: string;
    readonly response: string;
    /** What is known beside the answers. */
    readonly context: string;
    readonly checking: string;
    readonly noChecking: string;
  };
}

export { responsePath, sectionPath } from './form-paths.js';

export interface EstablishmentName {
  readonly name: string;
  readonly isExample: boolean;
  /** Where to ask about the round the page is of: null where nothing is set; absent: the page is of no round. */
  readonly contact?: Contact | null;
}

/** What a page of questions is made from. */
export interface SectionInput extends PlaceInput {
  readonly response: Response;
  readonly context: SurveyContext;
  readonly fields: ReadonlyMap<string, string>;
  readonly establishment: EstablishmentName;
  /** Files attached to the answers, and the year they are about; absent: nothing is said of them. */
  readonly evidence?: readonly EvidenceFacts[];
  readonly year?: number;
  /** The reader has saved this section or comes from the check page: questions left blank are named, too. */
  readonly checked: boolean;
  readonly wantedRows: ReadonlyMap<string, number>;
  readonly rejected: readonly RejectedField[];
}

/** Whether a finding is shown on its section's page; blanks are not held against somebody who has just begun. */
export const isShown =
  (checked: boolean) =>
  (finding: Finding): boolean =>
    checked || finding.rule !== 'unanswered';

/** Whether something in a section or on a page stands in the way of submitting. */
export const isHeldUp = ({ questions }: Pick<Section, 'questions'>, state: FormState): boolean => {
  const ids = new Set(questions.map(({ id }) => id));
  return state.findings.some((finding) => placeOfFinding(finding, ids) !== undefined && blocks(finding));
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
  const view = views.find(({ id }) => id === placeOfFinding(finding, new Set(views.map((one) => one.id))));
  if (view === undefined) return '#form';
  const own = new Set(idsIn(view));
  return `#${finding.fields.map(fieldId).find((field) => own.has(field)) ?? view.anchor}`;
};

/**
 * A summary of what blocks the response, each with a link made by `href` and the code of the question it stands at; null when nothing
 * does.
 */
export const summaryView = (
  findings: readonly Finding[],
  { edition, language }: { readonly edition: Edition; readonly language: Language },
  title: (count: number) => string,
  href: (finding: Finding) => string,
  at: (finding: Finding) => string | undefined = ({ questions }) => questions[0],
): SummaryView | null => {
  const held = findings.filter(blocks);
  if (held.length === 0) return null;
  const codes = new Map(edition.sections.flatMap(({ questions }) => questions.map(({ id, code }) => [id, code] as const)));
  return {
    title: title(held.length),
    hint: wordsOf(language).page.finding.summaryHint,
    entries: held.map((finding) => ({
      href: href(finding),
      text: [codes.get(at(finding) ?? ''), inLanguage(finding.text, language)].filter((part) => part !== undefined).join(' '),
    })),
  };
};

/** Whether an answer on the same page decides about a question: without a script it must stand there, with a hint when it applies. */
const isDecidedHere = ({ question }: QuestionState, here: ReadonlySet<string>): boolean =>
  question.relevance !== null && referencesOf(question.relevance).some((path) => here.has(path.split('.')[0] ?? path));

/** A page of questions: only those that can apply are on it; which of those do depends on the answers beside them. */
export const sectionPage = (input: SectionInput): SectionPage => {
  const { edition, response, state, section, page, language, establishment, fields, fromCheck } = input;
  const words = wordsOf(language).page;
  const shows = isShown(input.checked);
  const questions = page?.questions ?? section.questions;
  const ids = new Set(questions.map(({ id }) => id));
  const at = (finding: Finding): string | undefined => placeOfFinding(finding, ids);
  const findings = state.findings.filter((finding) => at(finding) !== undefined && shows(finding));
  const wrong = findings.filter(({ level }) => level === 'error').flatMap((finding) => finding.fields);
  const attached = input.year === undefined ? null : { files: input.evidence ?? [], year: input.year };
  const invalid = new Set([...wrong, ...input.rejected.map(({ name }) => name)]);
  const context: FormContext = { edition, language, fields, invalid, attached };
  const place = placeOf(input);
  const views = questions.flatMap(({ id }) => {
    const asked = state.questions[id];
    if (asked === undefined) return [];
    const isOut = page !== null && place.notAsked === null && asked.relevance === 'no' && !isDecidedHere(asked, ids);
    if (isOut) return [];
    const view = questionView(asked, state, findingsBeside(id, findings, ids), input.wantedRows.get(id) ?? 0, context);
    const isSettled = page !== null && view.standing === 'asked' && !isDecidedHere(asked, ids);
    return [isSettled ? { ...view, onlyIf: null } : view];
  });
  const summary = summaryView(findings, input, words.finding.summaryTitle, (finding) => targetOf(finding, views), at);
  const isFirst = page === null || page.questions[0]?.id === section.questions[0]?.id;
  return {
    title: place.title,
    isOne: page !== null,
    establishment,
    position: place.position,
    progress: progressOf(state, language),
    ways: { label: words.flow.links, links: place.ways },
    heading: place.heading,
    intro: section.intro === null || !isFirst ? null : inLanguage(section.intro, language),
    notAsked: place.notAsked,
    conditionalHint: views.some(({ onlyIf }) => onlyIf !== null) ? words.section.conditionalHint : null,
    back: place.back,
    action: fromCheck ? `${place.action}?from=check` : place.action,
    revision: response.revision,
    questions: views,
    // That everything was stored is not said where something was not.
    summary: summary === null || input.rejected.length === 0 ? summary : { ...summary, hint: null },
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
    next: summary === null && (page === null || place.notAsked === null) ? null : place.next,
    buttons: { goOn: words.section.saveAndContinue, later: words.section.saveAndLater },
    script: {
      edition: `/editions/${edition.hash}`,
      response: JSON.stringify(response),
      context: JSON.stringify(input.context),
      checking: words.section.checking,
      noChecking: words.section.noChecking,
    },
  };
};
