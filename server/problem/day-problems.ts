import type { SurveyProblemKind } from './survey-problem.js';

/** What can be wrong with a day that was typed. {text} is what was typed. */
export const dayProblems = {
  notDay: {
    status: 422,
    en: '"{text}" is not a day.',
    ko: '"{text}"은(는) 날짜가 아닙니다.',
    wayOut: { en: 'Write it as 2025-03-02.', ko: '2025-03-02처럼 적어 주십시오.' },
  },
  dayOrder: {
    status: 422,
    en: '"{text}" can be read as more than one day.',
    ko: '"{text}"은(는) 어느 날인지 분명하지 않습니다.',
    wayOut: { en: 'Begin with all four digits of the year: 2025-03-02.', ko: '연도 네 자리부터 2025-03-02처럼 적어 주십시오.' },
  },
  noSuchDay: {
    status: 422,
    en: 'There is no day "{text}".',
    ko: '"{text}"(이)라는 날은 없습니다.',
    wayOut: { en: 'Check the month and the day.', ko: '월과 일을 확인해 주십시오.' },
  },
  dayBefore: {
    status: 422,
    en: '{day} is before {min}.',
    ko: '{day}은(는) {min}보다 앞선 날입니다.',
    wayOut: { en: 'Check the year.', ko: '연도를 확인해 주십시오.' },
  },
  dayAfter: {
    status: 422,
    en: '{day} is after {max}.',
    ko: '{day}은(는) {max}보다 뒤의 날입니다.',
    wayOut: { en: 'Check the year.', ko: '연도를 확인해 주십시오.' },
  },
} as const satisfies Record<string, SurveyProblemKind>;
