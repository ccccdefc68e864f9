import type { Edition, Question } from '../survey/edition.js';
import { evidenceLimits, monthFields, takesEvidence, wholeYearField } from '../survey/evidence.js';
import { type EntryFault, faultView, type TypedFault } from './entry-form.js';
import { type EvidenceFacts, type EvidenceLine, evidenceItemPath, evidenceLine, evidencePath } from './evidence-view.js';
import { questionAnchor } from './finding-view.js';
import { questionPath } from './form-paths.js';
import { formatCount, inLanguage } from './number-format.js';
import type { EstablishmentName } from './section-page.js';
import { type Language, type Words, wordsOf } from './words/words.js';

/** The files attached to one question, and the form that attaches another. */
export interface EvidencePage {
  readonly title: string;
  readonly establishment: EstablishmentName;
  readonly words: Words['page']['evidence'];
  readonly back: { readonly href: string; readonly text: string };
  readonly heading: string;
  readonly notice: string | null;
  readonly fault: EntryFault | null;
  readonly filesTitle: string;
  readonly files: readonly (EvidenceLine & { readonly href: string; readonly label: string })[];
  readonly submitAgain: string | null;
  readonly closed: string | null;
  readonly rules: readonly string[];
  /** Null once the round has closed. */
  readonly form: EvidenceForm | null;
}

interface EvidenceForm {
  readonly action: string;
  readonly period: readonly { readonly id: string; readonly name: string; readonly text: string; readonly selected: boolean }[];
  readonly fileInvalid: boolean;
  readonly periodInvalid: boolean;
  /** Whether the place of a picture may be kept, and whether that is ticked; null: it is not for the reader to say. */
  readonly place: { readonly ticked: boolean } | null;
}

/** A question that takes evidence; null: the edition has no such question. */
export const evidenceQuestion = (edition: Edition, id: string): Question | null => {
  const question = edition.sections.flatMap(({ questions }) => questions).find((one) => one.id === id);
  return question !== undefined && takesEvidence(question) ? question : null;
};

/** What came before this page: what was done, or what is wrong and what had been ticked. */
export interface EvidenceShown {
  readonly done: keyof Words['page']['evidence']['done'] | null;
  readonly fault: TypedFault | null;
  readonly ticked: ReadonlySet<string>;
}

const mebibyte = 1024 * 1024;

const rulesIn = (language: Language): readonly string[] =>
  wordsOf(language).page.evidence.rules({
    fileMb: evidenceLimits.fileBytes / mebibyte,
    ofQuestion: evidenceLimits.filesOfQuestion,
    ofResponse: evidenceLimits.filesOfResponse,
    responseMb: evidenceLimits.bytesOfResponse / mebibyte,
    side: formatCount(evidenceLimits.longestSide),
    pixels: evidenceLimits.pixels / 1e6,
    pixelsKo: formatCount(evidenceLimits.pixels / 1e4),
  });

const formView = (
  action: string,
  { year, givesConsent }: { readonly year: number; readonly givesConsent: boolean },
  { fault, ticked }: EvidenceShown,
  language: Language,
): EvidenceForm => {
  const { evidence: words, question } = wordsOf(language).page;
  const names = [wholeYearField, ...monthFields];
  return {
    action,
    period: names.map((name, at) => ({
      id: `field-${name}`,
      name,
      text: at === 0 ? words.wholeYear(year) : (question.monthNames[at - 1] ?? String(at)),
      selected: ticked.has(name),
    })),
    fileInvalid: fault?.field === 'file',
    periodInvalid: fault?.field === wholeYearField,
    place: givesConsent ? { ticked: ticked.has('keepPlace') } : null,
  };
};

export const evidencePage = (
  of: {
    readonly edition: Edition;
    readonly response: { readonly id: string; readonly version: number; readonly status: 'draft' | 'submitted' };
    readonly establishment: EstablishmentName;
    readonly year: number;
    readonly isOpen: boolean;
    /** Whether the reader speaks for the establishment: consents are its alone to give. */
    readonly givesConsent: boolean;
    readonly question: Question;
    readonly evidence: readonly EvidenceFacts[];
  },
  shown: EvidenceShown,
  language: Language,
): EvidencePage => {
  const { edition, response, question, year } = of;
  const words = wordsOf(language).page.evidence;
  const files = of.evidence.filter((file) => file.question === question.id);
  return {
    title: words.title(question.code),
    establishment: of.establishment,
    words,
    back: { href: `${questionPath(edition, response.id, question.id)}#${questionAnchor(question.id)}`, text: words.back },
    heading: `${question.code} ${inLanguage(question.text, language)}`,
    notice: shown.done === null ? null : words.done[shown.done],
    fault: faultView(shown.fault, [{ name: 'file' }, { name: wholeYearField }], language),
    filesTitle: files.length === 0 ? words.noFiles : words.filesTitle(files.length),
    files: files.map((file) => ({ ...evidenceLine(file, year, language), href: evidenceItemPath(file), label: words.openOf(file.name) })),
    submitAgain: response.version > 0 ? words.submitAgain : null,
    closed: of.isOpen ? null : words.closed,
    rules: rulesIn(language),
    form: of.isOpen ? formView(evidencePath(response.id, question.id), of, shown, language) : null,
  };
};
