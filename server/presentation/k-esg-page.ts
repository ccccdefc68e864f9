import type { Edition, Question } from '../survey/edition.js';
import type { FigureResult, Indicator, IndicatorList, IndicatorResult, Lack } from '../survey/indicators.js';
import { answerWords } from './answer-words.js';
import { questionPath, responsePath } from './form-paths.js';
import { formatResult, inLanguage } from './number-format.js';
import { withheldView } from './result-page.js';
import { resultPath } from './result-paths.js';
import type { EstablishmentName } from './section-page.js';
import { type Language, wordsOf } from './words/words.js';

interface Link {
  readonly href: string;
  readonly text: string;
}

interface FigureView {
  readonly name: string;
  /** With its unit; null where it lacks something. */
  readonly value: string | null;
  /** The questions and the result its value comes from. */
  readonly from: readonly Link[];
  /** That something is lacking; null where nothing is, or where the figure does not apply. */
  readonly label: string | null;
  readonly lacks: readonly { readonly text: string; readonly href: string | null }[];
}

interface IndicatorView {
  readonly id: string;
  readonly title: string;
  readonly mark: string | null;
  readonly figures: readonly FigureView[];
}

/** The environment items of K-ESG, for whom the answers belong to. */
export interface KEsgPage {
  readonly title: string;
  readonly establishment: EstablishmentName;
  readonly lead: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  /** What the figures are not: of a draft, or older than the answers. */
  readonly notice: string | null;
  readonly withheld: ReturnType<typeof withheldView> | null;
  readonly groups: readonly {
    readonly id: string;
    readonly heading: string;
    readonly lead: string;
    readonly indicators: readonly IndicatorView[];
  }[];
  readonly leftOut: { readonly title: string; readonly entries: readonly { readonly name: string; readonly why: string }[] };
  readonly words: { readonly from: string };
  readonly download: Link | null;
  readonly back: Link;
}

export interface KEsgInput {
  readonly responseId: string;
  readonly edition: Edition;
  readonly establishment: EstablishmentName;
  readonly list: IndicatorList;
  readonly results: readonly IndicatorResult[];
  /** Nothing has been submitted yet: there is no inventory. */
  readonly submitted: boolean;
  /** Answers were changed since they were submitted; the sheet is of what was submitted. */
  readonly changedSince: boolean;
  /** Whether the respondent agreed that the answers are used for a report of its own. */
  readonly ownReport: boolean;
}

export const kEsgPath = (responseId: string): string => `${responsePath(responseId)}/k-esg`;

/** What is said of a figure that lacks something. */
export const lackText = (lack: Lack, { edition }: Pick<KEsgInput, 'edition'>, language: Language): string => {
  const words = wordsOf(language).page.kEsg.lack;
  if (!('question' in lack)) return words[lack.kind];
  const code = edition.sections.flatMap(({ questions }) => questions).find(({ id }) => id === lack.question)?.code ?? lack.question;
  return lack.kind === 'answer' ? words.answer(code, lack.state) : words[lack.kind](code);
};

/** The value of a figure in words; null where it lacks something. */
export const valueText = ({ figure, value }: FigureResult, edition: Edition, language: Language): string | null => {
  if (value === null) return null;
  if (value.kind === 'answer') return answerWords(value.asked.question, value.asked.answer, { edition, language });
  const unit = figure.unit === null ? '' : ` ${inLanguage(figure.unit, language)}`;
  return `${formatResult(value.number)}${unit}`;
};

const linkOf = ({ id, code }: Question, { edition, responseId }: KEsgInput): Link => ({
  href: questionPath(edition, responseId, id),
  text: code,
});

const figureView = (result: FigureResult, input: KEsgInput, language: Language): FigureView => ({
  name: inLanguage(result.figure.name, language),
  value: valueText(result, input.edition, language),
  from:
    result.value === null
      ? []
      : [
          ...(result.ofInventory ? [{ href: resultPath(input.responseId), text: wordsOf(language).page.kEsg.ofInventory }] : []),
          ...result.from.map((question) => linkOf(question, input)),
        ],
  label: result.lacks.some(({ kind }) => kind !== 'notAsked') ? `${wordsOf(language).page.kEsg.lacks}: ` : null,
  lacks: result.lacks.map((lack) => ({
    text: lackText(lack, input, language),
    href: 'question' in lack ? questionPath(input.edition, input.responseId, lack.question) : null,
  })),
});

const indicatorView = ({ indicator, figures }: IndicatorResult, input: KEsgInput, language: Language): IndicatorView => ({
  id: indicator.code.toLowerCase(),
  title: `${indicator.code} ${inLanguage(indicator.name, language)}`,
  mark: indicator.ofSmallFirms ? wordsOf(language).page.kEsg.ofSmallFirms : null,
  figures: figures.map((result) => figureView(result, input, language)),
});

const kinds: readonly Indicator['kind'][] = ['direct', 'extra', 'optional'];

/** The sheet of indicators. Without the respondent's consent to a report of its own it says so and shows nothing. */
export const kEsgPage = (input: KEsgInput, language: Language): KEsgPage => {
  const { list, results, responseId, ownReport } = input;
  const words = wordsOf(language).page.kEsg;
  return {
    title: inLanguage(list.title, language),
    establishment: input.establishment,
    lead: words.lead,
    facts: [
      { label: words.version, text: inLanguage(list.version, language) },
      { label: words.trust, text: inLanguage(list.trust, language) },
    ],
    notice: !input.submitted ? words.draft : input.changedSince ? words.changedSince : null,
    withheld: ownReport ? null : withheldView(input, language),
    groups: !ownReport
      ? []
      : kinds.map((kind) => ({
          id: kind,
          heading: words.kinds[kind],
          lead: words.kindsAbout[kind],
          indicators: results.filter(({ indicator }) => indicator.kind === kind).map((one) => indicatorView(one, input, language)),
        })),
    leftOut: {
      title: words.leftOut,
      entries: list.leftOut.map(({ code, name, why }) => ({
        name: `${code} ${inLanguage(name, language)}`,
        why: inLanguage(why, language),
      })),
    },
    words: { from: words.from },
    download: ownReport ? { href: `${kEsgPath(responseId)}.xlsx`, text: words.download } : null,
    back: { href: responsePath(responseId), text: words.back },
  };
};
