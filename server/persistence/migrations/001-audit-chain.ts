import { nextLink } from '../audit-chain.js';
import type { AuditEntry, AuditHead } from '../audit-entries.js';
import type { Migration } from './migration.js';

/** Entries of the audit log that were written before it was a chain get their places in it, in the order of their time. */
export const auditChain: Migration = {
  id: '001-audit-chain',
  up: async (db, session) => {
    const entries = db.collection<Omit<AuditEntry, 'id'> & { readonly _id: string }>('auditEntries');
    let head: AuditHead | null = null;
    for await (const { _id, ...entry } of entries.find({ seq: null } as object, { session }).sort({ at: 1, _id: 1 })) {
      const { id, ...link } = nextLink({ id: _id, ...entry }, head);
      await entries.replaceOne({ _id: id }, link, { session });
      head = link;
    }
  },
};
