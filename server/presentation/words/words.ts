import { en } from './en.js';
import { ko } from './ko.js';

export type Language = 'ko' | 'en';

/** All words of one language. */
export type Words = typeof ko | typeof en;

/** The words of a language. Korean is the product's first language. */
export const wordsOf = (language: Language): Words => (language === 'en' ? en : ko);
