import type { Question } from '../survey/edition.js';
import { type EvidenceFacts, evidenceItemPath, evidencePath, periodText, sizeText, staffEvidencePath } from './evidence-view.js';
import { responsePath } from './form-paths.js';
import { formatExact, inLanguage } from './number-format.js';
import type { EstablishmentName } from './section-page.js';
import { formatMoment } from './time-format.js';
import { type Language, type Words, wordsOf } from './words/words.js';

/** One attached file: what it shows, what is known of it, and what can be done with it. */
export interface EvidenceItemPage {
  readonly title: string;
  readonly establishment?: EstablishmentName;
  readonly words: Words['page']['evidence'];
  readonly back: { readonly href: string; readonly text: string };
  readonly lead: string | null;
  readonly notice: string | null;
  /** The picture itself; null: a PDF, which is not shown within a page. */
  readonly preview: { readonly src: string; readonly alt: string } | null;
  readonly download: { readonly href: string };
  readonly facts: readonly { readonly label: string; readonly text: string; readonly isCode: boolean }[];
  /** Null: it may not be removed here. */
  readonly remove: { readonly action: string } | null;
  /** Null: no place is kept. */
  readonly forgetPlace: { readonly action: string } | null;
}

interface EvidenceItem {
  readonly file: EvidenceFacts;
  /** Null: it is not asked any more. */
  readonly question: Question | null;
  readonly year: number;
}

const factsOf = ({ file, question, year }: EvidenceItem, language: Language): EvidenceItemPage['facts'] => {
  const words = wordsOf(language).page.evidence;
  const { facts: label } = words;
  const fact = (name: string, text: string, isCode = false) => ({ label: name, text, isCode });
  return [
    fact(label.question, question === null ? file.question : `${question.code} ${inLanguage(question.text, language)}`),
    fact(label.period, periodText(file.months, year, language)),
    fact(label.type, words.types[file.type]),
    fact(label.size, sizeText(file.size)),
    fact(label.addedAt, formatMoment(file.addedAt, language)),
    ...(file.place === null
      ? []
      : [
          fact(
            label.place,
            [file.place.latitude, file.place.longitude].map((degrees) => `${formatExact(Number(degrees.toFixed(5)))}°`).join(', '),
          ),
        ]),
    fact(label.sha256, file.sha256, true),
    fact(label.receivedSha256, file.receivedSha256, true),
  ];
};

const itemView = (item: EvidenceItem, path: string, language: Language) => {
  const words = wordsOf(language).page.evidence;
  return {
    title: item.file.name,
    words,
    preview: item.file.type === 'application/pdf' ? null : { src: `${path}/file`, alt: words.previewOf(item.file.name) },
    download: { href: `${path}/file` },
    facts: factsOf(item, language),
  };
};

/** To its respondent. */
export const evidenceItemPage = (
  item: EvidenceItem & { readonly establishment: EstablishmentName; readonly isOpen: boolean },
  isForgotten: boolean,
  language: Language,
): EvidenceItemPage => {
  const { file, question } = item;
  const words = wordsOf(language).page.evidence;
  const path = evidenceItemPath(file);
  return {
    ...itemView(item, path, language),
    establishment: item.establishment,
    back:
      question === null
        ? { href: responsePath(file.responseId), text: wordsOf(language).page.section.back }
        : { href: evidencePath(file.responseId, question.id), text: words.title(question.code) },
    lead: null,
    notice: isForgotten ? words.done.forgotten : null,
    remove: item.isOpen ? { action: `${path}/remove` } : null,
    forgetPlace: file.place === null ? null : { action: `${path}/forget-place` },
  };
};

/** To survey staff, who look at it and change nothing. */
export const staffEvidencePage = (item: EvidenceItem, language: Language): EvidenceItemPage => {
  const words = wordsOf(language).page.evidence;
  return {
    ...itemView(item, staffEvidencePath(item.file), language),
    back: { href: `/answers/${item.file.responseId}`, text: words.backToAnswers },
    lead: words.staffLead,
    notice: item.file.takenOffAt === null ? null : words.takenOff,
    remove: null,
    forgetPlace: null,
  };
};
