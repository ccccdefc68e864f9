import { type Check, type Complaint, complaint, recordsOf, repeated } from './emission-factors-check.js';
import type { FactorFiles } from './emission-factors-files.js';

/** Files whose ids are names of their own kind, not of records. */
const namedInTheirFile: readonly string[] = [
  'fuels.yaml',
  'gases.yaml',
  'sources.yaml',
  'heat-suppliers.yaml',
  'processes.yaml',
  'equipment.yaml',
  'treatments.yaml',
  'mobile-technologies.yaml',
];

/** Ids are unique across all files, but for names of a kind of their own. */
const ids: Check = (files) => {
  const seen = new Map<string, string>();
  return recordsOf(files).flatMap(({ file, record }) => {
    const space = namedInTheirFile.includes(file) ? file : 'record';
    const key = `${space} ${record.id}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, file);
    return first === undefined
      ? []
      : [complaint(file, record.id, 'id', `the id is used twice, first in ${first}`, `id가 겹칩니다(먼저 쓴 파일: ${first})`)];
  });
};

const declaredSources: Check = (files) => {
  const declared = new Set(files['sources.yaml'].map((source) => source.id));
  return recordsOf(files).flatMap(({ file, record }) =>
    record.source === undefined || declared.has(record.source)
      ? []
      : [
          complaint(
            file,
            record.id,
            'source',
            `the source ${record.source} is not declared in sources.yaml`,
            `출처 ${record.source}이(가) sources.yaml에 없습니다`,
          ),
        ],
  );
};

const knownFuels: Check = (files) => {
  const known = new Set(files['fuels.yaml'].map((fuel) => fuel.id));
  const named = recordsOf(files).flatMap(({ file, record }) =>
    record.fuel === undefined ? [] : [{ file, id: record.id, field: 'fuel', fuel: record.fuel }],
  );
  const rows = files['fuels.yaml'].flatMap(({ id, ipccRow }) =>
    ipccRow === undefined ? [] : [{ file: 'fuels.yaml' as const, id, field: 'ipccRow', fuel: ipccRow }],
  );
  const wide = files['densities.yaml'].flatMap(({ id, broaderFor }) =>
    broaderFor.map((fuel) => ({ file: 'densities.yaml' as const, id, field: 'broaderFor', fuel })),
  );
  return [...named, ...rows, ...wide]
    .filter(({ fuel }) => !known.has(fuel))
    .map(({ file, id, field, fuel }) =>
      complaint(file, id, field, `the fuel ${fuel} is not in the vocabulary`, `연료 ${fuel}이(가) fuels.yaml에 없습니다`),
    );
};

/** What a calculation looks a record up by, and the fields that make it. */
const keysOf = (
  files: FactorFiles,
): readonly { readonly file: keyof FactorFiles; readonly field: string; readonly keys: readonly string[] }[] => [
  {
    file: 'calorific-values.csv',
    field: 'revision, fuel',
    keys: files['calorific-values.csv'].map((record) => `${record.revision} ${record.fuel}`),
  },
  { file: 'calorific-values-ipcc.csv', field: 'fuel', keys: files['calorific-values-ipcc.csv'].map((record) => record.fuel) },
  { file: 'fuel-co2.csv', field: 'revision, fuel', keys: files['fuel-co2.csv'].map((record) => `${record.revision} ${record.fuel}`) },
  {
    file: 'ipcc-stationary.csv',
    field: 'sector, fuel, gas',
    keys: files['ipcc-stationary.csv'].map((record) => `${record.sector} ${record.fuel} ${record.gas}`),
  },
  {
    file: 'ipcc-mobile.csv',
    field: 'mode, fuel, gas',
    keys: files['ipcc-mobile.csv']
      .filter((record) => record.default === 'yes')
      .map((record) => `${record.mode} ${record.fuel} ${record.gas}`),
  },
  {
    file: 'oxidation.yaml',
    field: 'tier, state, sector',
    keys: files['oxidation.yaml'].map((record) => `${record.tier} ${record.state} ${record.sector ?? 'any'}`),
  },
  {
    file: 'electricity-energy.yaml',
    field: 'revision, basis',
    keys: files['electricity-energy.yaml'].map((record) => `${record.revision} ${record.basis}`),
  },
  {
    file: 'gwp.csv',
    field: 'set, gas, kind',
    keys: files['gwp.csv'].filter((record) => record.default === 'yes').map((record) => `${record.set} ${record.gas} ${record.kind}`),
  },
  { file: 'gwp-blends.yaml', field: 'name', keys: files['gwp-blends.yaml'].map((record) => record.name) },
  {
    file: 'densities.yaml',
    field: 'fuel, broaderFor',
    keys: files['densities.yaml'].filter((record) => record.usable).flatMap((record) => [record.fuel, ...record.broaderFor]),
  },
  { file: 'heat.yaml', field: 'kind', keys: files['heat.yaml'].map((record) => record.kind) },
];

const oneRecordPerKey: Check = (files) =>
  keysOf(files).flatMap(({ file, field, keys }) =>
    repeated(keys).map((key) => complaint(file, key, field, `two records answer to "${key}"`, `"${key}"에 해당하는 기록이 둘입니다`)),
  );

/** A calorific value without its confidence, or the other way round. */
const markedValues: Check = (files) =>
  files['calorific-values.csv'].flatMap((record) => {
    const unmarked = (field: 'net' | 'gross'): Complaint[] =>
      (record[field] === null) === (record[`${field}Confidence`] === null)
        ? []
        : [
            complaint(
              'calorific-values.csv',
              record.id,
              field,
              'a value and its confidence come together',
              '값과 신뢰 수준(confidence)은 함께 적어야 합니다',
            ),
          ];
    return [...unmarked('net'), ...unmarked('gross')];
  });

const grossAboveNet: Check = (files) =>
  files['calorific-values.csv'].flatMap((record) =>
    record.net !== null && record.gross !== null && record.gross < record.net
      ? [
          complaint(
            'calorific-values.csv',
            record.id,
            'gross',
            `the gross value ${record.gross} is below the net one ${record.net}`,
            `총발열량 ${record.gross}이(가) 순발열량 ${record.net}보다 작습니다`,
          ),
        ]
      : [],
  );

/** Every gas that has a warming potential is declared. */
const knownGases: Check = (files) => {
  const declared = new Set(files['gases.yaml'].map((gas) => gas.id));
  return files['gwp.csv']
    .filter(({ gas }) => !declared.has(gas))
    .map(({ id, gas }) =>
      complaint('gwp.csv', id, 'gas', `the gas ${gas} is not declared in gases.yaml`, `가스 ${gas}이(가) gases.yaml에 없습니다`),
    );
};

const suppliers: Check = (files) => {
  const known = new Set(files['heat-suppliers.yaml'].map((supplier) => supplier.id));
  return files['heat-supplier-factors.csv'].flatMap((record) =>
    known.has(record.supplier)
      ? []
      : [
          complaint(
            'heat-supplier-factors.csv',
            record.id,
            'supplier',
            `the supplier ${record.supplier} is not listed in heat-suppliers.yaml`,
            `공급자 ${record.supplier}이(가) heat-suppliers.yaml에 없습니다`,
          ),
        ],
  );
};

/** Names, references and values of single records. */
export const recordChecks: readonly Check[] = [
  ids,
  declaredSources,
  knownFuels,
  oneRecordPerKey,
  markedValues,
  grossAboveNet,
  knownGases,
  suppliers,
];
