import { randomUUID } from 'node:crypto';
import { operator } from '../../server/operations/account-holder.js';
import type { AuditEntry } from '../../server/persistence/audit-entries.js';

/** An entry that is whole, so that a test names only what it is about. */
export const auditEntryWith = (given: Partial<AuditEntry> = {}): AuditEntry => ({
  id: randomUUID(),
  at: new Date('2026-11-10T03:00:00Z'),
  actor: operator,
  action: 'invitation.create',
  establishmentId: 'one',
  subject: { kind: 'invitation', id: 'x' },
  facts: { purpose: 'letter' },
  ...given,
});
