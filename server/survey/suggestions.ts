import { type Environment, evaluate } from '../expression/evaluate.js';
import type { Expression } from '../expression/expression.js';
import type { AnswerValue } from './answer.js';
import type { Edition, QuantityQuestion, Slip, SuggestionRule } from './edition.js';
import { fieldName } from './field-names.js';
import type { Suggestion } from './finding.js';
import { numberText } from './numbers.js';
import { oddMonths } from './odd-months.js';
import type { AskedQuestion } from './question-functions.js';
import { monthParts } from './read-answer.js';
import { converted } from './year-quantity.js';

const numberOf = (expression: Expression, environment: Environment): number | null => {
  const value = evaluate(expression, environment);
  return typeof value === 'number' ? value : null;
};

const isSlip = (slip: Slip, ratio: number, tolerance: number | null): boolean =>
  ratio > 0 && Math.abs(Math.log10(ratio / slip.ratio)) <= (slip.wide ? (tolerance ?? slip.tolerance) : slip.tolerance);

/** A number without the digits that only a division brought in. */
const corrected = (number: number, ratio: number): string => numberText(Number((number / ratio).toPrecision(12)));

/** Every number of a year's answer by the same ratio: a slip of its unit is one of all months. */
const correctedMonths = (id: string, value: Extract<AnswerValue, { kind: 'monthly' }>, ratio: number): Suggestion['fields'] =>
  Object.fromEntries(
    [...monthParts.map((part, at) => [part, value.months[at] ?? null] as const), ['annual', value.annual] as const].flatMap(
      ([part, number]) => (number === null ? [] : [[fieldName(id, part), corrected(number, ratio)]]),
    ),
  );

const quantityFields = (asked: AskedQuestion, slip: Slip): Suggestion['fields'] | null => {
  const { question, answer } = asked;
  if (answer.state !== 'answered' || (answer.value.kind !== 'quantity' && answer.value.kind !== 'monthly')) return null;
  const { unit } = answer.value;
  if (slip.units !== null && slip.units.from !== unit) return null;
  const { units } = question as QuantityQuestion;
  const meant = units.find(({ id }) => {
    if (slip.units !== null) return slip.units.to === id;
    const oneOf = converted(1, unit, id);
    // 640 read as MWh and meant as kWh: the answer is 1,000 times too large, and one MWh is 1,000 kWh.
    return id !== unit && oneOf !== null && Math.abs(oneOf / slip.ratio - 1) < 1e-9;
  });
  if (meant !== undefined) return { [fieldName(question.id, 'unit')]: meant.id };
  if (slip.units !== null && slip.units.to !== null) return null;
  if (answer.value.kind === 'monthly') return correctedMonths(question.id, answer.value, slip.ratio);
  return { [question.id]: corrected(answer.value.number, slip.ratio) };
};

const costFields = (asked: AskedQuestion, slip: Slip): Suggestion['fields'] | null => {
  const { question, answer } = asked;
  if (answer.state !== 'answered' || answer.value.kind !== 'number') return null;
  return { [question.id]: corrected(answer.value.number, slip.ratio) };
};

const inLine = (asked: AskedQuestion | undefined): Suggestion['fields'] => {
  if (asked?.answer.state !== 'answered' || asked.answer.value.kind !== 'monthly') return {};
  const { value } = asked.answer;
  return Object.fromEntries(
    oddMonths(value).map(({ month, ratio }) => [
      fieldName(asked.question.id, monthParts[month] as string),
      corrected(value.months[month] as number, ratio),
    ]),
  );
};

/** Both answers in the place of the other. Twelve months cannot be one amount of money, so there only the total of the year is. */
const swapped = (quantity: AskedQuestion | undefined, cost: AskedQuestion | undefined): Suggestion['fields'] | null => {
  if (quantity?.answer.state !== 'answered' || cost?.answer.state !== 'answered' || cost.answer.value.kind !== 'number') return null;
  const { value } = quantity.answer;
  const money = numberText(cost.answer.value.number);
  if (value.kind === 'quantity') return { [quantity.question.id]: money, [cost.question.id]: numberText(value.number) };
  if (value.kind !== 'monthly' || value.annual === null || value.months.some((month) => month !== null)) return null;
  return { [fieldName(quantity.question.id, 'annual')]: money, [cost.question.id]: numberText(value.annual) };
};

/** The corrections a failed rule offers, each to be taken over with one tap; nothing is changed by itself. */
export const suggestionsOf = (
  rule: SuggestionRule,
  edition: Pick<Edition, 'slips'>,
  find: (question: string) => AskedQuestion | undefined,
  environment: Environment,
): readonly Suggestion[] => {
  if (rule.kind === 'put') {
    const value = numberOf(rule.value, environment);
    return value === null ? [] : [{ text: rule.text, fields: { [fieldName(rule.question, rule.part)]: numberText(value) } }];
  }
  if (rule.kind === 'months') {
    const fields = inLine(find(rule.quantity));
    return Object.keys(fields).length === 0 ? [] : [{ text: rule.text, fields }];
  }
  if (rule.kind === 'swap') {
    const fields = swapped(find(rule.quantity), find(rule.cost));
    return fields === null ? [] : [{ text: rule.text, fields }];
  }
  const ratio = numberOf(rule.ratio, environment);
  const tolerance = rule.tolerance === null ? null : numberOf(rule.tolerance, environment);
  const [quantity, cost] = [find(rule.quantity), rule.cost === null ? undefined : find(rule.cost)];
  if (ratio === null || quantity === undefined) return [];
  return edition.slips
    .filter((slip) => rule.slips.includes(slip.id) && isSlip(slip, slip.of === 'quantity' ? ratio : 1 / ratio, tolerance))
    .flatMap((slip) => {
      const fields = slip.of === 'quantity' ? quantityFields(quantity, slip) : cost === undefined ? null : costFields(cost, slip);
      return fields === null ? [] : [{ text: slip.text, fields }];
    });
};
