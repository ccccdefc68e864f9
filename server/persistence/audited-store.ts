import type { AuditEntries, AuditLink } from './audit-entries.js';
import type { Store } from './store.js';

/**
 * A store whose audit log goes through something of the caller's. What the store offers besides is looked up anew each time: an embedded
 * store that was started again has new collections.
 */
const withAudit = (store: Store, through: (entries: AuditEntries) => AuditEntries): Store =>
  Object.create(store, {
    auditEntries: { get: () => through(store.auditEntries), enumerable: true },
    transaction: {
      value: (<T>(work: Parameters<typeof store.transaction<T>>[0]) =>
        store.transaction((within) => work({ ...within, auditEntries: through(within.auditEntries) }))) satisfies Store['transaction'],
      enumerable: true,
    },
  }) as Store;

/** Where a request came from. */
export interface Origin {
  /** Network, such as 203.0.113.0/24. */
  readonly from: string;
  readonly requestId: string;
}

/** The store as one request sees it: whatever it writes into the audit log says where it came from, and no operation can forget to. */
export const storeFrom = (store: Store, { from, requestId }: Origin): Store =>
  withAudit(store, (entries) => ({
    ...entries,
    add: (entry) => entries.add({ requestId, ...entry, actor: { ...entry.actor, from } }),
  }));

/** What follows the commits of a store. */
export interface CommitWatch {
  /** Told the last link of the audit log of each transaction that was kept; the transaction waits for it. */
  readonly committed: (link: AuditLink) => Promise<void>;
  /** Whether the head of the log is anchored outside of the database. */
  readonly isAnchored: () => boolean;
}

/** A store whose audit log is anchored after every commit. */
export const anchoredStore = (store: Store, { committed, isAnchored }: CommitWatch): Store =>
  Object.create(store, {
    state: { value: async () => ({ ...(await store.state()), isAnchored: isAnchored() }), enumerable: true },
    auditEntries: {
      get: (): AuditEntries => ({
        ...store.auditEntries,
        add: async (entry) => {
          const link = await store.auditEntries.add(entry);
          await committed(link);
          return link;
        },
      }),
      enumerable: true,
    },
    transaction: {
      value: (async (work) => {
        let last: AuditLink | null = null;
        const result = await store.transaction((within) => {
          // A repeated transaction begins again with an empty hand.
          last = null;
          const add: AuditEntries['add'] = async (entry) => {
            last = await within.auditEntries.add(entry);
            return last;
          };
          return work({ ...within, auditEntries: { ...within.auditEntries, add } });
        });
        if (last !== null) await committed(last);
        return result;
      }) satisfies Store['transaction'],
      enumerable: true,
    },
  }) as Store;
