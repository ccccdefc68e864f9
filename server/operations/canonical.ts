import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.js';

/** SHA-256, hex, of a plain value: equal values have equal hashes, also after a way through the store. */
export const canonicalHash = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');
