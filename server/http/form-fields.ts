import type { IncomingMessage } from 'node:http';
import { siteProblem } from '../problem/site-problems.js';
import type { FormRule } from './form-table.js';
import { receiveWithin } from './receive-body.js';

/** The fields of an urlencoded form or of a query: every text of every name, in the order sent. Names are flat and never nested. */
export type FormFields = ReadonlyMap<string, readonly string[]>;

/** Room for the largest factory: 500 rows of equipment with 12 fields each, in Korean. */
export const formLimits = { bytes: 1024 * 1024, fields: 10_000 } as const;

/** The longest name of a field that any page of ours has is a third of this. */
const longestName = 200;
/** Names that mean the prototype of an object to code that builds objects from forms, in any part of a name. */
const ofPrototypes = /(^|[.[\]])(__proto__|constructor|prototype)($|[.[\]])/;

const unknownField = (name: string) => {
  const shown = Array.from(name).slice(0, 60).join('');
  return siteProblem('fieldUnknown', { name: shown }, shown);
};

const refuseStrange = (name: string, text: string): void => {
  if (name.length > longestName || ofPrototypes.test(name)) throw unknownField(name);
  if (name.includes('\0') || text.includes('\0')) throw siteProblem('malformedForm');
};

const decoded = (part: string): string => decodeURIComponent(part.replaceAll('+', ' ')).normalize('NFC');

/**
 * Reads `name=text&name=text`. Composed and decomposed Hangul are brought to one form (NFC).
 * Throws malformedForm when an escape is broken, is not UTF-8 or is a NUL, tooManyFields beyond the limit, fieldUnknown for a name that no
 * field has.
 */
export const parseFields = (encoded: string): FormFields => {
  const fields = new Map<string, string[]>();
  if (encoded === '') return fields;
  const parts = encoded.split('&');
  if (parts.length > formLimits.fields) throw siteProblem('tooManyFields', { limit: formLimits.fields });
  for (const part of parts) {
    const cut = part.indexOf('=');
    let name: string;
    let text: string;
    try {
      name = decoded(cut === -1 ? part : part.slice(0, cut));
      text = cut === -1 ? '' : decoded(part.slice(cut + 1));
    } catch {
      throw siteProblem('malformedForm');
    }
    refuseStrange(name, text);
    const texts = fields.get(name);
    if (texts === undefined) fields.set(name, [text]);
    else texts.push(text);
  }
  return fields;
};

/** The one text of a field; undefined when it was not sent. Throws fieldTwice when it was sent more than once. */
export const oneField = (fields: FormFields, name: string): string | undefined => {
  const texts = fields.get(name) ?? [];
  if (texts.length > 1) throw siteProblem('fieldTwice', { name }, name);
  return texts[0];
};

/** What a page of questions says of itself, beside the answers: names with a line in front, which no question has. */
const ofQuestionPages = /^_(asked|revision|do|base:.+|reason:.+|taken:.+)$/;

/** Lets a form pass that has no other fields than these. Throws fieldUnknown. */
export const assertKnownFields = (fields: FormFields, rule: FormRule): void => {
  for (const name of fields.keys()) {
    const isKnown = rule === 'questions' ? !name.startsWith('_') || ofQuestionPages.test(name) : rule.includes(name);
    if (!isKnown) throw unknownField(name);
  }
};

/** Lets a query pass in which no name stands twice: no page of ours has a list there. Throws fieldTwice. */
export const assertOnceEach = (query: FormFields): void => {
  for (const name of query.keys()) oneField(query, name);
};

const textIn = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw siteProblem('malformedForm');
  }
};

/** The fields of a form whose names and texts come apart already, held to the same rules. Throws malformedForm, fieldUnknown. */
export const readableFields = (parts: readonly (readonly [string, Buffer])[]): FormFields => {
  const fields = new Map<string, string[]>();
  for (const [name, bytes] of parts) {
    const text = textIn(bytes).normalize('NFC');
    refuseStrange(name, text);
    fields.set(name, [...(fields.get(name) ?? []), text]);
  }
  return fields;
};

/**
 * Receives the form in the body of a request; no fields when it has no body.
 * Throws wrongMediaType, formTooLarge, tooManyFields, malformedForm.
 */
export const receiveForm = async (request: IncomingMessage): Promise<FormFields> => {
  const type = request.headers['content-type'];
  const length = Number(request.headers['content-length'] ?? 0);
  if (type === undefined && length === 0 && request.headers['transfer-encoding'] === undefined) return new Map();
  const urlencoded = /^application\/x-www-form-urlencoded(\s*;\s*charset="?utf-8"?)?\s*$/i.test(type ?? '');
  if (!urlencoded || request.headers['content-encoding'] !== undefined) throw siteProblem('wrongMediaType');
  const { bytes, isCut } = await receiveWithin(request, formLimits.bytes);
  if (isCut) throw siteProblem('formTooLarge', { limit: formLimits.bytes / 1024 });
  return parseFields(textIn(bytes));
};
