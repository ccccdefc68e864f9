import type { Edition, Section } from '../survey/edition.js';
import type { FormState } from '../survey/form-state.js';
import type { Response } from '../survey/response.js';
import { energyReportPath } from './energy-report-page.js';
import { pagePath, responsePath } from './form-paths.js';
import { inLanguage } from './number-format.js';
import { shownSections, startOfSection } from './page-order.js';
import { sectionMark } from './section-name.js';
import type { EstablishmentName } from './section-page.js';
import { sheetPath } from './sheet-page.js';
import { type Language, wordsOf } from './words/words.js';

interface TaskView {
  readonly mark: string;
  /** Null when the section is not asked. */
  readonly href: string | null;
  readonly title: string;
  readonly about: string;
  readonly status: string;
  /** A color of the design system's badge. */
  readonly badge: 'bg-light-gray' | 'bg-light-primary' | 'bg-light-success' | 'bg-light-danger' | 'outline-gray';
}

/** The sections of a response with how far each is. */
export interface TaskListPage {
  readonly title: string;
  readonly establishment: EstablishmentName;
  readonly heading: string;
  readonly lead: string;
  readonly minutes: string;
  readonly progress: { readonly text: string; readonly done: number; readonly all: number };
  readonly tasks: readonly TaskView[];
  readonly check: { readonly href: string; readonly text: string };
  /** Null: whoever fills in does not take the form away. */
  readonly sheet: { readonly href: string; readonly text: string } | null;
  /** For those who report their energy elsewhere anyway. */
  readonly report: { readonly href: string; readonly text: string } | null;
  readonly saved: { readonly title: string; readonly text: string } | null;
  readonly makeLink: string;
  readonly submitted: { readonly title: string; readonly text: string; readonly href: string; readonly link: string } | null;
}

const badges = {
  empty: 'bg-light-gray',
  begun: 'bg-light-primary',
  complete: 'bg-light-success',
  errors: 'bg-light-danger',
} as const;

const task = (section: Section, state: FormState, responseId: string, language: Language): readonly TaskView[] => {
  const words = wordsOf(language).page.tasks;
  const progress = state.sections.find((one) => one.section === section.id);
  if (progress === undefined) return [];
  const asked = progress.relevance !== 'no';
  const start = startOfSection(section, state);
  // A section in which nothing is required is not done before somebody has been there.
  const status = progress.status === 'complete' && progress.answered === 0 ? 'empty' : progress.status;
  return [
    {
      mark: sectionMark(section),
      href: asked && start !== null ? pagePath(responseId, start) : null,
      title: inLanguage(section.title, language),
      about: asked ? words.answered(progress.answered, progress.asked) : wordsOf(language).page.check.notAsked,
      status: asked ? words.status[status] : words.status.notAsked,
      badge: asked ? badges[status] : 'outline-gray',
    },
  ];
};

/**
 * @param version of the latest submission; 0: none yet
 * @param saved   whether somebody has just stopped for now
 */
export const taskListPage = (
  form: { readonly edition: Edition; readonly response: Response; readonly state: FormState; readonly establishment: EstablishmentName },
  version: number,
  saved: boolean,
  language: Language,
): TaskListPage => {
  const { edition, response, state, establishment } = form;
  const words = wordsOf(language).page.tasks;
  const shown = shownSections(edition, state);
  const asked = state.sections.filter(({ section, relevance }) => relevance !== 'no' && shown.some(({ id }) => id === section));
  const done = asked.filter(({ status, answered }) => status === 'complete' && answered > 0).length;
  const changed = response.status === 'draft' ? ` ${words.changedText}` : '';
  return {
    title: words.title,
    establishment,
    heading: inLanguage(edition.title, language),
    lead: words.lead(edition.referenceYear),
    minutes: words.minutes(edition.minutes),
    progress: { text: words.progress(done, asked.length), done, all: asked.length },
    tasks: shown.flatMap((section) => task(section, state, response.id, language)),
    check: { href: `${responsePath(response.id)}/check`, text: words.check },
    sheet: { href: sheetPath(response.id), text: wordsOf(language).page.sheet.page.title },
    report:
      edition.form === 'L' && edition.energyReport !== null
        ? { href: energyReportPath(response.id), text: wordsOf(language).page.known.report.link }
        : null,
    saved: saved ? { title: words.saved, text: words.savedHint } : null,
    makeLink: words.makeLink,
    submitted:
      version === 0
        ? null
        : {
            title: words.submittedTitle,
            text: `${words.submittedText}${changed}`,
            href: `${responsePath(response.id)}/result`,
            link: words.result,
          },
  };
};
