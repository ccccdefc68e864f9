import type { Answer, AnswerValue } from './answer.js';

/** A value without what was typed in the cells of a table. */
const bare = (value: AnswerValue): unknown =>
  value.kind === 'table'
    ? value.rows.map(({ row, cells }) => [
        row,
        Object.entries(cells)
          .filter(([, cell]) => cell.state !== 'blank')
          .map(([column, cell]) => [column, meaning(cell)])
          .sort(([one], [other]) => ((one as string) < (other as string) ? -1 : 1)),
      ])
    : value;

const meaning = (answer: Answer): unknown => {
  if (answer.state === 'answered') return bare(answer.value);
  return answer.state === 'unreadable' ? Object.entries(answer.typed).sort(([one], [other]) => (one < other ? -1 : 1)) : answer.state;
};

/** Whether two answers mean the same, however they were typed. What cannot be read means what it says. */
export const sameAnswer = (one: Answer, other: Answer): boolean =>
  one.state === other.state && JSON.stringify(meaning(one)) === JSON.stringify(meaning(other));
