import type { IncomingMessage } from 'node:http';
import { Problem } from '../problem/problem.js';
import { siteProblem } from '../problem/site-problems.js';
import { type FormFields, formLimits, readableFields } from './form-fields.js';
import { type ReceivedBody, receiveWithin } from './receive-body.js';

/** What a route that takes a file lets in. */
export interface FileRule {
  /** Bytes of the whole form, its file included. */
  readonly bytes: number;
  /** Whether the handler is told of a file that is too large, beside the fields that came before it; else the whole form is refused. */
  readonly tellsTooLarge: boolean;
}

/** A form of ordinary size that may carry a file. */
export const ordinaryFile: FileRule = { bytes: formLimits.bytes, tellsTooLarge: false };

/** A form with, at the most, one file. */
export interface Upload {
  readonly form: FormFields;
  /** Null when none was chosen, or when it was too large. */
  readonly file: Uint8Array | null;
  /** What the browser called each file that was chosen, unchecked: any text. */
  readonly fileNames: readonly string[];
  readonly isTooLarge: boolean;
}

interface Part {
  readonly name: string;
  /** Null: a field and no file. */
  readonly fileName: string | null;
  readonly bytes: Buffer;
}

const headEnd = Buffer.from('\r\n\r\n');
/** More parts than any form of ours that takes a file has. */
const mostParts = 40;

const malformed = () => siteProblem('malformedForm');

/** Browsers write quotes and line ends in names as %22, %0D and %0A, and nothing else that way. */
const unescaped = (name: string): string =>
  name.replace(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** `Content-Disposition: form-data; name="file"; filename="명부.csv"`. */
const partOf = (bytes: Buffer): Part => {
  const cut = bytes.indexOf(headEnd);
  if (cut === -1 || cut > 2000) throw malformed();
  const head = bytes.subarray(0, cut).toString('utf8');
  const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(head)?.[1] ?? '';
  const name = /(?:^|;)\s*name="([^"\r\n]*)"/i.exec(disposition)?.[1];
  if (name === undefined) throw malformed();
  const fileName = /(?:^|;)\s*filename="([^"\r\n]*)"/i.exec(disposition)?.[1];
  const isFile = fileName !== undefined || /(?:^|;)\s*filename\*?=/i.test(disposition);
  return { name, fileName: isFile ? unescaped(fileName ?? '') : null, bytes: bytes.subarray(cut + headEnd.length) };
};

/** The parts of a body, which begins with a line end. Of one that was cut off, the part that is cut is the last. */
const partsOf = (whole: Buffer, boundary: string, isCut: boolean): readonly Part[] => {
  const mark = Buffer.from(`\r\n--${boundary}`);
  const parts: Part[] = [];
  let at = whole.indexOf(mark);
  while (at !== -1) {
    const begin = at + mark.length;
    if (whole.subarray(begin, begin + 2).toString('latin1') === '--') return parts;
    const end = whole.indexOf(mark, begin);
    if (whole.subarray(begin, begin + 2).toString('latin1') !== '\r\n' || (end === -1 && !isCut)) throw malformed();
    const part = whole.subarray(begin + 2, end === -1 ? whole.length : end);
    // Cut off before it says what it is.
    if (end === -1 && !part.includes(headEnd)) return parts;
    parts.push(partOf(part));
    if (parts.length > mostParts) throw siteProblem('tooManyFields', { limit: mostParts });
    at = end;
  }
  if (!isCut) throw malformed();
  return parts;
};

/** A browser sends a part for each field of a file, also for one in which none was chosen. */
const isChosen = ({ fileName, bytes }: Part): boolean => fileName !== null && (fileName !== '' || bytes.length > 0);

const uploadOf = (parts: readonly Part[], { isCut }: ReceivedBody, rule: FileRule): Upload => {
  const files = parts.filter(isChosen);
  if (files.length > 1 && !rule.tellsTooLarge) throw siteProblem('fieldTwice', { name: files[1]?.name ?? '' }, files[1]?.name ?? '');
  const texts = parts.filter(({ fileName }) => fileName === null).map(({ name, bytes }) => [name, bytes] as const);
  const named = [...new Set(parts.filter(({ fileName }) => fileName !== null).map(({ name }) => name))];
  const form = readableFields([...texts, ...named.map((name) => [name, Buffer.alloc(0)] as const)]);
  const [file] = files;
  return {
    form,
    file: file === undefined || isCut || files.length > 1 ? null : file.bytes,
    fileNames: files.map(({ fileName }) => fileName ?? ''),
    isTooLarge: isCut,
  };
};

/** Throws formTooLarge, or fileFarTooLarge where a file is what makes the form large. */
const receiveFile = async (request: IncomingMessage, { bytes, tellsTooLarge }: FileRule): Promise<ReceivedBody> => {
  try {
    return await receiveWithin(request, bytes, Buffer.from('\r\n'));
  } catch (error) {
    if (!tellsTooLarge || !(error instanceof Problem) || error.code !== 'formTooLarge') throw error;
    throw siteProblem('fileFarTooLarge', { limit: Math.floor(bytes / 1024 ** 2) });
  }
};

/**
 * Receives a form that may carry one file; null when it is not multipart, and a form like any other.
 * Throws wrongMediaType, formTooLarge, fileFarTooLarge, tooManyFields, malformedForm, fieldTwice, fieldUnknown.
 */
export const receiveUpload = async (request: IncomingMessage, rule: FileRule): Promise<Upload | null> => {
  const type = /^multipart\/form-data;\s*boundary="?([\w'()+,./:=?-]{1,70})"?\s*$/i.exec(request.headers['content-type'] ?? '');
  if (type?.[1] === undefined) return null;
  if (request.headers['content-encoding'] !== undefined) throw siteProblem('wrongMediaType');
  const body = await receiveFile(request, rule);
  if (body.isCut && !rule.tellsTooLarge) throw siteProblem('formTooLarge', { limit: rule.bytes / 1024 });
  return uploadOf(partsOf(body.bytes, type[1], body.isCut), body, rule);
};
