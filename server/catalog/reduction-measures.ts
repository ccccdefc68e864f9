import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { ReductionMeasure } from '../planner/measure.js';
import type { MeasureData } from '../planner/planner-data.js';
import { DataFileError, frozen, readCsv, readYaml } from './data-files.js';
import { asSources, dangling, repeated } from './record-checks.js';
import { schemas } from './reduction-measures-schema.js';
import { inLine } from './schema-faults.js';

export { schemas } from './reduction-measures-schema.js';

type File<Name extends keyof typeof schemas> = z.infer<(typeof schemas)[Name]>;

/** The package of reduction measures: what the planner needs, with prices and pathways beside it. */
export interface ReductionMeasureCatalog extends Omit<MeasureData, 'fuels'> {
  readonly electricityTariff: File<'electricity-tariff'>;
  readonly priceHistory: File<'energy-prices'>['history'];
  readonly moneyConversion: File<'money-conversion'>;
  readonly pathways: {
    readonly targets: File<'targets'>['targets'];
    readonly carbonPrice: File<'carbon-price'>;
    readonly gridProjections: File<'grid-projections'>;
    readonly discountRates: File<'discount-rates'>['rates'];
  };
  readonly auditStatistics: File<'audit-statistics'>['statistics'];
}

const pairs = (place: string, ids: readonly (string | undefined)[]): readonly (readonly [string, string])[] =>
  ids.flatMap((id) => (id === undefined ? [] : [[place, id] as const]));

const sourcesOf = (measure: ReductionMeasure): readonly (string | undefined)[] => [
  measure.saving.source,
  measure.electricityPerFuel?.source,
  measure.limit?.source,
  measure.investment?.source,
  measure.lifetime.source,
  measure.upkeep.source,
  ...measure.evidence.map((entry) => entry.source),
];

const oneSided = (measures: readonly ReductionMeasure[]): readonly string[] =>
  measures.flatMap((measure) =>
    measure.exclusiveWith
      .filter((other) => measures.find((entry) => entry.id === other)?.exclusiveWith.includes(measure.id) === false)
      .map((other) =>
        inLine(
          `${measure.id}: exclusiveWith`,
          `${measure.id} excludes ${other}, but not the other way round`,
          `${other} 쪽에는 ${measure.id}이(가) 적혀 있지 않습니다`,
        ),
      ),
  );

/** Faults between files: ids that stand twice, references to nothing, exclusions told by one side. */
const faultsOf = (data: ReductionMeasureCatalog): readonly string[] => {
  const { measures, endUses, components, splits, investmentUnits, equipment, prices, sources, pathways } = data;
  const endUseUses = measures.flatMap((measure) => pairs(measure.id, [measure.endUse, measure.limit?.endUse, measure.investment?.endUse]));
  const componentUses = [
    ...endUses.flatMap((endUse) => endUse.parts.flatMap((part) => pairs(endUse.id, part.components))),
    ...splits.flatMap((split) => pairs(split.id, Object.keys(split.shares))),
    ...equipment.flatMap((kind) => pairs(kind.id, [kind.component])),
  ];
  const cited = [
    ...splits,
    ...prices,
    ...data.moneyConversion.surcharges,
    ...data.moneyConversion.prices,
    ...pathways.targets,
    ...pathways.gridProjections.projections,
    ...pathways.discountRates,
    ...pathways.carbonPrice.scenarios,
  ];
  const sourceUses = [
    ...measures.flatMap((measure) => pairs(measure.id, sourcesOf(measure))),
    ...cited.flatMap((record) => pairs(record.id, [record.source])),
    ...splits.flatMap((split) => pairs(split.id, [split.spread.source])),
    ...investmentUnits.flatMap((unit) => pairs(unit.id, [unit.fullLoadHours?.source])),
    ...equipment.flatMap((kind) => pairs(kind.id, [kind.loadFactor?.source])),
    ...pairs('money-conversion', [
      data.moneyConversion.seasons.source,
      data.moneyConversion.bandShares.source,
      data.moneyConversion.loadHours.source,
      data.moneyConversion.vat.source,
    ]),
    ...data.electricityTariff.flatMap((row) => pairs(`${row.contract} ${row.voltage}`, [row.source])),
    ...[...data.priceHistory, ...data.auditStatistics, ...pathways.carbonPrice.history, ...pathways.gridProjections.history].flatMap(
      (record) => pairs('history', [record.source]),
    ),
  ];
  return [
    ...repeated(
      'the measure',
      measures.map((measure) => measure.id),
    ),
    ...repeated(
      'the source',
      sources.map((source) => source.id),
    ),
    ...repeated(
      'the end use',
      endUses.map((endUse) => endUse.id),
    ),
    ...repeated(
      'the price',
      [...prices, ...data.moneyConversion.prices].map((price) => price.id),
    ),
    ...dangling(
      'end use',
      endUses.map((endUse) => endUse.id),
      endUseUses,
    ),
    ...dangling(
      'component',
      components.map((component) => component.id),
      componentUses,
    ),
    ...dangling(
      'investment unit',
      investmentUnits.map((unit) => unit.id),
      measures.flatMap((measure) => pairs(measure.id, [measure.investment?.per])),
    ),
    ...dangling(
      'equipment',
      equipment.map((kind) => kind.id),
      investmentUnits.flatMap((unit) => pairs(unit.id, unit.equipmentKinds ?? [])),
    ),
    ...dangling(
      'measure',
      measures.map((measure) => measure.id),
      measures.flatMap((measure) => pairs(measure.id, measure.exclusiveWith)),
    ),
    ...dangling(
      'source',
      sources.map((source) => source.id),
      sourceUses,
    ),
    ...oneSided(measures),
  ];
};

const readMeasures = (folder: string): readonly ReductionMeasure[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const file = readYaml(join(folder, name), schemas.measures);
      return file.measures.map((measure) => ({ ...measure, category: file.category.name }));
    });

/**
 * Reads the folder `reduction-measures` below the root into a frozen value.
 * Throws DataFileError for a bad record, an undeclared source or a reference to nothing.
 */
export const readReductionMeasures = (root: string): ReductionMeasureCatalog => {
  const folder = join(root, 'reduction-measures');
  const yaml = <Name extends Exclude<keyof typeof schemas, 'electricity-tariff'>>(name: Name, below = ''): File<Name> =>
    readYaml(join(folder, below, `${name}.yaml`), schemas[name] as unknown as z.ZodType<File<Name>>);
  const endUses = yaml('end-uses');
  const prices = yaml('energy-prices', 'prices');
  const data: ReductionMeasureCatalog = {
    measures: readMeasures(join(folder, 'measures')),
    endUses: endUses.endUses,
    components: endUses.components,
    splits: yaml('end-use-splits').splits,
    investmentUnits: yaml('investment-units').units,
    equipment: yaml('equipment').equipment,
    prices: prices.prices,
    sources: asSources(yaml('sources')),
    electricityTariff: readCsv(join(folder, 'prices', 'electricity-tariff.csv'), schemas['electricity-tariff']),
    priceHistory: prices.history,
    moneyConversion: yaml('money-conversion', 'prices'),
    pathways: {
      targets: yaml('targets', 'pathways').targets,
      carbonPrice: yaml('carbon-price', 'pathways'),
      gridProjections: yaml('grid-projections', 'pathways'),
      discountRates: yaml('discount-rates', 'pathways').rates,
    },
    auditStatistics: yaml('audit-statistics').statistics,
  };
  const faults = faultsOf(data);
  if (faults.length > 0) throw new DataFileError(folder, faults);
  return frozen(data);
};
