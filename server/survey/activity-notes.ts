import type { Sentence } from '../problem/problem.js';
import type { Conversion } from './mapping/money-of-answer.js';
import type { Place } from './mapping/place.js';
import { convertedText } from './money/converted-text.js';
import { moneyRefusals } from './money/money-words.js';
import type { Text } from './text.js';

/** Why an answer is not in the inventory, or is in it under an assumption. Shown with every result. */
export interface ActivityNote extends Place {
  /** A key of `activityNotes`. */
  readonly code: string;
  readonly text: Text;
  /** Of a quantity that was converted from money: everything the conversion rests on. */
  readonly conversion?: Conversion;
}

const note =
  (code: string, ko: string, en: string) =>
  (place: Place): ActivityNote => ({ ...place, code, text: { ko, en } });

/** One maker of a note per reason, by the place of the answer. */
export const activityNotes = {
  blank: note(
    'blank',
    '응답이 없어 산정에서 빠졌습니다. 0으로 보지 않았습니다.',
    'Left out: there is no answer. It was not taken as zero.',
  ),
  undecided: note(
    'undecided',
    '앞 문항의 응답이 없어 해당 여부를 알 수 없으므로 산정에서 빠졌습니다.',
    'Left out: an earlier question that decides whether this applies has no answer.',
  ),
  unknown: note(
    'unknown',
    '‘모름’으로 응답하여 산정에서 빠졌습니다. 0으로 보지 않았습니다.',
    'Left out: answered "unknown". It was not taken as zero.',
  ),
  refused: note(
    'refused',
    '응답을 거부하여 산정에서 빠졌습니다. 0으로 보지 않았습니다.',
    'Left out: the answer was refused. It was not taken as zero.',
  ),
  unreadable: note(
    'unreadable',
    '적힌 내용을 읽을 수 없어 산정에서 빠졌습니다. 응답을 고쳐 주십시오.',
    'Left out: what was typed cannot be read. Correct the answer.',
  ),
  monthsMissing: note(
    'monthsMissing',
    '비어 있는 달이 있고 연간 합계도 없어 산정에서 빠졌습니다. 사용하지 않은 달에는 0을 적어 주십시오.',
    'Left out: some months are blank and there is no annual total. Enter 0 for months without use.',
  ),
  negative: note(
    'negative',
    '음수여서 산정에서 빠졌습니다. 응답을 고쳐 주십시오.',
    'Left out: the quantity is negative. Correct the answer.',
  ),
  notAsked: note(
    'notAsked',
    '사용하지 않는다고 응답한 항목이어서, 적혀 있는 값은 산정에서 빠졌습니다.',
    'Left out: an earlier answer says that this is not used, so the value entered does not count.',
  ),
  heatSourceMissing: note(
    'heatSourceMissing',
    '열의 공급자나 생산 방식을 알 수 없어 산정에서 빠졌습니다.',
    'Left out: neither the supplier nor the kind of heat is known.',
  ),
  partMissing: (place: Place, missing: string): ActivityNote => ({
    ...place,
    code: 'partMissing',
    text: {
      ko: `함께 있어야 하는 응답(${missing})이 없어 산정에서 빠졌습니다.`,
      en: `Left out: the answer that it needs beside it (${missing}) is not there.`,
    },
  }),
  cellMissing: (place: Place, column: Text): ActivityNote => ({
    ...place,
    code: 'cellMissing',
    text: {
      ko: `‘${column.ko}’ 칸의 값을 알 수 없어 이 행이 산정에서 빠졌습니다.`,
      en: `Left out: “${column.en}” of this row is not known.`,
    },
  }),
  choiceNotCounted: (place: Place, choice: Text): ActivityNote => ({
    ...place,
    code: 'choiceNotCounted',
    text: {
      ko: `고르신 ‘${choice.ko}’에 쓸 배출계수가 없어 산정에서 빠졌습니다. 실제 배출량은 이 결과보다 많을 수 있습니다.`,
      en: `Left out: there is no emission factor for “${choice.en}”. The real emissions may be higher than this result.`,
    },
  }),
  noMapping: note(
    'noMapping',
    '응답만으로는 산정 방법을 정할 수 없어 산정에서 빠졌습니다. 빈칸을 채워 주십시오.',
    'Left out: the answers do not tell how to compute it. Fill in what is blank.',
  ),
  leftOut: (place: Place, text: Text): ActivityNote => ({ ...place, code: 'leftOut', text }),
  unitsDiffer: note(
    'unitsDiffer',
    '다른 응답과 단위의 종류가 달라 함께 계산하지 못하고 산정에서 빠졌습니다. 같은 종류의 단위로 적어 주십시오.',
    'Left out: its unit is of another kind than that of the amount it belongs to. Enter both in units of one kind.',
  ),
  differenceNegative: note(
    'differenceNegative',
    '빼는 양이 전체보다 많아 산정에서 빠졌습니다. 응답을 고쳐 주십시오.',
    'Left out: more is taken off than there was. Correct the answers.',
  ),
  partWithoutWhole: (place: Place, whole: string): ActivityNote => ({
    ...place,
    code: 'partWithoutWhole',
    text: {
      ko: `이 응답이 딸린 ${whole}의 양이 산정에 없어 반영하지 못했습니다.`,
      en: `Left out: the amount it belongs to (${whole}) is not in the result.`,
    },
  }),
  instrumentsOverUse: note(
    'instrumentsOverUse',
    '재생에너지 구매량의 합이 산 전기보다 많아 시장기반 배출량에 반영하지 않았습니다. 응답을 고쳐 주십시오.',
    'Left out of the market-based emissions: more renewable electricity than electricity in all was entered. Correct the answers.',
  ),
  partRefused: (place: Place, why: Sentence): ActivityNote => ({
    ...place,
    code: 'partRefused',
    text: {
      ko: `이 응답은 산정에 쓸 수 없어 반영하지 않았습니다: ${why.ko}`,
      en: `Not taken into account, because it cannot be computed with: ${why.en}`,
    },
  }),
  refusedByCalculation: (place: Place, why: Sentence): ActivityNote => ({
    ...place,
    code: 'refusedByCalculation',
    text: { ko: `산정할 수 없어 빠졌습니다: ${why.ko}`, en: `Left out, because it cannot be computed: ${why.en}` },
  }),
  fuelNotCounted: (place: Place, typed: string): ActivityNote => ({
    ...place,
    code: 'fuelNotCounted',
    text: {
      ko: `그 밖의 연료(‘${typed}’)는 이 조사표에 배출계수가 없어 산정에서 빠졌습니다. 실제 배출량은 이 결과보다 많을 수 있습니다.`,
      en: `Left out: the form has no emission factor for the other fuel (“${typed}”). The real emissions may be higher than this result.`,
    },
  }),
  setAside: (place: Place, cost: string): ActivityNote => ({
    ...place,
    code: 'setAside',
    text: {
      ko: `금액(${cost})을 환산한 양을 썼으므로 이 응답은 반영하지 않았습니다.`,
      en: `Left out: the quantity converted from the cost (${cost}) was used.`,
    },
  }),
  moneyRefused: (place: Place, why: keyof typeof moneyRefusals): ActivityNote => {
    const { text, wayOut } = moneyRefusals[why];
    return { ...place, code: 'moneyRefused', text: { ko: `${text.ko} ${wayOut.ko}`, en: `${text.en} ${wayOut.en}` } };
  },
  converted: (place: Place, conversion: Conversion): ActivityNote => ({
    ...place,
    code: 'converted',
    text: convertedText(conversion),
    conversion,
  }),
  assumed: (place: Place, text: Text): ActivityNote => ({ ...place, code: 'assumed', text }),
  restUnknown: (place: Place, taken: string): ActivityNote => ({
    ...place,
    code: 'restUnknown',
    text: {
      ko: `이 응답이 없어 ${taken}의 양을 그대로 썼습니다.`,
      en: `This is not known: the amount of ${taken} was taken as it stands.`,
    },
  }),
} as const;

/** Answers that did enter, under an assumption. `heatKindAssumed` stands in results of earlier releases. */
const assumptions: readonly string[] = ['converted', 'assumed', 'restUnknown', 'heatKindAssumed'];

/** Whether an answer did enter, under an assumption. All other notes are on answers that did not. */
export const isAssumption = ({ code }: Pick<ActivityNote, 'code'>): boolean => assumptions.includes(code);
