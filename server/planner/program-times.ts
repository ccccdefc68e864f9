import { same } from './amounts-in-words.js';
import type { Check, Text } from './plan.js';
import type { SupportProgram } from './program.js';

const running: Text = { ko: '현재 시행 여부', en: 'Still running' };

const unknown = (ko: string, en: string): readonly Check[] => [{ label: running, outcome: 'unknown', reason: { ko, en } }];

/** A program that another one took over is not open; one that may have ended is never more than unknown. */
const stillRuns = (program: SupportProgram, programs: readonly SupportProgram[], year: number): readonly Check[] => {
  const { supersededBy, lastSeen, plannedUntil } = program;
  if (supersededBy !== undefined) {
    const next = programs.find((entry) => entry.id === supersededBy.program)?.name ?? same(supersededBy.program);
    return [
      {
        label: running,
        outcome: 'no',
        reason: {
          ko: `${supersededBy.year}년부터 '${next.ko}' 사업으로 바뀌었습니다.`,
          en: `Became the program "${next.en}" in ${supersededBy.year}.`,
        },
      },
    ];
  }
  if (lastSeen === null) return unknown('현재 시행 여부를 확인하지 못했습니다.', 'It is not known whether it still runs.');
  if (program.continuing && Math.max(lastSeen, plannedUntil ?? lastSeen) >= year) return [];
  return unknown(
    `마지막으로 확인한 연도는 ${lastSeen}년이며, 지금도 시행하는지 확인하지 못했습니다.`,
    `Last seen in ${lastSeen}; it is not known whether it still runs.`,
  );
};

/** The latest application window against the day of the plan. One that has passed says nothing of the next. */
const windowOpen = ({ latestCall }: SupportProgram, date: string): readonly Check[] => {
  if (latestCall === undefined) return [];
  const { from, to } = latestCall;
  const label: Text = { ko: '신청 기간', en: 'Application window' };
  const period: Text = from === null ? { ko: `${to}까지`, en: `until ${to}` } : { ko: `${from}~${to}`, en: `${from} to ${to}` };
  if (to < date) {
    return [
      {
        label,
        outcome: 'unknown',
        reason: {
          ko: `이번 신청 기간(${period.ko})은 지났습니다. 다음 공고를 확인하세요.`,
          en: `This application window (${period.en}) has passed. Look for the next call.`,
        },
      },
    ];
  }
  return [{ label, outcome: 'yes', reason: { ko: `신청 기간: ${period.ko}`, en: `Window: ${period.en}` } }];
};

/**
 * What the day of the plan says of a program: whether it still runs, and whether its application window has passed.
 * @param date  YYYY-MM-DD
 */
export const programTimes = (program: SupportProgram, programs: readonly SupportProgram[], date: string): readonly Check[] => [
  ...stillRuns(program, programs, Number(date.slice(0, 4))),
  ...windowOpen(program, date),
];
