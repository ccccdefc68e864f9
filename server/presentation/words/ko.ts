import { pageWords } from './ko/page.js';
import { planWords } from './ko/plan.js';

/** Every word of the product in Korean. Typed against the same shape as English: a missing word does not compile. */
export const ko = { language: 'ko', page: pageWords, plan: planWords } as const;
