import { roundedTo } from '../domain/rounding.js';
import type { EvidenceFacts, EvidenceMonths } from '../survey/evidence.js';
import { responsePath } from './form-paths.js';
import { formatCount, formatExact } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

export type { EvidenceFacts };

const kibibyte = 1024;

/** Bytes as people say them: "340 KB", "1.2 MB". */
export const sizeText = (bytes: number): string =>
  bytes < kibibyte ** 2
    ? `${formatCount(Math.max(1, Math.round(bytes / kibibyte)))} KB`
    : `${formatExact(roundedTo(bytes / kibibyte ** 2, 1))} MB`;

/** Months that follow each other, in one: 1, 2, 3, 5 -> [1, 3], [5, 5]. */
const runsOf = (months: EvidenceMonths): readonly (readonly [number, number])[] => {
  const runs: [number, number][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === month - 1) run[1] = month;
    else runs.push([month, month]);
  }
  return runs;
};

/** "2025년 1월~3월, 5월". */
export const periodText = (months: EvidenceMonths, year: number, language: Language): string => {
  const { evidence: words, question } = wordsOf(language).page;
  if (months.length === 0) return words.wholeYear(year);
  const name = (month: number): string => question.monthNames[month - 1] ?? String(month);
  const runs = runsOf(months).map(([first, last]) => (first === last ? name(first) : words.monthRun(name(first), name(last))));
  return words.periodOf(runs.join(', '), year);
};

/** Paths of evidence. */
export const evidencePath = (responseId: string, question: string): string =>
  `${responsePath(responseId)}/questions/${encodeURIComponent(question)}/evidence`;
export const evidenceItemPath = ({ responseId, id }: Pick<EvidenceFacts, 'responseId' | 'id'>): string =>
  `${responsePath(responseId)}/evidence/${encodeURIComponent(id)}`;
export const staffEvidencePath = ({ responseId, id }: Pick<EvidenceFacts, 'responseId' | 'id'>): string =>
  `/answers/${encodeURIComponent(responseId)}/evidence/${encodeURIComponent(id)}`;

/** A file in a list. */
export interface EvidenceLine {
  readonly name: string;
  /** Period, kind and size. */
  readonly about: string;
  /** The small picture; null: there is none. */
  readonly src: string | null;
}

export const evidenceLine = (file: EvidenceFacts, year: number, language: Language): EvidenceLine => ({
  name: file.name,
  about: [periodText(file.months, year, language), wordsOf(language).page.evidence.types[file.type], sizeText(file.size)].join(' · '),
  src: file.type === 'application/pdf' ? null : `${evidenceItemPath(file)}/thumbnail`,
});

/** What is attached to a question, beside it on its section's page. */
export interface QuestionEvidence {
  readonly title: string;
  readonly count: string | null;
  readonly files: readonly EvidenceLine[];
  /** The button saves what was typed and leads to the page of the files. */
  readonly button: { readonly value: string; readonly text: string; readonly of: string };
}

export const questionEvidence = (
  question: { readonly id: string; readonly title: string },
  { files, year }: { readonly files: readonly EvidenceFacts[]; readonly year: number },
  language: Language,
): QuestionEvidence => {
  const words = wordsOf(language).page.evidence;
  const own = files.filter((file) => file.question === question.id);
  return {
    title: words.section,
    count: own.length === 0 ? null : words.sectionCount(own.length),
    files: own.map((file) => evidenceLine(file, year, language)),
    button: {
      value: `evidence:${question.id}`,
      text: own.length === 0 ? words.sectionOpen : words.sectionOpenMore,
      of: words.sectionOpenOf(question.title),
    },
  };
};
