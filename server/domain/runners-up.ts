import type { FactorCard, Names } from './factor-card.js';
import { facetWord, type PassedOverCode, plain } from './factor-choice-words.js';
import type { FactorData, FactorSet, FactorSetRow } from './factor-data.js';
import type { FactorLibrary } from './factor-library.js';
import type { Inventory } from './inventory.js';
import { ipccNeighbors } from './other-values.js';

/** A record that was not chosen, why, and what the sentence about it needs. */
export interface PassedOver {
  readonly card: FactorCard;
  readonly code: PassedOverCode;
  readonly values: Readonly<Record<string, Names>>;
}

/** The inventory a choice was made for, and where records are looked up. */
export interface Asked {
  readonly library: FactorLibrary;
  readonly data: FactorData;
  readonly inventory: Pick<Inventory, 'reportingYear' | 'sector' | 'factorSet'>;
}

/** The set and the row of an inventory, as the data of today have them. */
export interface Chosen {
  readonly set: FactorSet;
  readonly row: FactorSetRow;
}

type Reason = Omit<PassedOver, 'card'>;

const because = (code: PassedOverCode, values: PassedOver['values'] = {}): Reason => ({ code, values });

/** The national revision by which a set of IPCC values makes the gross heat of a bill net. */
const ratioOf = ({ facets }: FactorCard, row: FactorSetRow, set: FactorSet, data: FactorData): readonly string[] =>
  set.fuelCo2 === 'ipcc' && data.fuels[facets.fuel ?? '']?.billedHeat === 'gross' ? [row.national] : [];

/** Whether a row of a set takes a record: by the revision or the id it names, or by what that revision is filled up from. */
const isTakenBy = (card: FactorCard, row: FactorSetRow, set: FactorSet, data: FactorData): boolean => {
  switch (card.kind) {
    case 'calorificValue':
      return [row.calorific, ...ratioOf(card, row, set, data)].some(
        (revision) => data.calorificValues[`${revision} ${card.facets.fuel}`]?.id === card.id,
      );
    case 'fuelCo2':
      return data.fuelCo2[`${row.co2} ${card.facets.fuel}`]?.id === card.id;
    case 'stationary':
      return set.fuelCo2 === 'ipcc';
    case 'grid':
      return row.grid === card.id;
    case 'electricityEnergy':
      return data.electricityEnergy[row.national]?.id === card.id;
    default:
      return false;
  }
};

const spans = (rows: readonly FactorSetRow[]): string =>
  rows.map(({ from, to }) => (from === to ? String(to) : `${from ?? ''}–${to}`)).join(', ');

const namesOf = ({ en, ko }: FactorSet): Names => ({ en, ko });

const isInYear = (row: FactorSetRow, year: number): boolean => (row.from === null || row.from <= year) && year <= row.to;

/** Why a record that rows of sets take, or none does, is not the one of this row. */
const byRows = (card: FactorCard, { set, row }: Chosen, { data, inventory }: Asked): Reason => {
  const rowsOf = (each: FactorSet): readonly FactorSetRow[] => each.rows.filter((one) => isTakenBy(card, one, each, data));
  if (isTakenBy(card, row, set, data)) return because('incompletePair');
  const mine = rowsOf(set);
  if (mine.length > 0) return because('otherRow', { years: plain(spans(mine)) });
  if (card.edition === 'ipcc-2006' && set.fuelCo2 !== 'ipcc') return because('internationalDefault');
  const others = Object.values(data.factorSets).flatMap((each) =>
    each === undefined || each.id === set.id || rowsOf(each).length === 0 ? [] : [each],
  );
  const sameYear = others.find((each) => rowsOf(each).some((one) => isInYear(one, inventory.reportingYear)));
  if (sameYear !== undefined) return because('otherSet', { otherSet: namesOf(sameYear) });
  const [any] = others;
  return any === undefined ? because('inNoRow') : because('otherSetYears', { otherSet: namesOf(any), years: plain(spans(rowsOf(any))) });
};

const serves = ({ facets }: FactorCard): string => `${facets.serves?.from ?? ''}–${facets.serves?.to ?? ''}`;

const bySupplier = (card: FactorCard, year: number): Reason => {
  const { from, to } = card.facets.serves ?? { from: year, to: null };
  if (Number(card.since.slice(0, 4)) > year) return because('newerYear');
  if (year < from || (to !== null && to < year)) return because('servesOther', { serves: plain(serves(card)) });
  return because('olderYear');
};

const byReport = (card: FactorCard, chosen: FactorCard): Reason => {
  if (card.facets.gwp !== chosen.facets.gwp && card.edition !== 'AR5-feedback')
    return because('otherReport', { theirReport: plain(card.facets.gwp ?? '') });
  return card.edition === chosen.edition ? because('disputed') : because('otherVariant');
};

const byOxidation = (card: FactorCard, chosen: FactorCard): Reason => {
  if (card.facets.tier !== chosen.facets.tier) return because('otherTier', { tier: plain(card.facets.tier ?? '') });
  if (card.facets.state !== chosen.facets.state) return because('otherState', { theirState: facetWord(card.facets.state) });
  return because('otherSector', { theirSector: facetWord(card.facets.sector ?? 'otherSectors') });
};

const reasonOf = (card: FactorCard, chosen: FactorCard, row: Chosen, asked: Asked): Reason => {
  if (!card.usable) return because('implausible');
  if (card.facets.end === 'generation') return because('generationEnd');
  switch (card.kind) {
    case 'stationary':
      return chosen.kind === 'stationary' && card.facets.sector !== chosen.facets.sector
        ? because('otherSector', { theirSector: facetWord(card.facets.sector) })
        : byRows(card, row, asked);
    case 'mobile':
      return because('otherTechnology', { technology: plain(card.facets.technology ?? '') });
    case 'oxidation':
      return byOxidation(card, chosen);
    case 'gwp':
      return byReport(card, chosen);
    case 'supplierHeat':
      return bySupplier(card, asked.inventory.reportingYear);
    case 'heat':
      return because(chosen.kind === 'supplierHeat' ? 'supplierFirst' : 'otherKind');
    default:
      return byRows(card, row, asked);
  }
};

/** Records of other topics that could have been thought of. */
const neighbors = (chosen: FactorCard, { library, data }: Asked): readonly FactorCard[] => {
  if (chosen.kind === 'supplierHeat') return library.ofTopic('heat average');
  if (chosen.kind === 'heat') return ['boiler', 'chp', 'average'].flatMap((kind) => library.ofTopic(`heat ${kind}`));
  if (chosen.kind === 'grid' || chosen.kind === 'electricityEnergy') return library.ofTopic(`${chosen.kind} generation`);
  return ipccNeighbors(chosen, library, data);
};

/** The IPCC prints the CO2 of a fuel once for every sector: the one of the inventory stands for all. */
const isRepeat = (card: FactorCard, chosen: FactorCard, { inventory }: Asked): boolean =>
  card.kind === 'stationary' && card.facets.gas === 'CO2' && (chosen.kind === 'stationary' || card.facets.sector !== inventory.sector);

/** The records that also exist for the quantity of a chosen one, newest first, each with why it was not taken. */
export const passedOver = (chosen: FactorCard, row: Chosen, asked: Asked): readonly PassedOver[] =>
  [...asked.library.ofTopic(chosen.topic).toReversed(), ...neighbors(chosen, asked).toReversed()]
    .filter((card) => card.id !== chosen.id && !isRepeat(card, chosen, asked))
    .map((card) => ({ card, ...reasonOf(card, chosen, row, asked) }));
