import type { Bounds, ChoiceQuestion, SimpleQuestion } from '../edition.js';

export const boundsText = ({ min, max }: Bounds): string =>
  [...(min === null ? [] : [`. >= ${min}`]), ...(max === null ? [] : [`. <= ${max}`])].join(' and ');

/** "None of these" beside another choice. */
const exclusiveText = ({ choices }: ChoiceQuestion): string =>
  choices
    .filter(({ exclusive }) => exclusive)
    .map(({ id }) => `not(selected(., '${id}') and count-selected(.) > 1)`)
    .join(' and ');

const daysText = ({ min, max }: { readonly min: string | null; readonly max: string | null }): string =>
  [...(min === null ? [] : [`. >= date('${min}')`]), ...(max === null ? [] : [`. <= date('${max}')`])].join(' and ');

/** What an answer must be to be taken, as XLSForm writes it; empty: anything. */
export const constraintText = (question: SimpleQuestion): string => {
  switch (question.type) {
    case 'choices':
      return exclusiveText(question);
    case 'date':
      return daysText(question.between);
    case 'number':
    case 'money':
    case 'quantity':
      return boundsText(question.bounds);
    case 'yesNo':
    case 'consent':
    case 'choice':
    case 'codeList':
      return '';
    default:
      return `string-length(.) <= ${question.maxLength}`;
  }
};

/** Bounds as `boundsText` and people write them; null for any other constraint. */
export const boundsIn = (text: string): Bounds | null => {
  const bounds: { min: number | null; max: number | null } = { min: null, max: null };
  for (const part of text.split(/\s+and\s+/i)) {
    const match = /^\(?\s*\.\s*(>=|<=)\s*(-?\d{1,15}(?:\.\d{1,6})?)\s*\)?$/.exec(part);
    if (match === null) return null;
    bounds[match[1] === '>=' ? 'min' : 'max'] = Number(match[2]);
  }
  return bounds;
};

/** Days as `daysText` writes them. */
export const daysIn = (text: string): { readonly min: string | null; readonly max: string | null } | null => {
  const days: { min: string | null; max: string | null } = { min: null, max: null };
  for (const part of text.split(/\s+and\s+/i)) {
    const match = /^\(?\s*\.\s*(>=|<=)\s*date\('(\d{4}-\d{2}-\d{2})'\)\s*\)?$/.exec(part);
    if (match === null) return null;
    days[match[1] === '>=' ? 'min' : 'max'] = match[2] as string;
  }
  return days;
};

/** The greatest length of a text; null for any other constraint. */
export const lengthIn = (text: string): number | null => {
  const match = /^string-length\(\s*\.\s*\)\s*<=\s*(\d{1,5})$/.exec(text.trim());
  return match === null ? null : Number(match[1]);
};
