import { expect } from 'chai';
import { madeUpEdition, type Plain } from './made-up-edition.js';

const kg: Plain = { id: 'amount', type: 'quantity', units: ['kg'] };
const kgOrTonnes: Plain = { ...kg, units: ['kg', 't'] };
const percent: Plain = { id: 'percent', type: 'number', bounds: { min: 0, max: 100 } };
const kind: Plain = {
  id: 'kind',
  type: 'choice',
  choices: [
    { id: 'one', ko: '하나', en: 'one' },
    { id: 'other', ko: '다른 것', en: 'other' },
  ],
};

/** What is wrong, the mapping of `amount` with the questions beside it, and the fault. */
const cases: readonly [string, Plain, readonly Plain[], RegExp][] = [
  [
    'a gas that there is not',
    { category: 'fugitiveEmissions', source: 'refrigerant', gas: 'R-9999' },
    [kg],
    /amount\.mapping\.gas: .*R-9999/,
  ],
  ['a process that there is not', { category: 'processEmissions', process: 'alchemy' }, [kg], /amount\.mapping\.process: .*alchemy/],
  [
    'a choice whose word the calculation does not know',
    { category: 'processEmissions', process: { from: 'kind', words: { one: 'lime', other: 'alchemy' } } },
    [kg, kind],
    /amount\.mapping\.process: .*alchemy/,
  ],
  [
    'a choice without a meaning',
    { category: 'processEmissions', process: { from: 'kind', words: { one: 'lime' } } },
    [kg, kind],
    /kind and words differ in other/,
  ],
  [
    'a choice that names nothing by itself',
    { category: 'processEmissions', process: { from: 'kind' } },
    [kg, kind],
    /amount\.mapping\.process/,
  ],
  [
    'a number where words are needed',
    { category: 'processEmissions', process: { from: 'percent' } },
    [kg, percent],
    /percent has no choices/,
  ],
  [
    'a percentage in the place of a share',
    { category: 'processEmissions', process: 'useCalcite', purity: { from: 'percent' } },
    [kg, percent],
    /percent may be more than 1 here; bound it, or give times/,
  ],
  [
    'an amount in a field without a unit',
    { category: 'processEmissions', process: 'useCalcite', purity: { from: 'amount' }, quantity: { from: 'amount' } },
    [kg],
    /purity takes no amount with a unit; ask a number/,
  ],
  [
    'a number without a unit beside amounts of several',
    { category: 'fugitiveEmissions', source: 'refrigerant', gas: 'R-134a', recovered: { from: 'percent' } },
    [kgOrTonnes, percent],
    /amount\.mapping\.recovered: percent has no unit/,
  ],
  [
    'a calculation without a unit',
    { category: 'fugitiveEmissions', source: 'refrigerant', gas: 'R-134a', quantity: { is: "quantity(amount, 'kg') * 2" } },
    [kgOrTonnes],
    /amount\.mapping/,
  ],
  [
    'a unit that cannot be turned into that of the field',
    { category: 'wasteWater', measure: 'COD', treatment: 'aerobicWellManaged', nitrogenDischargedKg: { from: 'volume' } },
    [kg, { id: 'volume', type: 'quantity', units: ['L'] }],
    /L of volume cannot be turned into kg/,
  ],
  ['a list where there is none', { category: 'processEmissions', process: [{ id: 'lime' }] }, [kg], /process is no list/],
  [
    'rows of what is no table',
    { category: 'carbonBalance', inputs: { rows: 'amount', material: 'coke', quantity: { from: 'amount' } } },
    [kg],
    /amount is not a question of type table/,
  ],
  [
    'a field of a part that there is not',
    { category: 'stationaryCombustion', fuel: 'diesel', split: { basis: 'share', eaten: 0.5 } },
    [kg],
    /there is no field eaten/,
  ],
  [
    'a condition that is no truth',
    { category: 'processEmissions', process: 'lime', when: 'percent + 1' },
    [kg, percent],
    /amount\.mapping\.when: comes to a number/,
  ],
  ['a condition on nobody', { category: 'processEmissions', process: 'lime', when: 'answered(nobody)' }, [kg], /amount\.mapping\.when/],
  [
    'a rest that is none of the parts',
    { category: 'stationaryCombustion', fuel: 'diesel', quantity: { plus: ['amount'], orElse: 'percent' } },
    [kg, percent],
    /orElse names percent, which is not in plus/,
  ],
  [
    'money for what is neither a fuel nor electricity',
    { category: 'processEmissions', process: 'lime', money: { from: 'cost' } },
    [kg, { id: 'cost', type: 'money' }],
    /amount\.mapping\.money\.price: names neither electricity nor a fuel/,
  ],
];

describe('a mapping that cannot work', () => {
  for (const [what, mapping, questions, fault] of cases) {
    it(`is found when the files are read: ${what}`, () => {
      const { faults } = madeUpEdition(questions.map((question) => (question.id === 'amount' ? { ...question, mapping } : question)));
      expect(faults.join('\n')).to.match(fault);
      for (const line of faults) expect(line).to.match(/^.+: .+ \| .*\p{Script=Hangul}/u);
    });
  }

  it('is not what the right one is taken for', () => {
    const mapping = {
      category: 'fugitiveEmissions',
      source: 'refrigerant',
      gas: 'R-134a',
      unit: 'kg',
      quantity: { is: "quantity(amount, 'kg') * percent" },
    };
    expect(madeUpEdition([{ ...kgOrTonnes, mapping }, percent]).faults).to.deep.equal([]);
  });
});
