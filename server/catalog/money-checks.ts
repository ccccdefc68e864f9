import { unitOf } from '../domain/units.js';
import type { Question } from '../survey/edition.js';
import type { AnswerBinding, MoneyMapping } from '../survey/mapping/mapping.js';
import type { MoneyPrices } from '../survey/money/prices.js';
import { inLine } from './schema-faults.js';
import type { SurveyVocabulary } from './survey-vocabulary.js';

/** What a cost is held against. */
interface MoneyContext {
  readonly find: (id: string) => Question | undefined;
  readonly prices: MoneyPrices;
  readonly fuels: SurveyVocabulary['fuels'];
}

const isCost = (question: Question | undefined): boolean =>
  question?.type === 'money' || (question?.type === 'monthly' && question.units.every(({ id }) => unitOf(id)?.dimension === 'money'));

/** Words of a choice that are none of those known. */
const strangeWords = (binding: AnswerBinding, known: readonly string[], at: string, { find }: MoneyContext): readonly string[] => {
  const question = find(binding.from);
  if (question?.type !== 'choice')
    return [inLine(at, `${binding.from} is not a question of type choice`, `${binding.from}은(는) choice 문항이 아닙니다`)];
  const choices = question.choices.map(({ id }) => id);
  const { words } = binding;
  const differ =
    words === null
      ? []
      : [...choices.filter((id) => !Object.hasOwn(words, id)), ...Object.keys(words).filter((id) => !choices.includes(id))];
  const strange = (words === null ? choices : Object.values(words)).filter((word) => word !== null && !known.includes(String(word)));
  return [
    ...differ.map((id) => inLine(at, `${question.id} and words differ in ${id}`, `${question.id}의 선택지와 words가 다릅니다(${id})`)),
    ...strange.map((word) =>
      inLine(
        at,
        `there is no ${String(word)}; there are ${known.join(', ')}`,
        `${String(word)}이(가) 없습니다. 쓸 수 있는 값: ${known.join(', ')}`,
      ),
    ),
  ];
};

/** Everything in what stands in for a quantity that could fail while answers are computed. */
export const moneyFaults = (money: MoneyMapping, where: string, context: MoneyContext): readonly string[] => {
  const at = `${where}.money`;
  const { find, prices, fuels } = context;
  const { from, price, contract, contractPower } = money;
  const bought = ['electricity', ...Object.keys(fuels)];
  const ofPrice =
    price.kind === 'answer'
      ? strangeWords(price, bought, `${at}.price`, context)
      : price.kind === 'constant' && bought.includes(String(price.value))
        ? []
        : [inLine(`${at}.price`, 'names neither electricity nor a fuel', '전기나 연료가 아닙니다')];
  return [
    ...(isCost(find(from)) ? [] : [inLine(at, `${from} is no cost in won`, `${from}은(는) 금액을 묻는 문항이 아닙니다`)]),
    ...ofPrice,
    ...(['contract', 'voltage', 'option'] as const).flatMap((key) => {
      const binding = contract[key];
      const known = [...new Set(prices.tariffs.map((tariff) => tariff[key]))];
      return binding === undefined ? [] : strangeWords(binding, known, `${at}.${key}`, context);
    }),
    ...(contractPower === null || find(contractPower)?.type === 'number'
      ? []
      : [
          inLine(
            `${at}.contractPower`,
            `${contractPower} is not a question of type number`,
            `${contractPower}은(는) number 문항이 아닙니다`,
          ),
        ]),
  ];
};
