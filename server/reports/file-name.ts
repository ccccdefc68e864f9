/** Bytes that a name may have on every common file system, with room for a suffix such as " (1)". */
const limit = 200;

/** What no common file system takes in a name, and what changes how a name looks. */
const forbidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu;

/** A text as it can stand in the name of a file: no path, no controls, no marks that turn it around. */
export const nameText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(forbidden, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');

/** A file name of the given parts: "한빛주물_전환계획_2024.pdf". The first part is shortened where the name would be too long. */
export const fileName = (parts: readonly string[], extension: string): string => {
  const [first = '', ...rest] = parts.map(nameText);
  const tail = rest
    .filter((part) => part !== '')
    .map((part) => `_${part}`)
    .join('');
  const size = (text: string) => new TextEncoder().encode(`${text}${tail}.${extension}`).length;
  const characters = [...new Intl.Segmenter('ko', { granularity: 'grapheme' }).segment(first)].map(({ segment }) => segment);
  while (size(characters.join('')) > limit) characters.pop();
  return `${characters.join('').trimEnd() || 'onsil'}${tail}.${extension}`;
};
