import { dataQualities } from '../domain/data-quality.js';
import { withinPercent } from '../domain/uncertainty/distribution.js';
import { isCovered } from '../domain/uncertainty/record-for.js';
import type { FactorUncertainty, UncertaintyData } from '../domain/uncertainty/uncertainty-record.js';
import { inLine } from './data-files.js';
import type { FactorFiles } from './emission-factors-files.js';

type Record = FactorFiles['uncertainties.yaml'][number];
type FactorRecord = Extract<Record, { of: 'factor' }>;

const ofFactors = (records: readonly Record[]): FactorRecord[] => records.filter((record) => record.of === 'factor');

/** Limits become multiples of their central value; borrowed ones hold for any value, published ones for their own. */
const factorUncertainty = (record: FactorRecord): FactorUncertainty => {
  const { id, covers, basis, confidence, source: sourceId, locator } = record;
  const base = { id, covers, basis, confidence, sourceId, locator };
  if ('percent' in record) return { ...base, central: null, distribution: withinPercent(record.percent) };
  if (!('central' in record)) return { ...base, central: null, distribution: null };
  const { shape, central, lower, upper } = record;
  const distribution = { shape, lower: lower / central, upper: upper / central };
  return { ...base, central: basis === 'published' ? central : null, distribution };
};

/** The records of uncertainties.yaml as the calculation takes them. */
export const uncertaintyData = (records: readonly Record[]): UncertaintyData => ({
  factors: ofFactors(records).map(factorUncertainty),
  quantities: Object.fromEntries(
    records.flatMap((record) => {
      if (record.of !== 'quantity') return [];
      const { id, quality, percent, confidence, source: sourceId, locator } = record;
      return [[quality, { id, quality, percent, confidence, sourceId, locator }]];
    }),
  ),
  tiers: records
    .flatMap((record) => {
      if (record.of !== 'activityTier') return [];
      const { id, tier, percent, confidence, source: sourceId, locator } = record;
      return [{ id, tier, percent, confidence, sourceId, locator }];
    })
    .sort((a, b) => b.tier - a.tier),
});

const patternsTwice = (records: readonly Record[]): string[] => {
  const keys = ofFactors(records).flatMap((record) =>
    record.covers.map((pattern) => `"${pattern}"${'central' in record && record.basis === 'published' ? ` at ${record.central}` : ''}`),
  );
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))].map((key) =>
    inLine(`${key}: covers`, `two records cover ${key}`, `${key}에 해당하는 기록이 둘입니다`),
  );
};

/** The ids a calculation can name as a factor. */
const factorIds = (files: FactorFiles): string[] =>
  Object.entries(files).flatMap(([file, content]: readonly [string, unknown]) =>
    Array.isArray(content) &&
    !['uncertainties.yaml', 'thresholds.yaml', 'conflicts.yaml', 'sources.yaml', 'fuels.yaml', 'gases.yaml'].includes(file)
      ? content.map((record: { readonly id: string }) => record.id)
      : [],
  );

/**
 * What is wrong with uncertainties.yaml beside the other files: a pattern that covers nothing, two records for one factor, a factor of the
 * package that none speaks of, a quality or a tier that is missing or stands twice.
 */
export const uncertaintyFaults = (files: FactorFiles): string[] => {
  const records = files['uncertainties.yaml'];
  const factors = ofFactors(records);
  const ids = factorIds(files);
  const idle = factors.flatMap(({ id, covers }) =>
    covers
      .filter((pattern) => !ids.some((each) => isCovered(pattern, each)))
      .map((pattern) => inLine(`${id}: covers`, `"${pattern}" covers no factor`, `"${pattern}"에 해당하는 배출계수가 없습니다`)),
  );
  const patterns = factors.flatMap(({ covers }) => covers);
  const silent = ids
    .filter((id) => !patterns.some((pattern) => isCovered(pattern, id)))
    .map((id) => inLine(`${id}: covers`, 'no record says how well it is known', '불확도 기록이 없습니다'));
  const count = (test: (record: Record) => boolean): number => records.filter(test).length;
  const once = (name: string, times: number): string[] =>
    times === 1 ? [] : [inLine(name, `stands ${times} times, not once`, `한 번이 아니라 ${times}번 적혀 있습니다`)];
  return [
    ...idle,
    ...patternsTwice(records),
    ...silent,
    ...dataQualities.flatMap((quality) =>
      once(
        `quality ${quality}`,
        count((record) => record.of === 'quantity' && record.quality === quality),
      ),
    ),
    ...[1, 2, 3].flatMap((tier) =>
      once(
        `tier ${tier}`,
        count((record) => record.of === 'activityTier' && record.tier === tier),
      ),
    ),
  ];
};
