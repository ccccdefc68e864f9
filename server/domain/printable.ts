/** Controls, formats (such as marks of direction), line and paragraph separators, halves of surrogate pairs. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const escaped = (character: string): string => {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return short[character] ?? (code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`);
};

/**
 * A text of a user as it can stand within a sentence of one line: control characters escaped as in JSON, and cut, with "…" in its place,
 * behind `most` characters.
 */
export const printable = (text: string, most: number): string => {
  // By code points, so that no surrogate pair is cut; two units make one at the most, so a text of megabytes is not taken apart whole.
  const characters = Array.from(text.slice(0, 2 * (most + 1)));
  const kept = characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
  return kept.replace(unprintable, escaped);
};
