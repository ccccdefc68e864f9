import type { Site } from '../site.js';
import { type KeptKind, retentionRules } from '../survey/retention-rules.js';
import type { ErasableKind, Erasure } from './erase-contact.js';
import { eraseAll } from './erase-on-request.js';

/** What retention removed, or would. */
export interface Retained {
  readonly erasures: readonly Erasure[];
  readonly invitations: number;
}

const monthsOf = (kind: KeptKind): number => retentionRules.find((rule) => rule.kind === kind)?.months ?? Number.POSITIVE_INFINITY;

const erasableKinds: readonly ErasableKind[] = ['contact', 'evidence', 'comment'];

const monthsBefore = (now: Date, months: number): Date => {
  const then = new Date(now);
  then.setUTCMonth(then.getUTCMonth() - months);
  return then;
};

/**
 * Erases what has been kept for as long as the rules say: who answered, attached bills, drafts, comments and delegations, a year after the round closed; invitations
 * a year after they ended. The audit log is shortened by a command of its own.
 * @param dryRun only says what would go
 */
export const keepRetention = async (site: Site, dryRun: boolean): Promise<Retained> => {
  const now = site.clock.now();
  const erasures: Erasure[] = [];
  for (const { id, closedAt } of await site.store.rounds.all()) {
    if (closedAt === null) continue;
    const kindOver = (kind: KeptKind): boolean => closedAt < monthsBefore(now, monthsOf(kind));
    const over = erasableKinds.filter(kindOver);
    const due = (await site.store.responses.ofWholeRound(id)).filter(({ version }) =>
      version === 0 ? kindOver('draft') : over.length > 0,
    );
    const why = { action: 'privacy.retention', reason: 'kept for as long as the rules say' } as const;
    erasures.push(...(await eraseAll(site, due, why, over, dryRun)));
  }
  const ended = monthsBefore(now, monthsOf('invitation'));
  const invitations = dryRun ? await site.store.invitations.countExpired(ended) : await site.store.invitations.removeExpired(ended);
  return { erasures, invitations };
};
