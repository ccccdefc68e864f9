import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.js';
import type { AuditEntry, AuditHead, AuditLink, LyingEntry } from './audit-entries.js';

/** What stands before the first entry. */
export const genesis = '0'.repeat(64);

/** The hash of an entry as it lies, over everything in it but the hash itself: its number and the hash before it included. */
export const hashOf = ({ hash: _hash, ...rest }: LyingEntry | (Omit<AuditLink, 'id'> & { readonly _id: string })): string =>
  createHash('sha256').update(canonicalJson(rest)).digest('hex');

/** An entry as it lies, without a hash and its place in the chain, becomes the next link behind `head`. */
export const nextLink = ({ id, ...entry }: AuditEntry, head: AuditHead | null): AuditLink => {
  const laid = { requestId: null, reason: null, ...entry, seq: (head?.seq ?? 0) + 1, prev: head?.hash ?? genesis };
  return { id, ...laid, hash: hashOf({ _id: id, ...laid }) };
};
