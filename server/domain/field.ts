import { dataQualities } from './data-quality.js';
import type { Vocabulary } from './factor-data.js';
import { shapes } from './uncertainty/distribution.js';
import { unitSymbols } from './units.js';

/**
 * What may stand in a field: free text, a quantity (zero or more), a number above zero, a share (0 to 1), a percentage (0 to 100),
 * a number between two ends, a year, a day, true or false, one of some words, several of them, an object, an activity, a list.
 */
export type FieldKind =
  | 'text'
  | 'quantity'
  | 'positive'
  | 'share'
  | 'percentage'
  | 'number'
  | 'year'
  | 'day'
  | 'boolean'
  | 'choice'
  | 'words'
  | 'object'
  | 'activity'
  | 'list';

/** One key of a request. The reader and the published JSON Schema both come from these. */
export interface Field {
  readonly key: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** The words of a choice or of several, and the fault of a word that is none of them. */
  readonly choices?: (vocabulary: Vocabulary) => readonly string[];
  readonly unknown?: string;
  /** The keys of an object, or of every entry of a list of objects. */
  readonly fields?: readonly Field[];
  /** The most entries of a list; the ends of a number. */
  readonly most?: number;
  readonly least?: number;
  /** The fault of a number outside of them; by default one that says no more than that. */
  readonly outside?: string;
  /** The unit of a number that is always in one of its own, such as kg, mg/L or 1. Left out: in the unit of the activity. */
  readonly unit?: string;
  readonly en: string;
}

/** The largest quantity that is believed: more than the energy use of any country, in any unit. */
export const largestQuantity = 1e15;
export const earliestYear = 1900;
export const longestText = 1000;

/** A field that takes one of some words. */
export const choice = (
  key: string,
  required: boolean,
  unknown: string,
  choices: (vocabulary: Vocabulary) => readonly string[],
  en: string,
): Field => ({
  key,
  kind: 'choice',
  required,
  unknown,
  choices,
  en,
});

/** How the quantity came to be known; every activity may say it. */
export const qualityField: Field = choice(
  'quality',
  false,
  'unknownQuality',
  () => dataQualities,
  'How the quantity came to be known. Comes back on every line; left out it is null there: not known.',
);

const statementFields: readonly Field[] = [
  { key: 'percent', kind: 'positive', required: false, en: '± percent with 95 % confidence. Either this or both limits.' },
  { key: 'lower', kind: 'quantity', required: false, en: 'The lower limit, in the unit of the number.' },
  { key: 'upper', kind: 'quantity', required: false, en: 'The upper limit, in the unit of the number.' },
  choice(
    'distribution',
    false,
    'unknownDistribution',
    () => shapes,
    'normal and lognormal: the limits hold 95 %; triangular and uniform: they are the ends. Default: normal where narrow and even, else lognormal.',
  ),
];

/** How well a number is known, by its owner. */
export const uncertaintyField: Field = {
  key: 'uncertainty',
  kind: 'object',
  required: false,
  fields: statementFields,
  en: 'How well the number is known; without it the default of its quality counts, and without both it is not known.',
};

const factorFields: readonly Field[] = [
  { key: 'value', kind: 'quantity', required: true, en: 'The factor itself, zero or more.' },
  {
    key: 'unit',
    kind: 'text',
    required: true,
    en: 'kg or t + CO2, CH4, N2O or CO2eq + "/" + a quantity unit, such as "kgCO2/L", "tCO2eq/MWh" or "kgCO2/GJ(gross)".',
  },
  { key: 'source', kind: 'text', required: true, en: 'Where the factor comes from: a supplier, a report, a measurement.' },
  uncertaintyField,
];

/** The amount of an activity, as on the bill. */
export const quantityFields: readonly Field[] = [
  { key: 'quantity', kind: 'quantity', required: true, en: 'Zero or more, as on the bill.' },
  choice(
    'unit',
    true,
    'unknownUnit',
    () => unitSymbols,
    'The unit of the bill. Nm3 and m3 differ; city gas, toe, therm and mmBtu are gross heat, other energy units net.',
  ),
];

/** A factor of the activity's own, for the categories that take one. */
export const ownFactorField: Field = {
  key: 'factor',
  kind: 'object',
  required: false,
  fields: factorFields,
  en: 'A factor of its own (tier 3). CO2eq replaces the whole line, a gas replaces that gas alone.',
};
