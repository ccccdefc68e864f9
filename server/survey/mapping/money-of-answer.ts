import { exactSum } from '../../domain/exact-sum.js';
import type { Answer, AnswerValue } from '../answer.js';
import { type ElectricityCost, electricityFromMoney } from '../money/electricity-from-money.js';
import { fuelFromMoney } from '../money/fuel-from-money.js';
import type { ConvertedQuantity, MoneyPrices, MoneyRefusal } from '../money/prices.js';
import { monthsGiven, yearOf } from '../year-quantity.js';
import type { ActivityMapping, AnswerBinding, Binding, MoneyMapping, Word } from './mapping.js';
import type { Place } from './place.js';
import { askedIn, type Scope } from './scope.js';
import { sourcesOfField } from './sources.js';

/** A quantity that a cost stands for, with everything it rests on. */
export interface Conversion extends ConvertedQuantity {
  readonly cost: {
    readonly place: Place;
    /** Won of the year, as answered. */
    readonly won: number;
    readonly vatIncluded: boolean;
  };
}

/** What became of a cost beside an unknown quantity; null: none was named, or the quantity is known. */
export type Money =
  | { readonly converted: Conversion }
  | { readonly refused: MoneyRefusal | 'zero' | 'monthsMissing'; readonly place: Place };

/** A word of a choice, null for a choice without one, undefined where it is not answered. */
const wordIn = (binding: AnswerBinding, scope: Scope): Word | null | undefined => {
  const { relevance, answer } = askedIn(scope, binding.from);
  if (relevance === false || answer.state !== 'answered' || answer.value.kind !== 'text') return undefined;
  return binding.words === null ? answer.value.text : (binding.words[answer.value.text] ?? null);
};

const numberIn = (id: string | null, scope: Scope): number | null => {
  if (id === null) return null;
  const { relevance, answer } = askedIn(scope, id);
  return relevance !== false && answer.state === 'answered' && answer.value.kind === 'number' ? answer.value.number : null;
};

const boughtWhat = (price: Binding, scope: Scope): string | null => {
  const word = price.kind === 'constant' ? price.value : price.kind === 'answer' ? wordIn(price, scope) : null;
  return typeof word === 'string' ? word : null;
};

type MonthlyValue = Extract<AnswerValue, { kind: 'monthly' }>;

/** Twelve months, those that are blank with their share of what the year has beyond the others; null where there is no year. */
const monthlyCost = (value: MonthlyValue): ElectricityCost | null => {
  const { sum, months } = monthsGiven(value);
  const { annual } = value;
  if (annual !== null && (months === 0 || annual < sum)) return { year: annual };
  if (annual === null && months < 12) return null;
  const rest = annual === null || months === 12 ? 0 : exactSum([annual, -sum]) / (12 - months);
  return { months: Object.fromEntries(value.months.map((won, index) => [index + 1, won ?? rest])) };
};

const costOf = (answer: Extract<Answer, { state: 'answered' }>): ElectricityCost | null => {
  const { value } = answer;
  if (value.kind === 'number') return { year: value.number };
  return value.kind === 'monthly' ? monthlyCost(value) : null;
};

const wonOf = (cost: ElectricityCost): number => ('year' in cost ? cost.year : exactSum(Object.values(cost.months)));

const withoutVat = (cost: ElectricityCost, rate: number): ElectricityCost =>
  'year' in cost
    ? { year: cost.year / (1 + rate) }
    : { months: Object.fromEntries(Object.entries(cost.months).map(([month, won]) => [month, won / (1 + rate)])) };

const resultOf = (money: MoneyMapping, net: ElectricityCost, scope: Scope, prices: MoneyPrices, year: number) => {
  const what = boughtWhat(money.price, scope);
  if (what === null) return { refused: 'noPrice' } as const;
  if (what !== 'electricity') return fuelFromMoney(what, wonOf(net), year, prices);
  const named = Object.entries(money.contract).map(([key, binding]) => [key, wordIn(binding, scope)] as const);
  if (named.some(([, word]) => word === null)) return { refused: 'noTariff' } as const;
  const contract = { contract: null, voltage: null, option: null, ...Object.fromEntries(named.filter(([, word]) => word !== undefined)) };
  return electricityFromMoney(net, year, { ...contract, contractPower: numberIn(money.contractPower, scope) }, prices);
};

/** The quantity of a mapping that was asked for and is not there: blank, unknown, or a year with some months; null where it is there. */
const unknownQuantity = (mapping: ActivityMapping, scope: Scope): 'missing' | 'someMonths' | null => {
  const [lead] = sourcesOfField(mapping.fields, 'quantity');
  if (lead === undefined) return null;
  const { relevance, answer } = askedIn(scope, lead);
  if (relevance === false) return null;
  if (answer.state === 'blank' || answer.state === 'unknown') return 'missing';
  if (answer.state !== 'answered' || answer.value.kind !== 'monthly') return null;
  return yearOf(answer.value) === null ? 'someMonths' : null;
};

/**
 * What a cost stands for where the quantity is not known. A quantity wins over a cost; refusing the quantity refuses the conversion too.
 * @param year the calendar year of the answers
 */
export const moneyOfAnswer = (mapping: ActivityMapping, scope: Scope, prices: MoneyPrices, year: number): Money | null => {
  const { money } = mapping;
  const unknown = unknownQuantity(mapping, scope);
  if (money === null || unknown === null) return null;
  const { relevance, answer } = askedIn(scope, money.from);
  if (relevance === false || answer.state !== 'answered') return null;
  const place = scope.placeOf(money.from);
  const cost = costOf(answer);
  if (cost === null) return { refused: 'monthsMissing', place };
  const won = wonOf(cost);
  if (won < 0) return null;
  if (won === 0) return { refused: 'zero', place };
  const { vatIncluded } = money;
  const result = resultOf(money, vatIncluded ? withoutVat(cost, prices.vat) : cost, scope, prices, year);
  if ('refused' in result) return { refused: result.refused, place };
  const notes = unknown === 'someMonths' ? (['monthsSetAside', ...result.notes] as const) : result.notes;
  return { converted: { ...result, notes, cost: { place, won, vatIncluded } } };
};
