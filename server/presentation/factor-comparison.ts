import { formatExact, formatResult } from './number-format.js';

/** What the report needs of a comparison; the operation that compares makes more of it. */
interface Difference {
  readonly id: string;
  readonly name: string;
  readonly before: { readonly total: number } | null;
  readonly after: { readonly total: number } | null;
  readonly change: 'none' | 'trace' | 'result' | 'refused';
  readonly tonnes: number | null;
  readonly percent: number | null;
  readonly warnings: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly errors: readonly { readonly field: string; readonly en: string; readonly ko: string }[];
}
interface Named {
  readonly version: string;
  readonly hash: string;
}
interface RecordDifference {
  readonly table: string;
  readonly record: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
}

const kinds = { added: 'added | 추가', removed: 'removed | 삭제', changed: 'changed | 변경' } as const;
const changes = {
  none: 'no change | 변화 없음',
  trace: 'sources or warnings only | 출처·경고만 변경',
  result: 'result | 결과 변경',
  refused: 'cannot be computed in one of the two | 한쪽에서 계산할 수 없음',
} as const;

const told = (figures: { readonly total: number } | null): string => (figures === null ? '—' : formatResult(figures.total));

/** With its sign, so that more and less can be told apart at a glance. */
const signed = (text: string, value: number): string => (value > 0 ? `+${text}` : text);

const percentOf = (percent: number | null): string =>
  percent === null ? '—' : `${signed(formatExact(Number(percent.toFixed(3))), percent)} %`;

const codesOf = ({ warnings, errors }: Difference): string =>
  [
    ...warnings.added.map((code) => `+${code}`),
    ...warnings.removed.map((code) => `-${code}`),
    ...errors.map(({ field, en, ko }) => `${field}: ${en} | ${ko}`),
  ].join(' ');

const shownValue = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The head of the report: which data are compared, and every record that differs, fields below it. */
export const recordLines = (before: Named, after: Named, records: readonly RecordDifference[]): readonly string[] => [
  `before | 이전\t${before.version}\t${before.hash}`,
  `after | 이후\t${after.version}\t${after.hash}`,
  '',
  records.length === 0 ? 'no record differs | 달라진 값이 없습니다' : `${records.length} records differ | 달라진 값 ${records.length}건`,
  ...records.flatMap(({ table, record, kind, fields }) => [
    `${kinds[kind]}\t${table}\t${record}`,
    ...fields.map(({ field, before: was, after: is }) => `\t${field}\t${shownValue(was)} → ${shownValue(is)}`),
  ]),
];

/** The head of the table of establishments. */
export const differenceHead =
  'establishment | 사업장\tbefore tCO2eq | 이전\tafter tCO2eq | 이후\tdifference | 차이\t%\twhat changed | 변화\twarnings | 경고';

/** One row per establishment, columns separated by tabs. */
export const differenceLine = (difference: Difference): string => {
  const { id, name, before, after, tonnes, percent, change } = difference;
  const moved = tonnes === null ? '—' : signed(formatResult(tonnes), tonnes);
  return [`${name} (${id})`, told(before), told(after), moved, percentOf(percent), changes[change], codesOf(difference)].join('\t');
};
