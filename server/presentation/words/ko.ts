import { auditWords } from './ko/audit.js';
import { pageWords } from './ko/page.js';
import { planWords } from './ko/plan.js';

/** Every word of the product in Korean. Typed against the same shape as English: a missing word does not compile. */
export const ko = { language: 'ko', audit: auditWords, page: pageWords, plan: planWords } as const;
