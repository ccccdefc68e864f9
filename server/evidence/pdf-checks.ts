import type { EvidenceProblemCode } from '../problem/evidence-problems.js';
import { namesInPdf } from './pdf-names.js';

/** What is wrong with a PDF: a problem of evidence, and the name in the file that shows it. */
export interface PdfFault {
  readonly code: Extract<EvidenceProblemCode, 'pdfDamaged' | 'pdfLocked' | 'pdfActs' | 'pdfUnseen'>;
  readonly what: string;
}

/** Names of what runs, sends, plays or carries other files. Links, outlines and forms of plain fields are none of these. */
const acting: readonly string[] = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
  'RichMedia',
  'Rendition',
  'Movie',
  'Sound',
  'XFA',
  'SubmitForm',
  'ImportData',
  'GoToR',
  'GoToE',
];

/** As far back as the end of a PDF may stand before the end of the file. */
const endWithin = 1_024;

const isEnded = (bytes: Uint8Array): boolean => {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - endWithin))).toString('latin1');
  // Some programs fill the last block of a file with zeros.
  return /startxref\s+\d+\s+%%EOF[\s\0]*$/.test(tail);
};

/** Looks a PDF through; null: nothing is wrong with it. Its pages are not drawn. */
export const pdfFault = (bytes: Uint8Array): PdfFault | null => {
  if (!isEnded(bytes)) return { code: 'pdfDamaged', what: '%%EOF' };
  const { names, isWhole } = namesInPdf(bytes);
  // What is locked is packed as well, so this comes first.
  if (names.has('Encrypt')) return { code: 'pdfLocked', what: 'Encrypt' };
  const acts = acting.find((name) => names.has(name));
  if (acts !== undefined) return { code: 'pdfActs', what: acts };
  if (!isWhole) return { code: 'pdfUnseen', what: 'ObjStm' };
  return names.has('Catalog') ? null : { code: 'pdfDamaged', what: 'Catalog' };
};
