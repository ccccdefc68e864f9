import { type ZodType, z } from 'zod';
import { conflicts } from './conflict-schema.js';
import { electricityInstruments, mobileTechnologies, vehicleClasses } from './emission-factors-activity-schemas.js';
import { gases, gwp, gwpBlends, leakRates, processFactors, wastewater } from './emission-factors-gas-schemas.js';
import { carbonContents, equipment, fugitiveSources, processes, treatments } from './emission-source-schemas.js';
import {
  date,
  gwpSet,
  marked,
  maybeConfidenceCell,
  maybeDateCell,
  maybeNumberCell,
  numberCell,
  positive,
  provenance,
  sector,
  share,
  text,
} from './record-cells.js';
import { said } from './schema-faults.js';
import { thresholds, uncertainties } from './uncertainty-schemas.js';

export const fuels = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z][A-Za-z0-9]*$/, said('must be in camelCase', 'camelCase로 적어야 합니다')),
    en: text,
    ko: text,
    state: z.enum(['solid', 'liquid', 'gas']),
    biogenic: z.boolean(),
    billedHeat: z.literal('gross').optional(),
    ipccRow: text.optional(),
    ipccMatch: z.enum(['exact', 'broader-fuel']).optional(),
  }),
);

export const sources = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/, said('must be in kebab-case', 'kebab-case로 적어야 합니다')),
    title: text,
    issuer: text,
    year: z.int().min(1900).max(2100).nullable(),
    address: z.url().nullable(),
    readIn: text.nullable(),
    addressNote: text.optional(),
  }),
);

const row = z.strictObject({
  id: text,
  from: z.int().nullable(),
  to: z.int(),
  calorific: text,
  co2: text,
  grid: text.nullable(),
  national: text,
});
export const factorSets = z.strictObject({
  released: date,
  co2Revisions: z.array(z.strictObject({ id: text, pairsWith: text, otherwise: text.nullable() })),
  sets: z.array(
    z.strictObject({
      id: z.enum(['kr-national', 'k-ets', 'ipcc-2006']),
      en: text,
      ko: text,
      default: z.boolean(),
      fuelCo2: z.enum(['carbon', 'printed', 'ipcc']),
      oxidationTier: z.literal([1, 2]),
      gwp: z.strictObject({ default: gwpSet, allowed: z.array(gwpSet).min(1) }),
      afterLastRow: z.enum(['last-row', 'refuse']),
      rows: z.array(row).min(1),
    }),
  ),
});

export const calorificValues = z.array(
  z.strictObject({
    ...provenance,
    revision: z.enum(['kr-2011', 'kr-2017', 'kr-2022']),
    fuel: text,
    unit: z.enum(['MJ/kg', 'MJ/L', 'MJ/Nm3']),
    net: maybeNumberCell,
    netConfidence: maybeConfidenceCell,
    gross: maybeNumberCell,
    grossConfidence: maybeConfidenceCell,
    grossDoubt: maybeNumberCell,
    grossKcal: maybeNumberCell,
    grossKcalConfidence: maybeConfidenceCell,
    netKcal: maybeNumberCell,
    netKcalConfidence: maybeConfidenceCell,
    toePerThousand: maybeNumberCell,
    validFrom: date,
    validTo: maybeDateCell,
  }),
);

export const ipccCalorificValues = z.array(z.strictObject({ ...marked, fuel: text, unit: z.literal('MJ/kg'), net: numberCell }));

export const fuelCo2 = z.array(
  z.strictObject({
    ...marked,
    revision: z.enum(['kets-annex-12', 'gir-2017', 'gir-2022', 'kemco-2006']),
    fuel: text,
    carbonContent: numberCell,
    printed: maybeNumberCell,
    validFrom: maybeDateCell,
    validTo: maybeDateCell,
  }),
);

const { notes: _notes, ...markedWithoutNotes } = marked;
export const ipccStationary = z.array(
  z.strictObject({
    ...markedWithoutNotes,
    fuel: text,
    sector,
    gas: z.enum(['CO2', 'CH4', 'N2O']),
    value: numberCell,
    unit: z.literal('kg/TJ'),
  }),
);

export const ipccMobile = z.array(
  z.strictObject({
    ...marked,
    mode: z.enum(['road', 'offroad', 'rail']),
    fuel: text,
    technology: z.string(),
    default: z.enum(['yes', 'no']),
    gas: z.enum(['CH4', 'N2O']),
    value: numberCell,
    unit: z.literal('kg/TJ'),
  }),
);

export const oxidation = z.array(
  z.strictObject({
    ...marked,
    tier: z.literal([1, 2]),
    state: z.enum(['any', 'solid', 'liquid', 'gas']),
    sector: sector.nullable(),
    value: share,
  }),
);

export const gridElectricity = z.array(
  z.strictObject({
    ...marked,
    en: text,
    ko: text,
    end: z.enum(['consumption', 'generation']),
    co2: positive.nullable(),
    ch4: positive.nullable(),
    n2o: positive.nullable(),
    co2eq: positive,
    gwp: gwpSet,
    validFrom: date,
    validTo: date.nullable(),
  }),
);

export const electricityEnergy = z.array(
  z.strictObject({
    ...marked,
    revision: text,
    basis: z.enum(['consumption', 'generation']),
    gross: positive,
    kcal: positive.nullable(),
    toe: positive.nullable(),
    validFrom: date,
    validTo: date.nullable(),
  }),
);

export const energyConversions = z.array(z.strictObject({ ...marked, en: text, ko: text, value: positive, unit: text }));

export const heat = z.array(
  z.strictObject({
    ...marked,
    kind: z.enum(['boiler', 'chp', 'average']),
    en: text,
    ko: text,
    co2: positive,
    ch4: positive,
    n2o: positive,
    co2eq: positive,
    gwp: gwpSet,
  }),
);

export const heatSuppliers = z.array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), en: text, ko: text }));

export const heatSupplierFactors = z.array(
  z.strictObject({
    ...marked,
    supplier: text,
    year: numberCell,
    phase: z.enum(['', '3', '4']),
    servesFrom: numberCell,
    servesTo: maybeNumberCell,
    co2: numberCell,
    ch4: numberCell,
    n2o: numberCell,
    unit: z.literal('kg/TJ'),
    validFrom: date,
    validTo: maybeDateCell,
  }),
);

export const densities = z.array(
  z.strictObject({ ...marked, fuel: text, broaderFor: z.array(text), value: positive, unit: z.literal('kg/L'), usable: z.boolean() }),
);

export const rules = z.array(z.strictObject({ ...marked, en: text, ko: text, statement: text }));

/** The files of the package, each with its schema. */
export const files = {
  'factor-sets.yaml': factorSets,
  'fuels.yaml': fuels,
  'gases.yaml': gases,
  'sources.yaml': sources,
  'calorific-values.csv': calorificValues,
  'calorific-values-ipcc.csv': ipccCalorificValues,
  'fuel-co2.csv': fuelCo2,
  'ipcc-stationary.csv': ipccStationary,
  'ipcc-mobile.csv': ipccMobile,
  'oxidation.yaml': oxidation,
  'grid-electricity.yaml': gridElectricity,
  'electricity-energy.yaml': electricityEnergy,
  'energy-conversions.yaml': energyConversions,
  'heat.yaml': heat,
  'heat-suppliers.yaml': heatSuppliers,
  'heat-supplier-factors.csv': heatSupplierFactors,
  'gwp.csv': gwp,
  'gwp-blends.yaml': gwpBlends,
  'densities.yaml': densities,
  'process.csv': processFactors,
  'leak-rates.yaml': leakRates,
  'wastewater.csv': wastewater,
  'processes.yaml': processes,
  'fugitive-sources.yaml': fugitiveSources,
  'equipment.yaml': equipment,
  'carbon-contents.yaml': carbonContents,
  'treatments.yaml': treatments,
  'rules.yaml': rules,
  'uncertainties.yaml': uncertainties,
  'conflicts.yaml': conflicts,
  'thresholds.yaml': thresholds,
  'vehicle-classes.yaml': vehicleClasses,
  'mobile-technologies.yaml': mobileTechnologies,
  'electricity-instruments.yaml': electricityInstruments,
} as const satisfies Record<string, ZodType>;

/** By the name of the schema file: the file's own without its ending. */
export const schemas: Readonly<Record<string, ZodType>> = Object.fromEntries(
  Object.entries(files).map(([name, schema]) => [name.replace(/\.\w+$/, ''), schema]),
);
