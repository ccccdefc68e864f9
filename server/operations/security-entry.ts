import type { AuditActor, AuditEntry } from '../persistence/audit-entries.js';
import type { Site } from '../site.js';

/** What an entry of the audit log says beyond who and when. */
export interface SecurityEvent {
  readonly action: AuditEntry['action'];
  readonly subject: AuditEntry['subject'];
  readonly establishmentId?: string | null;
  readonly facts?: AuditEntry['facts'];
}

/** An entry of the audit log, with its own id: made before a transaction, so that a repeated one adds the same entry. */
export const securityEntry = (
  site: Site,
  actor: AuditActor,
  { action, subject, establishmentId = null, facts = {} }: SecurityEvent,
): AuditEntry => ({
  id: site.random.uuid(),
  at: site.clock.now(),
  actor,
  action,
  establishmentId,
  subject,
  facts,
});
