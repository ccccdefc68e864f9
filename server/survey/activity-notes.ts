import type { Text } from './edition.js';

/** Why an answer is not in the inventory, or is in it under an assumption. Shown with every result. */
export interface ActivityNote {
  /** A key of `activityNotes`. */
  readonly code: string;
  readonly question: string;
  readonly text: Text;
}

const note =
  (code: string, ko: string, en: string) =>
  (question: string): ActivityNote => ({ code, question, text: { ko, en } });

/** One maker of a note per reason, by question id. */
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
  heatKindAssumed: note(
    'heatKindAssumed',
    '열의 생산 방식을 몰라 전국 평균 배출계수를 적용하였습니다.',
    'The kind of heat is not known: the national average factor was used.',
  ),
  ownUseMissing: note(
    'ownUseMissing',
    '직접 쓴 양을 알 수 없어 태양광 전기가 산정에서 빠졌습니다.',
    'Left out: it is not known how much of the electricity from the roof was used here.',
  ),
  ownUseOverGeneration: note(
    'ownUseOverGeneration',
    '직접 쓴 양이 발전량보다 많아 태양광 전기가 산정에서 빠졌습니다. 응답을 고쳐 주십시오.',
    'Left out: more electricity from the roof was used than it made. Correct the answers.',
  ),
  fuelNotCounted: (question: string, typed: string): ActivityNote => ({
    code: 'fuelNotCounted',
    question,
    text: {
      ko: `그 밖의 연료(‘${typed}’)는 이 조사표에 배출계수가 없어 산정에서 빠졌습니다. 실제 배출량은 이 결과보다 많을 수 있습니다.`,
      en: `Left out: the form has no emission factor for the other fuel (“${typed}”). The real emissions may be higher than this result.`,
    },
  }),
  instrumentsOverUse: note(
    'instrumentsOverUse',
    '재생에너지 구매량의 합이 산 전기보다 많아 시장기반 배출량에 반영하지 않았습니다. 응답을 고쳐 주십시오.',
    'Left out of the market-based emissions: more renewable electricity than electricity in all was entered. Correct the answers.',
  ),
  instrumentWithoutElectricity: note(
    'instrumentWithoutElectricity',
    '산 전기의 양이 산정에 없어 재생에너지 구매량도 반영하지 못했습니다.',
    'Left out: the electricity bought, which this purchase belongs to, is not in the result.',
  ),
} as const satisfies Record<string, (question: string, typed: string) => ActivityNote>;

/** Whether an answer did enter, under an assumption. All other notes are on answers that did not. */
export const isAssumption = ({ code }: Pick<ActivityNote, 'code'>): boolean => code === 'heatKindAssumed';
