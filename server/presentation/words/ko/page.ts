import { accountWords } from './page-account.js';
import { formWords } from './page-form.js';
import { resultWords } from './page-result.js';
import { siteWords } from './page-site.js';

/** Korean words of the pages. */
export const pageWords = { ...siteWords, ...accountWords, ...formWords, ...resultWords };
