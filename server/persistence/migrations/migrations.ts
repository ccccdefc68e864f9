import { auditChain } from './001-audit-chain.js';
import type { Migration } from './migration.js';

/** Every change there has been, oldest first. One that was released is never edited or removed. */
export const migrations: readonly Migration[] = [auditChain];
