import type { Confidence } from '../domain/confidence.js';
import { type CardValue, type FactorCard, type FactorFacets, type Names, type ValueName, weakest } from '../domain/factor-card.js';
import type { FactorFiles } from './emission-factors-files.js';

/** Turns the records of a file into cards. */
export type CardsOf = (files: FactorFiles) => readonly FactorCard[];

/** What every record of the package carries. */
interface Recorded {
  readonly id: string;
  readonly source: string;
  readonly locator: string;
  readonly reviewBy: string;
  readonly confidence?: Confidence;
  readonly notes?: string;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
}

/** What only the table knows of its record. */
interface Told {
  readonly kind: FactorCard['kind'];
  readonly file: keyof FactorFiles;
  readonly subject: Names;
  readonly topic: string;
  readonly edition: string;
  readonly since: string;
  readonly facets?: Partial<FactorFacets>;
  readonly values: readonly CardValue[];
  readonly comparable?: FactorCard['comparable'];
  readonly statement?: Names | null;
  readonly usable?: boolean;
}

const noFacets: FactorFacets = {
  fuel: null,
  gas: null,
  sector: null,
  mode: null,
  technology: null,
  end: null,
  state: null,
  tier: null,
  supplier: null,
  serves: null,
  gwp: null,
};

/** A record in the shape of the library. */
export const cardOf = (record: Recorded, told: Told): FactorCard => {
  const { id, source: sourceId, locator, reviewBy, notes = '', validFrom = null, validTo = null } = record;
  const { comparable = null, statement = null, usable = true } = told;
  const confidence =
    record.confidence ??
    weakest(
      told.values.map((value) => value.confidence),
      'read-in-copy',
    );
  const facets = { ...noFacets, ...told.facets };
  return { ...told, id, sourceId, locator, reviewBy, notes, validFrom, validTo, facets, comparable, statement, usable, confidence };
};

/** One number of a record; none where the cell is blank. */
export const numberOf = (
  name: ValueName,
  value: number | null | undefined,
  unit: string,
  confidence: Confidence,
  of: string | null = null,
): readonly CardValue[] => (value === null || value === undefined ? [] : [{ name, of, value, to: null, unit, confidence }]);

/** The names of a fuel of the vocabulary. */
export const fuelNames = (files: FactorFiles, id: string): Names => {
  const fuel = files['fuels.yaml'].find((each) => each.id === id);
  if (fuel === undefined) throw new Error(`The fuel ${id} is not in the vocabulary.`);
  return { en: fuel.en, ko: fuel.ko };
};
