import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../root.js';

/** Why a password is not taken; null: it is. Nothing is said of kinds of characters: length and rarity make a password. */
export type PasswordFault = 'passwordShort' | 'passwordLong' | 'passwordCommon' | null;

const shortest = 8;
const longest = 256;

let words: ReadonlySet<string> | null = null;
/** The words of `password-lists/common.txt`, read once. */
const commonWords = (): ReadonlySet<string> => {
  words ??= new Set(
    readFileSync(join(repositoryRoot, 'password-lists', 'common.txt'), 'utf8')
      .normalize('NFC')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#')),
  );
  return words;
};

const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** The key that each letter of a Korean keyboard (two-set) stands on, in the order of Unicode's compatibility letters; compound ones are two or three. */
const keysOfLetters =
  'r R rt s sw sg e E f fr fa fq ft fx fv fg a q Q qt t T d w W c z x v g k o i O j p u P h hk ho hl y n nj np nl b m ml l'.split(' ');
const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const finals = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
const firstLetter = 0x3131;
const firstVowel = 0x314f;
const firstSyllable = 0xac00;

const keyOf = (letter: string): string => keysOfLetters[(letter.codePointAt(0) ?? 0) - firstLetter] ?? letter;

/** The keys that a text in Hangul is typed with: "ㅂㅈㄷㄱ" and "ㅔㅁㄴㄴ" are `qwer` and `pass` on a keyboard left in Korean. */
const typedKeys = (text: string): string =>
  text
    .replace(/[가-힣]/g, (syllable) => {
      const place = (syllable.codePointAt(0) ?? 0) - firstSyllable;
      const vowel = String.fromCodePoint(firstVowel + (Math.floor(place / 28) % 21));
      return `${initials[Math.floor(place / 588)]}${vowel}${finals[(place % 28) - 1] ?? ''}`;
    })
    .replace(/[ㄱ-ㅣ]/g, keyOf)
    .toLowerCase();

/** Without what is no letter at both ends. */
const trimmed = (text: string): string => {
  const characters = Array.from(text);
  const isLetter = (character: string): boolean => /\p{L}/u.test(character);
  const first = characters.findIndex(isLetter);
  return first === -1 ? '' : characters.slice(first, characters.findLastIndex(isLetter) + 1).join('');
};

/** A password in small letters as a guesser sees it: digits and signs around it gone, and digits in it read as the letters they look like. */
const cores = (small: string): readonly string[] => {
  const alike = (text: string): string => text.replace(/[01345@$!7]/g, (sign) => lookalikes[sign] ?? sign);
  const [bare, spelled] = [trimmed(small), alike(small)];
  return [small, bare, spelled, alike(bare), trimmed(spelled), small.replace(/[\s._-]+/g, '')];
};

/** One character over and over, a short piece over and over ("abababab"), or a run up or down ("12345678", "hgfedcba"). */
const isPattern = (text: string): boolean => {
  if (/^(.{1,4})\1+.{0,3}$/su.test(text)) return true;
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return [1, -1, 0].some((step) => codes.every((code, index) => index === 0 || code - (codes[index - 1] ?? 0) === step));
};

/** @param own words that a guesser would try first for this account: its login name, the person's name */
export const passwordFault = (typed: string, own: readonly string[]): PasswordFault => {
  const password = typed.normalize('NFC');
  const length = Array.from(password).length;
  if (length < shortest) return 'passwordShort';
  if (length > longest) return 'passwordLong';
  const small = password.toLowerCase();
  const readings = [small, typedKeys(small)];
  if (readings.some(isPattern)) return 'passwordCommon';
  const personal = new Set(own.flatMap((word) => [word, word.split('@')[0] ?? word]).map((word) => word.normalize('NFC').toLowerCase()));
  const isGuessed = readings.flatMap(cores).some((core) => core !== '' && (commonWords().has(core) || personal.has(core)));
  return isGuessed ? 'passwordCommon' : null;
};
