import type { CardValue, FactorCard, Names } from '../domain/factor-card.js';
import { editionWord, facetWord } from '../domain/factor-choice-words.js';
import { formatExact, formatShare, inLanguage } from './number-format.js';
import { gasName } from './trace-view.js';
import { type Language, wordsOf } from './words/words.js';

/** Records whose gas says more than their kind. */
const namesGas = (card: FactorCard): boolean => card.kind === 'stationary' || card.kind === 'mobile';

/** What kind of number a record is: "CH₄, stationary combustion (IPCC)". */
export const kindName = (card: FactorCard, language: Language): string => {
  const name = wordsOf(language).page.library.kinds[card.kind];
  return namesGas(card) && card.facets.gas !== null ? `${gasName(card.facets.gas)} ${name}` : name;
};

/** The edition of a record in words: a revision, a report, a year; nothing where a record has no other. */
export const editionName = (card: FactorCard, language: Language): string => {
  if (card.kind === 'grid' || card.kind === 'oxidation' || card.edition === '') return '';
  if (card.kind === 'supplierHeat') {
    const [year = '', phase] = card.edition.split('/');
    return wordsOf(language).page.library.supplierYear(year, phase ?? null);
  }
  return inLanguage(editionWord(card.edition), language);
};

/** What tells a record from others of its kind and subject. */
export const detailsOf = (card: FactorCard, language: Language): readonly string[] => {
  const { sector, mode, technology, state, tier } = card.facets;
  const said = (names: Names): string => inLanguage(names, language);
  return [
    mode === null ? '' : said(facetWord(mode)),
    card.kind === 'oxidation' && state !== null ? said(facetWord(state)) : '',
    sector === null ? '' : said(facetWord(sector)),
    technology ?? '',
    tier === null ? '' : said(editionWord(`tier-${tier}`)),
    card.kind === 'electricityEnergy' && card.facets.end !== null ? wordsOf(language).page.library.ends[card.facets.end] : '',
    namesGas(card) ? '' : editionName(card, language),
  ].filter((detail) => detail !== '');
};

/** Kinds whose subject is a name in full. */
const namesItself: ReadonlySet<FactorCard['kind']> = new Set(['grid', 'heat', 'conversion', 'process', 'leakRate', 'wastewater', 'rule']);

/** A record by name: "Diesel: calorific value (national table of 2022)". */
export const factorTitle = (card: FactorCard, language: Language): string => {
  const details = detailsOf(card, language);
  const subject = inLanguage(card.subject, language);
  const name = namesItself.has(card.kind) ? subject : `${subject}: ${kindName(card, language)}`;
  return details.length === 0 ? name : `${name} (${details.join(', ')})`;
};

/** A number with its unit. A share is a percentage; a pure number has no unit. */
export const printedValue = ({ name, value, to, unit }: Pick<CardValue, 'name' | 'value' | 'to' | 'unit'>): string => {
  if (name === 'massFraction') return formatShare(value);
  if (name === 'halfWidth') return `±${formatExact(value)}${unit}`;
  const number = to === null ? formatExact(value) : `${formatExact(value)}–${formatExact(to)}`;
  return unit === '1' ? number : `${number} ${unit}`;
};

/** What a number of a record is called: "CO₂eq as published (AR5)". */
export const valueName = ({ name, of }: CardValue, language: Language): string => {
  const word = wordsOf(language).page.library.values[name];
  if (of === null) return word;
  return `${word} (${name === 'massFraction' ? gasName(of) : of})`;
};

/** The numbers that stand for a record where there is room for a line. */
const mainValues = (card: FactorCard): readonly CardValue[] => {
  const named = (...names: readonly CardValue['name'][]): readonly CardValue[] => card.values.filter(({ name }) => names.includes(name));
  switch (card.kind) {
    case 'calorificValue':
      return named('net', 'gross');
    case 'fuelCo2':
      return named('carbonContent');
    case 'blend':
      return named('massFraction');
    case 'grid':
      return named('CO2eq');
    case 'leakRate':
      return card.values.slice(0, 2);
    case 'heat':
    case 'supplierHeat':
      return named('CO2', 'CH4', 'N2O');
    default:
      return card.values.slice(0, 1);
  }
};

/** A record's numbers in one line; what it says where it has none. */
export const valueLine = (card: FactorCard, language: Language): string => {
  const main = mainValues(card);
  const [only] = main;
  if (only === undefined) return card.statement === null ? '—' : inLanguage(card.statement, language);
  if (main.length === 1) return printedValue(only);
  return main
    .map((value) => `${card.kind === 'blend' ? gasName(value.of ?? '') : valueName(value, language)} ${printedValue(value)}`)
    .join(', ');
};
