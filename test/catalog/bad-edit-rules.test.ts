import { join } from 'node:path';
import { expect } from 'chai';
import { ChangedDefinitions } from '../support/changed-definitions.js';

const folder = 'survey-definitions/sme-factory/2026';

describe('bad edit rules and what they are compared with', () => {
  const copy = new ChangedDefinitions();
  before(() => copy.make());
  after(() => copy.remove());

  const cases: readonly [string, string, string, string, RegExp][] = [
    [
      'a measure that nobody counts',
      'edit-rules.yaml',
      "cellLow('toe-per-worker')",
      "cellLow('toe-per-robot')",
      /no measure toe-per-robot/,
    ],
    ['a rule that yields to one behind it', 'edit-rules.yaml', 'yieldsTo: [E006, E007]', 'yieldsTo: [E020]', /E020 is no rule before it/],
    [
      'a range upside down',
      'cell-statistics.yaml',
      'low: 100, middle: 175, high: 300',
      'low: 300, middle: 175, high: 100',
      /low <= middle <= high/,
    ],
    [
      'a term of a question nobody asks',
      'cell-statistics.yaml',
      'question: coke-used, units',
      'question: peat-used, units',
      /no question peat-used/,
    ],
    [
      'last year’s answer in a relevance',
      'd-fuels.yaml',
      '"\'cityGas\' in fuels-used"',
      '"answeredLastYear(fuels-used)"',
      /there is no function answeredLastYear/,
    ],
    ['a consent that is carried on', 'a-consent.yaml', 'type: consent', 'type: consent\n    carry: true', /a consent is given anew/],
    ['an unknown key', 'b-establishment.yaml', 'wholeNumber: true', 'wholeNumber: true\n    colour: red', /Unrecognized key/],
    ['a parameter without a value', 'edit-rules.yaml', 'quantity($q, $unit) > 0', 'quantity($p, $unit) > 0', /E008/],
    [
      'a bare quantity in a rule, which has no unit',
      'edit-rules.yaml',
      'holds: amount($q) > 0',
      'holds: $q > 0',
      /E041:electricity-bought\.holds: there is no question electricity-bought here/,
    ],
    [
      'a rule over a list of cases that is not there',
      'edit-rules.yaml',
      'casesFrom: complexes',
      'casesFrom: harbors',
      /E005: there is no list of cases harbors/,
    ],
    [
      'an energy report on a question nobody asks',
      'energy-report.yaml',
      'question: coke-used',
      'question: peat-used',
      /no question peat-used/,
    ],
    [
      'an energy report in a unit of another kind',
      'energy-report.yaml',
      'unit: TJ, times: 1',
      'unit: kg, times: 1',
      /heat-bought cannot be told in kg/,
    ],
    [
      'a column of a table that there is not',
      'edit-rules.yaml',
      "'stock-start', $unit",
      "'stock-middle', $unit",
      /no column of amounts stock-middle/,
    ],
  ];
  for (const [what, file, from, to, fault] of cases) {
    it(`are refused with the fault named: ${what}`, () => {
      const faults = copy.faultsWith(join(folder, file), from, to);
      expect(faults.join('\n')).to.match(fault);
      for (const line of faults) expect(line).to.match(/^.+: .+ \| .*\p{Script=Hangul}/u);
    });
  }
});
