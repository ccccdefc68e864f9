import type { IncomingMessage } from 'node:http';
import { siteProblem } from '../problem/site-problems.js';
import { type FormFields, formLimits, readableFields, receiveBody } from './form-fields.js';

/** A form with, at the most, one file. */
export interface Upload {
  readonly form: FormFields;
  /** Null when none was chosen. */
  readonly file: Uint8Array | null;
}

interface Part {
  readonly name: string;
  readonly isFile: boolean;
  readonly bytes: Buffer;
}

const headEnd = Buffer.from('\r\n\r\n');
/** More parts than any form of ours that takes a file has. */
const mostParts = 20;

const malformed = () => siteProblem('malformedForm');

/** `Content-Disposition: form-data; name="file"; filename="명부.csv"`. Browsers write quotes and line ends in names as %22, %0D, %0A. */
const partOf = (bytes: Buffer): Part => {
  const cut = bytes.indexOf(headEnd);
  if (cut === -1 || cut > 2000) throw malformed();
  const head = bytes.subarray(0, cut).toString('utf8');
  const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(head)?.[1] ?? '';
  const name = /(?:^|;)\s*name="([^"\r\n]*)"/i.exec(disposition)?.[1];
  if (name === undefined) throw malformed();
  return { name, isFile: /(?:^|;)\s*filename\*?=/i.test(disposition), bytes: bytes.subarray(cut + headEnd.length) };
};

const partsOf = (body: Buffer, boundary: string): readonly Part[] => {
  const mark = Buffer.from(`\r\n--${boundary}`);
  const whole = Buffer.concat([Buffer.from('\r\n'), body]);
  const parts: Part[] = [];
  let at = whole.indexOf(mark);
  while (at !== -1) {
    const begin = at + mark.length;
    if (whole.subarray(begin, begin + 2).toString('latin1') === '--') return parts;
    const end = whole.indexOf(mark, begin);
    if (end === -1 || whole.subarray(begin, begin + 2).toString('latin1') !== '\r\n') throw malformed();
    parts.push(partOf(whole.subarray(begin + 2, end)));
    if (parts.length > mostParts) throw siteProblem('tooManyFields', { limit: mostParts });
    at = end;
  }
  throw malformed();
};

/**
 * Receives a form that may carry one file; null when it is not multipart, and a form like any other.
 * Throws wrongMediaType, formTooLarge, tooManyFields, malformedForm, fieldTwice, fieldUnknown.
 */
export const receiveUpload = async (request: IncomingMessage): Promise<Upload | null> => {
  const type = /^multipart\/form-data;\s*boundary="?([\w'()+,./:=?-]{1,70})"?\s*$/i.exec(request.headers['content-type'] ?? '');
  if (type?.[1] === undefined) return null;
  if (request.headers['content-encoding'] !== undefined) throw siteProblem('wrongMediaType');
  const parts = partsOf(await receiveBody(request, formLimits.bytes), type[1]);
  const files = parts.filter(({ isFile }) => isFile);
  if (files.length > 1) throw siteProblem('fieldTwice', { name: files[1]?.name ?? '' }, files[1]?.name ?? '');
  const [file] = files;
  const texts = parts.filter(({ isFile }) => !isFile).map(({ name, bytes }) => [name, bytes] as const);
  const form = readableFields([...texts, ...(file === undefined ? [] : [[file.name, Buffer.alloc(0)] as const])]);
  return { form, file: file === undefined || file.bytes.length === 0 ? null : file.bytes };
};
