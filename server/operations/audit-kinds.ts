import type { AuditAction } from '../persistence/audit-entries.js';

/** What an act is to whoever reviews the log. */
export type AuditKind = 'signIn' | 'signInFailed' | 'read' | 'export' | 'change' | 'rights' | 'log';

/** Every action there is, and its kind. An action without a line here does not compile. */
export const auditKinds: Readonly<Record<AuditAction, AuditKind>> = {
  'invitation.create': 'rights',
  'invitation.redeem': 'signIn',
  'invitation.refuse': 'signInFailed',
  'invitation.revoke': 'rights',
  'session.begin': 'signIn',
  'session.refuse': 'signInFailed',
  'session.end': 'signIn',
  'account.add': 'rights',
  'account.disable': 'rights',
  'account.enable': 'rights',
  'account.link': 'rights',
  'account.password': 'rights',
  'account.factor': 'rights',
  'account.identity': 'rights',
  'grant.add': 'rights',
  'grant.end': 'rights',
  'assignment.add': 'rights',
  'assignment.end': 'rights',
  'register.read': 'read',
  'response.open': 'change',
  'response.save': 'change',
  'response.submit': 'change',
  'response.read': 'read',
  'result.read': 'read',
  'plan.read': 'read',
  'inventory.recompute': 'change',
  'answers.export': 'export',
  'consent.withdraw': 'change',
  'privacy.erase': 'change',
  'privacy.retention': 'change',
  'audit.prune': 'log',
  'audit.anchor': 'log',
};
