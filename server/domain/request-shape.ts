import type { Category, GwpSet, HeatKind, MobileMode, Sector } from './activity-data.js';
import type { Vocabulary } from './factor-data.js';
import { unitSymbols } from './units.js';

/** What may stand in a field: free text, a quantity (zero or more), a number above zero, a year, one of some words, an object, a list. */
export type FieldKind = 'text' | 'quantity' | 'positive' | 'year' | 'choice' | 'object' | 'list';

/** One key of a request. The reader and the published JSON Schema both come from these. */
export interface Field {
  readonly key: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** The words of a choice, and the fault of a word that is none of them. */
  readonly choices?: (vocabulary: Vocabulary) => readonly string[];
  readonly unknown?: string;
  readonly fields?: readonly Field[];
  /** The most entries of a list. */
  readonly most?: number;
  readonly en: string;
}

export const gwpSets: readonly GwpSet[] = ['SAR', 'AR4', 'AR5', 'AR6'];
export const sectors: readonly Sector[] = ['energy', 'manufacturing', 'commercial', 'residential'];
export const mobileModes: readonly MobileMode[] = ['road', 'offroad'];
export const heatKinds: readonly HeatKind[] = ['boiler', 'chp', 'average'];
export const categories: readonly Category[] = ['stationaryCombustion', 'mobileCombustion', 'purchasedElectricity', 'purchasedHeat'];

/** The largest quantity that is believed: more than the energy use of any country, in any unit. */
export const largestQuantity = 1e15;
export const earliestYear = 1900;
export const longestText = 1000;
/** More activities than any establishment has bills in a year; the result of so many still fits into memory. */
export const mostActivities = 10_000;

const choice = (
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

/** The ids and both names of every supplier: a person types the name, a program the id. */
const supplierWords = (vocabulary: Vocabulary): string[] =>
  Object.values(vocabulary.suppliers).flatMap((supplier) => (supplier === undefined ? [] : [supplier.id, supplier.en, supplier.ko]));

const factorFields: readonly Field[] = [
  { key: 'value', kind: 'quantity', required: true, en: 'The factor itself, zero or more.' },
  {
    key: 'unit',
    kind: 'text',
    required: true,
    en: 'kg or t + CO2, CH4, N2O or CO2eq + "/" + a quantity unit, such as "kgCO2/L" or "tCO2eq/MWh".',
  },
  { key: 'source', kind: 'text', required: true, en: 'Where the factor comes from: a supplier, a report, a measurement.' },
];

const common: readonly Field[] = [
  { key: 'id', kind: 'text', required: true, en: 'Unique within the request; comes back on every line and warning.' },
  choice('category', true, 'unknownCategory', () => categories, 'What the activity is.'),
  { key: 'quantity', kind: 'quantity', required: true, en: 'Zero or more, as on the bill.' },
  choice(
    'unit',
    true,
    'unknownUnit',
    () => unitSymbols,
    'The unit of the bill. Nm3 and m3 differ; city gas and toe are gross heat, other energy units net.',
  ),
  {
    key: 'factor',
    kind: 'object',
    required: false,
    fields: factorFields,
    en: 'A factor of its own (tier 3). CO2eq replaces the whole line, a gas replaces that gas alone.',
  },
];

const fuelFields: readonly Field[] = [
  choice('fuel', true, 'unknownFuel', (vocabulary) => Object.keys(vocabulary.fuels), 'The fuel.'),
  { key: 'grossMJPerNm3', kind: 'positive', required: false, en: 'City gas: the heat content printed on the bill, gross MJ per Nm3.' },
];

/** The keys of an activity, by category. */
export const activityFields: Readonly<Record<Category, readonly Field[]>> = {
  stationaryCombustion: [...common, ...fuelFields],
  mobileCombustion: [
    ...common,
    ...fuelFields,
    choice('mode', false, 'unknownMode', () => mobileModes, 'On the road (default) or off it, such as forklifts.'),
  ],
  purchasedElectricity: common,
  purchasedHeat: [
    ...common,
    choice('supplier', false, 'unknownSupplier', supplierWords, 'The supplier of the heat, by id or name. Either this or `kind`.'),
    choice('kind', false, 'unknownHeatKind', () => heatKinds, 'The kind of plant the heat comes from. Either this or `supplier`.'),
  ],
};

/** The keys of a request. */
export const requestFields: readonly Field[] = [
  { key: 'reportingYear', kind: 'year', required: true, en: 'The calendar year of the activity data.' },
  choice('factorSet', false, 'unknownFactorSet', (vocabulary) => Object.keys(vocabulary.factorSets), 'Default: kr-national.'),
  choice('gwp', false, 'unknownGwp', () => gwpSets, 'Default: AR5; k-ets knows SAR alone.'),
  choice('sector', false, 'unknownSector', () => sectors, 'Decides CH4, N2O and the oxidation of solids. Default: manufacturing.'),
  {
    key: 'activityData',
    kind: 'list',
    required: true,
    most: mostActivities,
    en: `What was used, at most ${mostActivities} activities. An empty list gives zeros.`,
  },
];
