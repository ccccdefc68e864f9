/**
 * Syllables are composed, full-width forms become ordinary ones, and every kind of space and hyphen the ordinary one. Other compatibility forms are left alone: folding
 * would read 10² as 102.
 */
export const plainText = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\uffe6/g, '₩')
    .replace(/[\s\u200b]+/g, ' ')
    .replace(/[‐‑‒–—−]/g, '-')
    .trim();

/** Composed syllables, ordinary line ends, no space around. */
export const tidyText = (typed: string): string => typed.normalize('NFC').replace(/\r\n?/g, '\n').trim();

/** Whether a text holds a character that no page or PDF can print; tabs and line ends are fine. U+FFFD is what a wrong encoding leaves. */
export const hasControlCharacter = (text: string): boolean =>
  Array.from(text).some((character) => {
    const code = character.codePointAt(0) as number;
    return (code < 0x20 && code !== 0x09 && code !== 0x0a) || (code >= 0x7f && code < 0xa0) || code === 0xfffd;
  });
