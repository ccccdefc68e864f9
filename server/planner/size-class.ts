import { amount } from './amounts-in-words.js';
import type { SizeClass } from './condition.js';
import { longestBeginning } from './industry-code.js';
import type { Text } from './plan.js';
import type { ProgramData } from './planner-data.js';
import type { SizeLimit } from './program.js';

/** The classes an enterprise may still be in, given what is known, and why. */
export interface SizeFinding {
  readonly possible: readonly SizeClass[];
  readonly reason: Text;
}

export const sizeNames: Readonly<Record<SizeClass, Text>> = {
  micro: { ko: '소상공인', en: 'micro' },
  small: { ko: '소기업', en: 'small' },
  medium: { ko: '중기업', en: 'medium' },
  midSized: { ko: '중견기업', en: 'mid-sized' },
  large: { ko: '대기업', en: 'large' },
};

const all: readonly SizeClass[] = ['micro', 'small', 'medium', 'midSized', 'large'];

const limitOf = (sizeClass: SizeLimit['sizeClass'], industry: string, limits: readonly SizeLimit[]): number | null => {
  const open = limits.filter(
    (limit) => limit.sizeClass === sizeClass && limit.onlyFor === '' && !(limit.except !== '' && industry.startsWith(limit.except)),
  );
  const code = longestBeginning(
    industry,
    open.map((limit) => limit.industry),
  );
  const newest = open.filter((limit) => limit.industry === code).sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  return newest === undefined ? null : newest.limitHundredMillionKRW * 1e8;
};

const workersLimit = (industry: string, rules: ProgramData['sizeRules']): number => {
  const named = rules.microWorkersBelow.find((rule) => rule.sections !== 'others' && rule.sections.includes(industry.slice(0, 1)));
  const others = rules.microWorkersBelow.find((rule) => rule.sections === 'others');
  return named?.workers ?? others?.workers ?? 0;
};

/**
 * The size classes left open by industry, workers and mean sales. Sales decide between small, medium and beyond; workers can only
 * rule micro in or out. Source: Framework Act on SMEs, decree annexes 1 and 3; Framework Act on Micro Enterprises.
 */
export const sizeFinding = (
  industry: string | null,
  workers: number | null,
  averageSales: number | null,
  programs: Pick<ProgramData, 'sizeLimits' | 'sizeRules'>,
): SizeFinding => {
  if (industry === null) {
    return {
      possible: all,
      reason: { ko: '업종코드를 알 수 없어 기업규모를 판단할 수 없습니다.', en: 'Without an industry code the size class cannot be told.' },
    };
  }
  const below = workersLimit(industry, programs.sizeRules);
  const tooManyForMicro = workers !== null && workers >= below;
  const notMicro = tooManyForMicro ? all.filter((size) => size !== 'micro') : all;
  const workersKo = workers === null ? '' : ` 종사자 수(${amount(workers)}명)는 소상공인 여부에만 쓰이며, 상시근로자 수로 보았습니다.`;
  const workersEn =
    workers === null ? '' : ` The number of workers (${amount(workers)}, taken as regular workers) only decides whether it is micro.`;
  if (averageSales === null) {
    return {
      possible: notMicro,
      reason: {
        ko: `기업규모는 3년 평균매출액으로 정해지는데 매출액을 알 수 없습니다.${workersKo}`,
        en: `The size class goes by mean sales of three years, which are not known.${workersEn}`,
      },
    };
  }
  const small = limitOf('small', industry, programs.sizeLimits);
  const medium = limitOf('medium', industry, programs.sizeLimits);
  if (small === null || medium === null) {
    return {
      possible: notMicro,
      reason: { ko: '이 업종의 매출액 기준을 찾지 못했습니다.', en: 'No sales limit was found for this industry.' },
    };
  }
  const possible: readonly SizeClass[] =
    averageSales > medium
      ? ['midSized', 'large']
      : averageSales > small
        ? ['medium']
        : workers === null
          ? ['micro', 'small']
          : tooManyForMicro
            ? ['small']
            : ['micro'];
  return {
    possible,
    reason: {
      ko: `3년 평균매출액 ${amount(averageSales / 1e8)}억원(소기업 ${amount(small / 1e8)}억원, 중소기업 ${amount(medium / 1e8)}억원 이하). ${programs.sizeRules.note.ko}`,
      en: `Mean sales KRW ${amount(averageSales / 1e8)} x 100 m (small up to ${amount(small / 1e8)}, SME up to ${amount(medium / 1e8)}). ${programs.sizeRules.note.en}`,
    },
  };
};
