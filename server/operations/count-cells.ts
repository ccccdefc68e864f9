import type { StoredCells } from '../persistence/cell-statistics.js';
import type { StoredResponse } from '../persistence/responses.js';
import type { Round } from '../persistence/rounds.js';
import { adminProblem } from '../problem/admin-problems.js';
import type { Site } from '../site.js';
import { countCells, type Observation, observationOf } from '../survey/count-cells.js';
import type { Edition } from '../survey/edition.js';
import { operator } from './account-holder.js';
import { carriedAnswers, earlierRounds } from './earlier-answers.js';
import { editionOf } from './edition-of.js';
import { securityEntry } from './security-entry.js';

/** Responses read at a time. */
const pageSize = 200;

/** One submitted response with last year's of the same establishment, as it adds to the statistics. */
export interface Counted {
  readonly response: StoredResponse;
  readonly edition: Edition;
  readonly observation: Observation;
}

const earlierOf = async (
  site: Site,
  edition: Edition,
  rounds: readonly Round[],
  responses: readonly StoredResponse[],
  establishmentId: string,
) => {
  const [lastYear] = earlierRounds(rounds, edition).filter(({ reportingYear }) => reportingYear === edition.referenceYear - 1);
  const response = responses.find((one) => one.roundId === lastYear?.id && one.establishmentId === establishmentId);
  return lastYear === undefined || response === undefined ? null : carriedAnswers(site, edition, lastYear, response);
};

/** Throws roundUnknown for a round there is not. */
export const roundToCount = async (site: Site, roundId: string): Promise<Round> => {
  const round = await site.store.rounds.byId(roundId);
  if (round === null) throw adminProblem('roundUnknown', { typed: roundId }, 'round');
  return round;
};

/** Walks through what was submitted in a round and may be used for statistics, a page at a time. Drafts count for nothing. */
export const eachSubmitted = async (site: Site, round: Round, each: (counted: Counted) => void): Promise<void> => {
  const rounds = await site.store.rounds.all();
  for (let after = ''; ; ) {
    const page = await site.store.responses.submittedBehind('statistics', round.id, after, pageSize);
    const ids = page.map(({ establishmentId }) => establishmentId);
    const others = rounds.filter(({ id, isExample }) => id !== round.id && isExample === round.isExample).map(({ id }) => id);
    const earlier = page.length === 0 ? [] : await site.store.responses.submittedIn(others, ids);
    for (const response of page) {
      if (response.status === 'draft') continue;
      const edition = await editionOf(site, response);
      const before = await earlierOf(site, edition, rounds, earlier, response.establishmentId);
      const observation = observationOf(edition, response.answers, before?.answers ?? null);
      if (observation !== null) each({ response, edition, observation });
    }
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.id;
  }
};

/**
 * Counts the cells of a round from what was submitted in it, and keeps the bounds as a version of their own. No name and no answer is kept.
 * Throws roundUnknown.
 */
export const countRoundCells = async (site: Site, roundId: string): Promise<StoredCells> => {
  const round = await roundToCount(site, roundId);
  const observations: Observation[] = [];
  let edition: Edition | null = null;
  await eachSubmitted(site, round, (counted) => {
    observations.push(counted.observation);
    edition = counted.edition;
  });
  const rules = (edition as Edition | null)?.cells ?? null;
  const stored: StoredCells = {
    id: site.random.uuid(),
    roundId,
    countedAt: site.clock.now(),
    responses: observations.length,
    cells: rules === null ? {} : countCells(rules, observations),
  };
  const facts = { responses: stored.responses, cells: Object.keys(stored.cells).length, version: stored.id };
  const entry = securityEntry(site, operator, { action: 'cells.count', subject: { kind: 'round', id: roundId }, facts });
  await site.store.transaction(async (within) => {
    await within.cellStatistics.add(stored);
    await within.auditEntries.add(entry);
  });
  return stored;
};
