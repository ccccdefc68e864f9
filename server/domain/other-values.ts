import type { FactorCard } from './factor-card.js';
import type { FactorData } from './factor-data.js';
import type { FactorLibrary } from './factor-library.js';

/** Why two records of one quantity stand against each other: the same edition, the same years, or another publication. */
export type Disagreement = 'sameEdition' | 'sameYears' | 'otherPublication';

/** Another published value of the quantity of a record. */
export interface OtherValue {
  readonly card: FactorCard;
  readonly reason: Disagreement;
  /** How far it lies from the record, as a share of it; null against zero. */
  readonly difference: number | null;
}

const overlap = (one: FactorCard, other: FactorCard): boolean =>
  one.validFrom !== null &&
  other.validFrom !== null &&
  (other.validTo === null || one.validFrom <= other.validTo) &&
  (one.validTo === null || other.validFrom <= one.validTo);

/** Rows of one table that differ by sector, machine or kind of plant are no disagreement. */
const meantToDiffer = (card: FactorCard): boolean => card.kind === 'stationary' || card.kind === 'mobile' || card.kind === 'oxidation';

const disagreement = (card: FactorCard, other: FactorCard): Disagreement | null => {
  if (card.kind !== other.kind || (card.edition === 'ipcc-2006') !== (other.edition === 'ipcc-2006')) return 'otherPublication';
  if (meantToDiffer(card)) return null;
  if (card.kind === 'gwp') return card.edition === other.edition ? 'sameEdition' : null;
  if (card.kind === 'supplierHeat') return card.since.slice(0, 4) === other.since.slice(0, 4) ? 'sameEdition' : null;
  return overlap(card, other) ? 'sameYears' : null;
};

/** The IPCC's records for a national fuel that has no row of its own there: those of the row it takes. */
export const ipccNeighbors = (card: FactorCard, library: FactorLibrary, data: FactorData): readonly FactorCard[] => {
  const { fuel } = card.facets;
  const row = fuel === null ? undefined : data.fuels[fuel]?.ipccRow;
  if (row === undefined || row === fuel || (card.kind !== 'fuelCo2' && card.kind !== 'calorificValue')) return [];
  return library.ofTopic(`${card.kind} ${row}`).filter(({ edition }) => edition === 'ipcc-2006');
};

/** The records that give another value for the quantity of a record; the same value of the same publication once. */
export const otherValues = (card: FactorCard, library: FactorLibrary, data: FactorData): readonly OtherValue[] => {
  const own = card.comparable;
  if (own === null) return [];
  const seen = new Set<string>();
  return [...library.ofTopic(card.topic), ...ipccNeighbors(card, library, data)].flatMap((other) => {
    const { comparable } = other;
    if (other.id === card.id || comparable === null || comparable.unit !== own.unit || comparable.value === own.value) return [];
    const reason = disagreement(card, other);
    const key = `${other.sourceId} ${other.edition} ${comparable.value}`;
    if (reason === null || seen.has(key)) return [];
    seen.add(key);
    return [{ card: other, reason, difference: own.value === 0 ? null : (comparable.value - own.value) / own.value }];
  });
};
