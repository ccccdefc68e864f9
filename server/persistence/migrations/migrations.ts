import { auditChain } from './001-audit-chain.js';
import { usesOfAnswers } from './002-uses-of-answers.js';
import type { Migration } from './migration.js';

/** Every change there has been, oldest first. One that was released is never edited or removed. */
export const migrations: readonly Migration[] = [auditChain, usesOfAnswers];
