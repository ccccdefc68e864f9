import { join } from 'node:path';
import type { HeatKind, MobileMode, Sector } from '../domain/activity-data.js';
import type { CalorificValue, CombustionGas, Density, FactorData, FactorRecord, FuelCo2, Lookup } from '../domain/factor-data.js';
import type { FactorLibrary } from '../domain/factor-library.js';
import { activityLookups } from './activity-lookups.js';
import { contentHash, frozen } from './data-files.js';
import { checkFactorFiles } from './emission-factors-checks.js';
import { type FactorFiles, readFactorFiles } from './emission-factors-files.js';
import { emissionSources } from './emission-sources.js';
import { readFactorLibrary } from './factor-library.js';
import { lookup } from './lookup.js';
import { thresholds } from './thresholds.js';
import { uncertaintyData } from './uncertainties.js';

export { schemas } from './emission-factors-schemas.js';

const folder = 'emission-factors';

const per = { 'MJ/kg': 'kg', 'MJ/L': 'L', 'MJ/Nm3': 'Nm3' } as const;

const calorificValues = (files: FactorFiles): Lookup<string, CalorificValue> => {
  const national = files['calorific-values.csv'].map(
    ({ id, revision, fuel, unit, net, netConfidence, gross, grossConfidence, source, locator }) => {
      const value = { id, revision, per: per[unit], net, netConfidence, gross, grossConfidence, sourceId: source, locator };
      return [`${revision} ${fuel}`, value] as const;
    },
  );
  const ipcc = files['calorific-values-ipcc.csv'].map(({ id, fuel, unit, net, confidence, source, locator }) => {
    const unknown = { gross: null, grossConfidence: null };
    return [
      `ipcc-2006 ${fuel}`,
      { id, revision: 'ipcc-2006', per: per[unit], net, netConfidence: confidence, ...unknown, sourceId: source, locator },
    ] as const;
  });
  return lookup<string, CalorificValue>([...national, ...ipcc]);
};

/** CO2 by revision and fuel; a revision that takes its other fuels from another one is filled up from it. */
const fuelCo2 = (files: FactorFiles): Lookup<string, FuelCo2> => {
  const of = (revision: string) => files['fuel-co2.csv'].filter((record) => record.revision === revision);
  const entries = files['factor-sets.yaml'].co2Revisions.flatMap(({ id: revision, otherwise }) => {
    const own = of(revision);
    const others = otherwise === null ? [] : of(otherwise).filter((record) => !own.some((each) => each.fuel === record.fuel));
    return [...own, ...others].map(({ id, fuel, carbonContent, printed, confidence, source, locator }) => {
      const value: FuelCo2 = { id, carbonContent, printed, confidence, sourceId: source, locator };
      return [`${revision} ${fuel}`, value] as const;
    });
  });
  return lookup<string, FuelCo2>(entries);
};

const densities = (files: FactorFiles): Lookup<string, Density> =>
  lookup<string, Density>(
    files['densities.yaml']
      .filter((record) => record.usable)
      .flatMap(({ id, fuel, broaderFor, value, unit, confidence, source, locator }) => {
        const record = { id, value, unit, confidence, sourceId: source, locator };
        const own = [fuel, { ...record, match: 'exact' }] as const;
        return [own, ...broaderFor.map((other) => [other, { ...record, match: 'broader-fuel' }] as const)];
      }),
  );

const supplierHeat = (files: FactorFiles): FactorData['supplierHeat'] =>
  lookup(
    files['heat-suppliers.yaml'].map((supplier) => {
      const figures = files['heat-supplier-factors.csv']
        .filter((record) => record.supplier === supplier.id)
        .map(({ id, year, servesFrom, servesTo, co2, ch4, n2o, confidence, source, locator }) => ({
          id,
          supplier: supplier.id,
          en: supplier.en,
          ko: supplier.ko,
          year,
          servesFrom,
          servesTo,
          co2,
          ch4,
          n2o,
          confidence,
          sourceId: source,
          locator,
        }))
        .sort((a, b) => a.year - b.year || a.servesFrom - b.servesFrom);
      return [supplier.id, figures] as const;
    }),
  );

const electricityEnergy = (files: FactorFiles): FactorData['electricityEnergy'] =>
  lookup(
    files['electricity-energy.yaml'].flatMap(({ id, revision, basis, gross, toe, source: sourceId, locator, confidence }) =>
      basis === 'consumption' && toe !== null
        ? [[revision, { id, grossMJPerKWh: gross, toePerMWh: toe, sourceId, locator, confidence }] as const]
        : [],
    ),
  );

const finalElectricity = (files: FactorFiles): FactorRecord => {
  const record = files['energy-conversions.yaml'].find(({ id }) => id === 'conversion.final-electricity');
  if (record === undefined) throw new Error('energy-conversions.yaml has no conversion.final-electricity.');
  const { id, value, unit, source: sourceId, locator, confidence } = record;
  return { id, value, unit, sourceId, locator, confidence };
};

const factorData = (files: FactorFiles, hash: string): FactorData => ({
  version: files['factor-sets.yaml'].released,
  hash,
  ...emissionSources(files),
  sources: lookup(
    files['sources.yaml'].map(
      ({ id, title, issuer, year, address, readIn }) => [id, { id, title, issuer, year, address, readIn }] as const,
    ),
  ),
  releasedYear: Number(files['factor-sets.yaml'].released.slice(0, 4)),
  fuels: lookup(
    files['fuels.yaml'].map((fuel) => {
      const { billedHeat = 'net', ipccRow = fuel.id, ipccMatch = 'exact' } = fuel;
      return [fuel.id, { ...fuel, billedHeat, ipccRow, ipccMatch }] as const;
    }),
  ),
  gases: lookup(files['gases.yaml'].map((gas) => [gas.id, gas] as const)),
  suppliers: lookup(files['heat-suppliers.yaml'].map((supplier) => [supplier.id, supplier] as const)),
  factorSets: lookup(files['factor-sets.yaml'].sets.map((set) => [set.id, set] as const)),
  calorificValues: calorificValues(files),
  fuelCo2: fuelCo2(files),
  stationary: lookup(
    files['ipcc-stationary.csv'].map(({ id, sector, fuel, gas, value, confidence, source, locator }) => {
      const key: `${Sector} ${string} ${CombustionGas}` = `${sector} ${fuel} ${gas}`;
      return [key, { id, value, unit: `kg${gas}/TJ`, confidence, sourceId: source, locator }] as const;
    }),
  ),
  mobile: lookup(
    files['ipcc-mobile.csv']
      .filter((record) => record.default === 'yes' && record.mode !== 'rail')
      .map(({ id, mode, fuel, gas, technology, value, confidence, source, locator }) => {
        const key: `${MobileMode} ${string} ${'CH4' | 'N2O'}` = `${mode as MobileMode} ${fuel} ${gas}`;
        return [key, { id, technology, value, unit: `kg${gas}/TJ`, confidence, sourceId: source, locator }] as const;
      }),
  ),
  oxidation: lookup(
    files['oxidation.yaml'].map(({ id, tier, state, sector, value, confidence, source, locator }) => {
      const key = `${tier} ${state} ${sector ?? 'any'}`;
      return [key, { id, value, unit: '1', confidence, sourceId: source, locator }] as const;
    }),
  ),
  grid: lookup(
    files['grid-electricity.yaml']
      .filter((record) => record.end === 'consumption')
      .map(({ id, en, ko, co2, ch4, n2o, co2eq, gwp, confidence, source, locator }) => {
        return [id, { id, en, ko, co2, ch4, n2o, co2eq, gwp, confidence, sourceId: source, locator }] as const;
      }),
  ),
  electricityEnergy: electricityEnergy(files),
  finalElectricity: finalElectricity(files),
  heat: lookup(
    files['heat.yaml'].map(({ id, kind, en, ko, co2, ch4, n2o, confidence, source, locator }) => {
      const key: HeatKind = kind;
      return [key, { id, en, ko, co2, ch4, n2o, confidence, sourceId: source, locator }] as const;
    }),
  ),
  supplierHeat: supplierHeat(files),
  gwp: lookup(
    files['gwp.csv']
      .filter(({ set, default: isDefault }) => set !== 'AR5-feedback' && isDefault === 'yes')
      .map(({ id, gas, set, kind, value, unit, confidence, source, locator }) => {
        const key = kind === 'general' ? `${set} ${gas}` : `${set} ${gas} ${kind}`;
        return [key, { id, value, unit, confidence, sourceId: source, locator }] as const;
      }),
  ),
  densities: densities(files),
  thresholds: thresholds(files['thresholds.yaml']),
  uncertainties: uncertaintyData(files['uncertainties.yaml']),
  ...activityLookups(files),
});

/** The package as calculations read it, and as people do. */
export interface FactorPackage {
  readonly emissionFactors: FactorData;
  readonly factorLibrary: FactorLibrary;
}

const checkedFiles = (root: string): { readonly files: FactorFiles; readonly hash: string } => {
  const files = readFactorFiles(join(root, folder));
  checkFactorFiles(files);
  return { files, hash: contentHash(root, [folder]) };
};

/**
 * Reads the emission-factors package: every file against its schema, every record against the others, then one frozen value.
 * @param root the repository root
 * Throws DataFileError for the first file that holds a bad record.
 */
export const readEmissionFactors = (root: string): FactorData => {
  const { files, hash } = checkedFiles(root);
  return frozen(factorData(files, hash));
};

/** The same, with the library of all records beside it. */
export const readFactorPackage = (root: string): FactorPackage => {
  const { files, hash } = checkedFiles(root);
  return { emissionFactors: frozen(factorData(files, hash)), factorLibrary: readFactorLibrary(files, hash) };
};
