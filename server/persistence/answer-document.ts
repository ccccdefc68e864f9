import type { Answer, Answers, AnswerValue, Typed } from '../survey/answer.js';
import type { Reason } from '../survey/response.js';

/** Keys that a person's typing or a rule decides may hold dots, or nothing at all, which a document's field names should not: they lie as pairs. */
interface TypedPart {
  readonly part: string;
  readonly text: string;
}
interface ReasonPart extends Reason {
  readonly finding: string;
}
type Laid = Readonly<Record<string, unknown>>;

const layTyped = (typed: Typed): readonly TypedPart[] => Object.entries(typed).map(([part, text]) => ({ part, text }));
const liftTyped = (parts: readonly TypedPart[]): Typed => Object.fromEntries(parts.map(({ part, text }) => [part, text]));

/** Applies `each` to the answers in the cells of a table; other values stay as they are. */
const inCells = (value: AnswerValue, each: (answer: Answer) => Answer): AnswerValue =>
  value.kind === 'table'
    ? {
        kind: 'table',
        rows: value.rows.map((row) => ({
          row: row.row,
          cells: Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [column, each(cell)])),
        })),
      }
    : value;

// A laid answer differs from an answer in `typed` alone; both directions meet in these two casts.
const layAnswer = (answer: Answer): Answer => {
  const laid = { ...answer, typed: layTyped(answer.typed) } as unknown as Answer;
  return laid.state === 'answered' ? { ...laid, value: inCells(laid.value, layAnswer) } : laid;
};
const liftAnswer = (laid: Answer): Answer => {
  const answer = { ...laid, typed: liftTyped(laid.typed as unknown as readonly TypedPart[]) };
  return answer.state === 'answered' ? { ...answer, value: inCells(answer.value, liftAnswer) } : answer;
};

const mapped = (answers: Answers, each: (answer: Answer) => Answer): Answers =>
  Object.fromEntries(Object.entries(answers).map(([question, answer]) => [question, each(answer)]));

/** Answers as they lie in a document. */
export const layAnswers = (answers: Answers): Laid => mapped(answers, layAnswer);
export const liftAnswers = (laid: Laid): Answers => mapped(laid as Answers, liftAnswer);

/** Reasons as they lie in a document. */
export const layReasons = (reasons: Readonly<Record<string, Reason>>): readonly ReasonPart[] =>
  Object.entries(reasons).map(([finding, reason]) => ({ finding, ...reason }));
export const liftReasons = (parts: readonly ReasonPart[]): Readonly<Record<string, Reason>> =>
  Object.fromEntries(parts.map(({ finding, ...reason }) => [finding, reason]));

export type { Laid as LaidAnswers, ReasonPart as LaidReason };
