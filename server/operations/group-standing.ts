import type { Inventory } from '../domain/inventory.js';
import type { Standing } from '../persistence/standings.js';
import type { Edition } from '../survey/edition.js';
import { establishmentFacts } from '../survey/profile.js';
import type { Response } from '../survey/response.js';
import { bandOfWorkers } from '../survey/size-band.js';

/** Digits of an intensity that are kept. */
const digits = 2;

/**
 * Where a submitted response stands among its like: industry division and size, by emissions per worker (Scope 1 and location-based
 * Scope 2). Null where the industry or the number of workers is not known.
 */
export const groupStanding = (edition: Edition, response: Response, { totals }: Inventory): Standing | null => {
  const { industryCode, workers } = establishmentFacts(edition, response);
  const sizeBand = workers === null ? null : bandOfWorkers(workers);
  if (industryCode === null || workers === null || sizeBand === null) return null;
  const intensity = (totals.scope1.co2eq + totals.scope2LocationBased.co2eq) / workers;
  return {
    id: response.id,
    roundId: response.roundId,
    division: industryCode.slice(0, 2),
    sizeBand,
    intensity: Number(intensity.toPrecision(digits)),
  };
};
