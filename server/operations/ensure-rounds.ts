import type { Round } from '../persistence/rounds.js';
import { AlreadyThere } from '../persistence/store.js';
import type { Site } from '../site.js';

/** The round of an item bank: one for real establishments, one for the examples. */
export const roundIdOf = (bank: string, isExample: boolean): string => (isExample ? `${bank}-examples` : bank);

/** Opens a round for every item bank that has none yet. Doing it twice is the same as once. */
export const ensureRounds = async (site: Site, isExample: boolean): Promise<readonly Round[]> => {
  const there = await site.store.rounds.all();
  const rounds: Round[] = [];
  for (const bank of Object.values(site.catalog.surveys.banks)) {
    const id = roundIdOf(bank.id, isExample);
    const wanted: Round = {
      id,
      bank: bank.id,
      reportingYear: bank.referenceYear,
      isExample,
      openedAt: site.clock.now(),
      closedAt: null,
      archivedAt: null,
      contact: null,
    };
    // A round of the version before has another name.
    let round = there.find((one) => one.bank === bank.id && one.isExample === isExample) ?? null;
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
