import { type Check, type Complaint, complaint, recordsOf } from './emission-factors-check.js';
import type { FactorFiles } from './emission-factors-files.js';

const periods: Check = (files) =>
  recordsOf(files).flatMap(({ file, record }) => {
    const { validFrom, validTo } = record as { readonly validFrom?: string | null; readonly validTo?: string | null };
    return validFrom && validTo && validTo < validFrom
      ? [
          complaint(
            file,
            record.id,
            'validTo',
            `it ends (${validTo}) before it begins (${validFrom})`,
            `시작일(${validFrom})보다 종료일(${validTo})이 앞섭니다`,
          ),
        ]
      : [];
  });

/** One record of a series whose members follow each other: days of a statute, or years a figure serves. */
interface Member {
  readonly id: string;
  readonly from: string;
  /** Null while it is open. */
  readonly to: string | null;
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const yearAfter = (year: string): string => String(Number(year) + 1);

/** A complaint for every member that does not begin right behind the one before it. */
const gapsAndOverlaps = (
  file: keyof FactorFiles,
  field: string,
  series: readonly Member[],
  following: (end: string) => string,
): readonly Complaint[] => {
  const sorted = series.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.flatMap((member, index) => {
    const before = sorted[index - 1];
    if (before === undefined) return [];
    const wanted = before.to === null ? null : following(before.to);
    if (wanted === member.from) return [];
    return wanted === null || member.from < wanted
      ? [
          complaint(
            file,
            member.id,
            field,
            `begins on ${member.from}, where ${before.id} (to ${before.to ?? 'open'}) still holds: an overlap`,
            `${member.from}에 시작하는데 ${before.id}(~${before.to ?? '계속'})와 기간이 겹칩니다`,
          ),
        ]
      : [
          complaint(
            file,
            member.id,
            field,
            `begins on ${member.from}, but ${before.id} ends on ${before.to}: a gap`,
            `${before.id}은(는) ${before.to}에 끝나는데 ${member.from}에 시작해 기간이 비어 있습니다`,
          ),
        ];
  });
};

const grouped = <Item>(items: readonly Item[], key: (item: Item) => string): readonly (readonly Item[])[] => [
  ...items
    .reduce((groups, item) => groups.set(key(item), [...(groups.get(key(item)) ?? []), item]), new Map<string, readonly Item[]>())
    .values(),
];

/** Revisions of a statute follow each other day by day, for every fuel and for electricity; figures of one year serve years in a row. */
const series: Check = (files) => {
  const byDay = ({
    id,
    validFrom,
    validTo,
  }: {
    readonly id: string;
    readonly validFrom: string;
    readonly validTo: string | null;
  }): Member => ({
    id,
    from: validFrom,
    to: validTo,
  });
  return [
    ...grouped(files['calorific-values.csv'], ({ fuel }) => fuel).flatMap((records) =>
      gapsAndOverlaps('calorific-values.csv', 'validFrom', records.map(byDay), dayAfter),
    ),
    ...grouped(files['electricity-energy.yaml'], ({ basis }) => basis).flatMap((records) =>
      gapsAndOverlaps('electricity-energy.yaml', 'validFrom', records.map(byDay), dayAfter),
    ),
    ...grouped(files['heat-supplier-factors.csv'], ({ supplier, year }) => `${supplier} ${year}`).flatMap((records) =>
      gapsAndOverlaps(
        'heat-supplier-factors.csv',
        'servesFrom',
        records.map(({ id, servesFrom, servesTo }) => ({ id, from: String(servesFrom), to: servesTo === null ? null : String(servesTo) })),
        yearAfter,
      ),
    ),
  ];
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
      const of = (wrong: boolean, field: keyof typeof row, en: string, ko: string): Complaint[] =>
        wrong ? [complaint('factor-sets.yaml', row.id, field, en, ko)] : [];
      return [
        ...of(row.from !== null && row.from > row.to, 'to', 'it ends before it begins', '시작 연도보다 끝 연도가 앞섭니다'),
        ...of(
          before !== undefined && row.from !== before.to + 1,
          'from',
          `a gap or an overlap with the row before, which ends with ${before?.to}`,
          `앞 행(~${before?.to})과 연도가 비거나 겹칩니다`,
        ),
        ...of(index > 0 && row.from === null, 'from', 'only the first row may be open', '첫 행만 시작 연도를 비울 수 있습니다'),
        ...of(
          !isIpcc && !calorific.has(row.calorific),
          'calorific',
          `no calorific values of ${row.calorific}`,
          `${row.calorific} 발열량이 없습니다`,
        ),
        ...of(!isIpcc && !co2.has(row.co2), 'co2', `no CO2 factors of ${row.co2}`, `${row.co2} CO2 배출계수가 없습니다`),
        ...of(
          !isIpcc && revision?.pairsWith !== row.calorific,
          'co2',
          `${row.co2} was not measured against ${row.calorific}`,
          `${row.co2} 배출계수는 ${row.calorific} 발열량에 맞추어 정한 값이 아닙니다`,
        ),
        ...of(
          row.grid !== null && grid.get(row.grid) !== 'consumption',
          'grid',
          `${row.grid} is no consumption-end grid value`,
          `${row.grid}은(는) 소비단 전력 배출계수가 아닙니다`,
        ),
        ...of(
          row.grid !== null && !electricity.has(row.national),
          'national',
          `${row.national} has no energy of electricity`,
          `${row.national}에 전력의 에너지 환산값이 없습니다`,
        ),
      ];
    }),
  );
  const defaults = sets.filter((set) => set.default).length;
  return defaults === 1
    ? faults
    : [
        ...faults,
        complaint(
          'factor-sets.yaml',
          'sets',
          'default',
          `${defaults} sets are the default, not one`,
          `기본 세트가 하나가 아니라 ${defaults}개입니다`,
        ),
      ];
};

/** Days and years: of single records, of revisions that follow each other, and of the rows of a factor set. */
export const periodChecks: readonly Check[] = [periods, series, factorSetRows];
