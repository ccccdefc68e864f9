import { type FactorLibrary, factorLibrary } from '../domain/factor-library.js';
import { frozen } from './data-files.js';
import type { FactorFiles } from './emission-factors-files.js';
import { factorCards } from './factor-cards.js';

/** Every record of the package for people to look at, also those no calculation uses. */
export const readFactorLibrary = (files: FactorFiles, hash: string): FactorLibrary => {
  const content = {
    hash,
    cards: factorCards(files),
    sources: files['sources.yaml'].map(({ id, title, issuer, year, address, readIn, addressNote = null }) => ({
      id,
      title,
      issuer,
      year,
      address,
      readIn,
      addressNote,
    })),
    conflicts: files['conflicts.yaml'].map(({ id, title, records, values, settled, source, locator }) => ({
      id,
      title,
      records,
      values,
      settled,
      sourceId: source,
      locator,
    })),
  };
  return factorLibrary(frozen(content));
};
