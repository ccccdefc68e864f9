import { conflictFaults } from './conflict-checks.js';
import { DataFileError } from './data-files.js';
import type { FactorFiles } from './emission-factors-files.js';
import { uncertaintyFaults } from './uncertainties.js';

interface Complaint {
  readonly file: keyof FactorFiles;
  readonly fault: string;
}

type Check = (files: FactorFiles) => readonly Complaint[];

interface Recorded {
  readonly id: string;
  readonly source?: string;
  readonly fuel?: string;
}

/** Every record of every file with the file it stands in. */
const records = (files: FactorFiles): readonly { readonly file: keyof FactorFiles; readonly record: Recorded }[] =>
  (Object.keys(files) as (keyof FactorFiles)[]).flatMap((file) => {
    const content: unknown = files[file];
    return Array.isArray(content) ? content.map((record: Recorded) => ({ file, record })) : [];
  });

const repeated = (keys: readonly string[]): string[] => [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];

const ids: Check = (files) => {
  const seen = new Map<string, string>();
  return records(files).flatMap(({ file, record }) => {
    const space = ['fuels.yaml', 'gases.yaml', 'sources.yaml', 'heat-suppliers.yaml'].includes(file) ? file : 'record';
    const key = `${space} ${record.id}`;
    const isRepeated = seen.has(key);
    seen.set(key, file);
    return isRepeated ? [{ file, fault: `${record.id}: the id is used twice` }] : [];
  });
};

const declaredSources: Check = (files) => {
  const declared = new Set(files['sources.yaml'].map((source) => source.id));
  return records(files).flatMap(({ file, record }) =>
    record.source === undefined || declared.has(record.source)
      ? []
      : [{ file, fault: `${record.id}: the source ${record.source} is not declared` }],
  );
};

const knownFuels: Check = (files) => {
  const known = new Set(files['fuels.yaml'].map((fuel) => fuel.id));
  const named = records(files).flatMap(({ file, record }) =>
    record.fuel === undefined ? [] : [{ file, id: record.id, fuel: record.fuel }],
  );
  const rows = files['fuels.yaml'].flatMap(({ id, ipccRow }) =>
    ipccRow === undefined ? [] : [{ file: 'fuels.yaml' as const, id, fuel: ipccRow }],
  );
  const wide = files['densities.yaml'].flatMap(({ id, broaderFor }) =>
    broaderFor.map((fuel) => ({ file: 'densities.yaml' as const, id, fuel })),
  );
  return [...named, ...rows, ...wide]
    .filter(({ fuel }) => !known.has(fuel))
    .map(({ file, id, fuel }) => ({ file, fault: `${id}: the fuel ${fuel} is not in the vocabulary` }));
};

const oneRecordPerKey: Check = (files) => {
  const twice = (file: keyof FactorFiles, keys: readonly string[]): Complaint[] =>
    repeated(keys).map((key) => ({ file, fault: `two records answer to "${key}"` }));
  return [
    ...twice(
      'calorific-values.csv',
      files['calorific-values.csv'].map((record) => `${record.revision} ${record.fuel}`),
    ),
    ...twice(
      'fuel-co2.csv',
      files['fuel-co2.csv'].map((record) => `${record.revision} ${record.fuel}`),
    ),
    ...twice(
      'ipcc-stationary.csv',
      files['ipcc-stationary.csv'].map((record) => `${record.sector} ${record.fuel} ${record.gas}`),
    ),
    ...twice(
      'ipcc-mobile.csv',
      files['ipcc-mobile.csv'].filter((record) => record.default === 'yes').map((record) => `${record.mode} ${record.fuel} ${record.gas}`),
    ),
    ...twice(
      'gwp.csv',
      files['gwp.csv'].filter((record) => record.default === 'yes').map((record) => `${record.set} ${record.gas} ${record.kind}`),
    ),
    ...twice(
      'densities.yaml',
      files['densities.yaml'].filter((record) => record.usable).flatMap((record) => [record.fuel, ...record.broaderFor]),
    ),
    ...twice(
      'heat.yaml',
      files['heat.yaml'].map((record) => record.kind),
    ),
  ];
};

/** A calorific value without its confidence, or the other way round. */
const markedValues: Check = (files) =>
  files['calorific-values.csv'].flatMap((record) =>
    (record.net === null) === (record.netConfidence === null) && (record.gross === null) === (record.grossConfidence === null)
      ? []
      : [{ file: 'calorific-values.csv' as const, fault: `${record.id}: a value and its confidence come together` }],
  );

const grossAboveNet: Check = (files) =>
  files['calorific-values.csv'].flatMap((record) =>
    record.net !== null && record.gross !== null && record.gross < record.net
      ? [{ file: 'calorific-values.csv' as const, fault: `${record.id}: the gross value is below the net one` }]
      : [],
  );

const periods: Check = (files) =>
  records(files).flatMap(({ file, record }) => {
    const { validFrom, validTo } = record as { readonly validFrom?: string | null; readonly validTo?: string | null };
    return validFrom && validTo && validTo < validFrom ? [{ file, fault: `${record.id}: it ends before it begins` }] : [];
  });

/** Every gas that is named is declared, and no name means two gases. */
const knownGases: Check = (files) => {
  const declared = new Set(files['gases.yaml'].map((gas) => gas.id));
  const names = files['gases.yaml'].flatMap(({ id, aliases }) => [id, ...aliases]);
  return [
    ...files['gwp.csv']
      .filter(({ gas }) => !declared.has(gas))
      .map(({ id, gas }) => ({ file: 'gwp.csv' as const, fault: `${id}: the gas ${gas} is not declared` })),
    ...repeated(names).map((name) => ({ file: 'gases.yaml' as const, fault: `${name}: two gases have this name` })),
  ];
};

const blends: Check = (files) => {
  const gases = new Set(files['gwp.csv'].map((record) => record.gas));
  return files['gwp-blends.yaml'].flatMap(({ id, massFractions }) => {
    const sum = Object.values(massFractions).reduce((total, part) => total + part, 0);
    const unknown = Object.keys(massFractions).filter((gas) => !gases.has(gas));
    return [
      ...(Math.abs(sum - 1) > 1e-9 ? [`${id}: the mass fractions sum to ${sum}, not 1`] : []),
      ...unknown.map((gas) => `${id}: ${gas} has no global warming potential`),
    ].map((fault) => ({ file: 'gwp-blends.yaml' as const, fault }));
  });
};

/** Rows that follow each other without gap or overlap, naming revisions and grid values that exist and belong together. */
const factorSetRows: Check = (files) => {
  const { sets, co2Revisions } = files['factor-sets.yaml'];
  const calorific = new Set<string>(files['calorific-values.csv'].map((record) => record.revision));
  const co2 = new Set<string>(files['fuel-co2.csv'].map((record) => record.revision));
  const grid = new Map(files['grid-electricity.yaml'].map((record) => [record.id, record.end]));
  const electricity = new Set(
    files['electricity-energy.yaml']
      .filter((record) => record.basis === 'consumption' && record.toe !== null)
      .map((record) => record.revision),
  );
  const faults = sets.flatMap((set) =>
    set.rows.flatMap((row, index) => {
      const before = set.rows[index - 1];
      const revision = co2Revisions.find((each) => each.id === row.co2);
      const isIpcc = set.fuelCo2 === 'ipcc';
      return [
        row.from !== null && row.from > row.to ? `${row.id}: it ends before it begins` : null,
        before !== undefined && row.from !== before.to + 1 ? `${row.id}: a gap or an overlap with the row before` : null,
        index > 0 && row.from === null ? `${row.id}: only the first row may be open` : null,
        !isIpcc && !calorific.has(row.calorific) ? `${row.id}: no calorific values of ${row.calorific}` : null,
        !isIpcc && !co2.has(row.co2) ? `${row.id}: no CO2 factors of ${row.co2}` : null,
        !isIpcc && revision?.pairsWith !== row.calorific ? `${row.id}: ${row.co2} was not measured against ${row.calorific}` : null,
        row.grid !== null && grid.get(row.grid) !== 'consumption' ? `${row.id}: ${row.grid} is no consumption-end grid value` : null,
        row.grid !== null && !electricity.has(row.national) ? `${row.id}: ${row.national} has no energy of electricity` : null,
      ].filter((fault) => fault !== null);
    }),
  );
  const defaults = sets.filter((set) => set.default).length;
  return [...faults, ...(defaults === 1 ? [] : [`${defaults} sets are the default, not one`])].map((fault) => ({
    file: 'factor-sets.yaml' as const,
    fault,
  }));
};

const suppliers: Check = (files) => {
  const known = new Set(files['heat-suppliers.yaml'].map((supplier) => supplier.id));
  return files['heat-supplier-factors.csv'].flatMap((record) =>
    known.has(record.supplier)
      ? []
      : [{ file: 'heat-supplier-factors.csv' as const, fault: `${record.id}: the supplier ${record.supplier} is not listed` }],
  );
};

const uncertaintyRecords: Check = (files) => uncertaintyFaults(files).map((fault) => ({ file: 'uncertainties.yaml', fault }));

const checks: readonly Check[] = [
  ids,
  declaredSources,
  knownFuels,
  oneRecordPerKey,
  markedValues,
  grossAboveNet,
  periods,
  knownGases,
  blends,
  factorSetRows,
  suppliers,
  uncertaintyRecords,
];

/** Asked only when the others are content: it reads the records as a whole. */
const lastCheck: Check = (files) => conflictFaults(files).map((fault) => ({ file: 'conflicts.yaml', fault }));

/** Checks the records of a package against each other. Throws DataFileError for the first file with a bad record, naming all of its faults. */
export const checkFactorFiles = (files: FactorFiles): void => {
  const found = checks.flatMap((check) => check(files));
  const complaints = found.length > 0 ? found : lastCheck(files);
  const first = complaints[0];
  if (first === undefined) return;
  throw new DataFileError(
    `emission-factors/${first.file}`,
    complaints.filter((complaint) => complaint.file === first.file).map((complaint) => complaint.fault),
  );
};
