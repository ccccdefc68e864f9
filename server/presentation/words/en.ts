import { auditWords } from './en/audit.js';
import { pageWords } from './en/page.js';
import { planWords } from './en/plan.js';

/** Every word of the product in English. */
export const en = { language: 'en', audit: auditWords, page: pageWords, plan: planWords } as const;
