import type { Inventory } from '../domain/inventory.js';
import type { Standing } from '../persistence/standings.js';
import type { Site } from '../site.js';
import { type GroupRank, rankInGroup } from '../statistics/rank-in-group.js';
import { readResult } from './read-result.js';
import type { OnBehalf, Respondent } from './respondent.js';

/** What somebody who has submitted is shown in return. */
export interface Thanks extends Awaited<ReturnType<typeof readResult>> {
  /** The result of the year before, where there is one. */
  readonly lastYear: Pick<Inventory, 'reportingYear' | 'totals'> | null;
  /** The group it stands in, and its rank there, where the group is large enough; null: what it takes to compare is not known. */
  readonly group: (Pick<Standing, 'division' | 'sizeBand'> & { readonly rank: GroupRank | null }) | null;
}

const lastYearOf = async (site: Site, who: OnBehalf, year: number): Promise<Thanks['lastYear']> => {
  const submitted = (await site.store.responses.ofEstablishment(who.establishmentId)).filter(({ version }) => version > 0);
  for (const { id, roundId, version } of submitted) {
    const round = await site.store.rounds.byId(roundId);
    if (round?.reportingYear !== year - 1) continue;
    const stored = await site.store.inventories.byVersion(id, version);
    if (stored !== null) return stored.inventory;
  }
  return null;
};

const groupOf = async (site: Site, responseId: string): Promise<Thanks['group']> => {
  const standing = await site.store.standings.byResponse(responseId);
  if (standing === null) return null;
  const { division, sizeBand } = standing;
  return { division, sizeBand, rank: rankInGroup(await site.store.standings.countAround(standing)) };
};

/** What a respondent is shown after submitting. Throws notFound, notSubmitted. */
export const readThanks = async (site: Site, who: Respondent, responseId: string): Promise<Thanks> => {
  const result = await readResult(site, who, responseId);
  return {
    ...result,
    lastYear: await lastYearOf(site, who, result.inventory.reportingYear),
    group: await groupOf(site, responseId),
  };
};
