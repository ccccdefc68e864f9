/** What a reader of a recalculated series must know. */
export interface BaseYearFinding {
  readonly code: BaseYearFindingCode;
  /** The change or the year it concerns. */
  readonly id: string;
  readonly en: string;
  readonly ko: string;
}

type Values = Readonly<Record<string, string>>;

const wordings = {
  effectMissing: ({ id = '', year = '' }: Values) => ({
    en: `What the change ${id} does to ${year} is not given, so that year is blank in the recalculated series; give its effect, zero included.`,
    ko: `변경 ${id}이(가) ${year}년에 미치는 영향이 없어 재산정 시계열의 그 해를 비워 두었습니다. 0이라도 effects에 적으세요.`,
  }),
  belowZero: ({ id = '' }: Values) => ({
    en: `The changes take more out of ${id} than was reported for it; check the effects of that year.`,
    ko: `${id}년에서 빼는 양이 보고한 배출량보다 많습니다. 그 해의 effects를 확인하세요.`,
  }),
} as const;

export type BaseYearFindingCode = keyof typeof wordings;
export const baseYearFindingCodes = Object.keys(wordings) as readonly BaseYearFindingCode[];

export const baseYearFinding = (code: BaseYearFindingCode, id: string, values: Values = {}): BaseYearFinding => ({
  code,
  id,
  ...wordings[code]({ id, ...values }),
});
