import type { Round } from '../persistence/rounds.js';
import { AlreadyThere } from '../persistence/store.js';
import type { Site } from '../site.js';

/** The round of an edition: one for real establishments, one for the examples. */
export const roundIdOf = (editionId: string, isExample: boolean): string => (isExample ? `${editionId}-examples` : editionId);

/** Opens a round for every edition that has none yet. Doing it twice is the same as once. */
export const ensureRounds = async (site: Site, isExample: boolean): Promise<readonly Round[]> => {
  const rounds: Round[] = [];
  for (const edition of Object.values(site.catalog.surveys.editions)) {
    const id = roundIdOf(edition.id, isExample);
    const wanted: Round = {
      id,
      editionId: edition.id,
      reportingYear: edition.referenceYear,
      isExample,
      openedAt: site.clock.now(),
      closedAt: null,
      archivedAt: null,
    };
    let round = await site.store.rounds.byId(id);
    if (round === null) {
      try {
        await site.store.rounds.add(wanted);
      } catch (error) {
        // Another process opened it in the same moment.
        if (!(error instanceof AlreadyThere)) throw error;
      }
      round = (await site.store.rounds.byId(id)) ?? wanted;
    }
    rounds.push(round);
  }
  return rounds;
};
