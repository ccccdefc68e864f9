import type { Site } from '../site.js';
import type { CellRules } from '../survey/cell-rules.js';
import type { Observation } from '../survey/count-cells.js';
import { changesThatStandOut, type StandsOut } from '../survey/stand-out.js';
import { operator } from './account-holder.js';
import { eachSubmitted, roundToCount } from './count-cells.js';
import { recordExport, wholeReason } from './record-look.js';

/** A change to call back about, and whose it is. */
export interface ChangeToCheck extends StandsOut {
  readonly responseId: string;
  readonly establishmentId: string;
  readonly establishment: string;
}

export interface ChangesToCheck {
  readonly changes: readonly ChangeToCheck[];
  /** Responses that were looked at, and how many of them have an answer of the year before. */
  readonly responses: number;
  readonly compared: number;
}

/**
 * The changes from last year that stand out in a round, by Hidiroglou and Berthelot within each cell, for calling back. That the answers
 * were listed, and why, is written into the audit log first.
 * @param c width of the bounds; null: what the data say for such a list
 * Throws roundUnknown, reasonNeeded.
 */
export const listChanges = async (
  site: Site,
  { roundId, c, reason }: { readonly roundId: string; readonly c: number | null; readonly reason: string },
): Promise<ChangesToCheck> => {
  const why = wholeReason(reason);
  const round = await roundToCount(site, roundId);
  const observations: Observation[] = [];
  const whose: { readonly responseId: string; readonly establishmentId: string }[] = [];
  let rules: CellRules | null = null;
  await eachSubmitted(site, round, ({ response, edition, observation }) => {
    observations.push(observation);
    whose.push({ responseId: response.id, establishmentId: response.establishmentId });
    rules = edition.cells;
  });
  const found = rules as CellRules | null;
  const changes = found === null ? [] : changesThatStandOut(found, observations, c ?? found.changes.c.report);
  const named = await Promise.all(
    changes.map(async (change): Promise<ChangeToCheck> => {
      const owner = whose[change.at];
      if (owner === undefined) throw new Error('A change has no response');
      const establishment = await site.store.establishments.byId(owner.establishmentId);
      return { ...change, ...owner, establishment: establishment?.name ?? '' };
    }),
  );
  await recordExport(site, operator, {
    establishmentId: null,
    subject: { kind: 'round', id: roundId },
    facts: { changes: named.length, responses: observations.length },
    reason: why,
  });
  return {
    changes: named,
    responses: observations.length,
    compared: observations.filter((one) => Object.keys(one.changes).length > 0).length,
  };
};
