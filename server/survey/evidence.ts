import type { Question } from './edition.js';

/** Months of the reporting year that a bill is about, 1 to 12 in their order; none: the year as a whole. */
export type EvidenceMonths = readonly number[];

/** What evidence is kept as: a picture made anew by the site, or a PDF as it came. */
export type EvidenceType = 'image/jpeg' | 'application/pdf';

/** Where a picture says it was taken, in degrees. Kept only where the respondent agreed. */
export interface PlaceTaken {
  readonly latitude: number;
  readonly longitude: number;
}

/** What is known of a file attached to an answer. Its id is random and says nothing of what it is. */
export interface EvidenceFacts {
  readonly id: string;
  readonly responseId: string;
  readonly question: string;
  readonly months: EvidenceMonths;
  /** As the respondent's file was called: a text to show, never a path. */
  readonly name: string;
  readonly type: EvidenceType;
  /** Bytes as stored. */
  readonly size: number;
  /** SHA-256, hex: of what is stored, and of what was received. */
  readonly sha256: string;
  readonly receivedSha256: string;
  /** Where the picture was taken; it stands in the picture as well. Null: it does not. */
  readonly place: PlaceTaken | null;
  readonly addedAt: Date;
  /** When it was taken off the answers though a submitted version names it, for which it is kept. Null: it is attached. */
  readonly takenOffAt: Date | null;
}

/** What a submitted version keeps of a file that was attached when it was submitted. */
export interface AttachedEvidence {
  readonly id: string;
  readonly question: string;
  readonly months: EvidenceMonths;
  readonly type: EvidenceType;
  readonly size: number;
  /** SHA-256, hex: of what was stored, and of what was received. */
  readonly sha256: string;
  readonly receivedSha256: string;
}

const mebibyte = 1024 * 1024;

/** How much evidence there may be. Shown before anything is chosen. */
export const evidenceLimits = {
  /** Of one file as it is sent. */
  fileBytes: 15 * mebibyte,
  filesOfQuestion: 24,
  filesOfResponse: 120,
  /** Of all files of a response as they are stored. */
  bytesOfResponse: 200 * mebibyte,
  /** Width times height of a picture as it is sent. */
  pixels: 60_000_000,
  /** Longest side of a picture as it is stored. */
  longestSide: 2400,
} as const;

const isMeasured = (type: Question['type']): boolean => type === 'quantity' || type === 'monthly' || type === 'money';

/** Whether a bill can be attached to the answer: an amount, a sum of money, or a table that has a column of one. */
export const takesEvidence = (question: Question): boolean =>
  isMeasured(question.type) || (question.type === 'table' && question.columns.some(({ type }) => isMeasured(type)));

/** The parts of a form's period: the year as a whole, and each month. */
export const wholeYearField = 'year';
export const monthFields: readonly string[] = Array.from({ length: 12 }, (_, at) => `m${String(at + 1).padStart(2, '0')}`);

/** What was ticked as the period. All twelve months are the year. */
export const periodOf = (ticked: (field: string) => boolean): EvidenceMonths | 'nothing' | 'both' => {
  const months = monthFields.flatMap((field, at) => (ticked(field) ? [at + 1] : []));
  if (ticked(wholeYearField)) return months.length === 0 || months.length === 12 ? [] : 'both';
  if (months.length === 0) return 'nothing';
  return months.length === 12 ? [] : months;
};
