import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect } from 'chai';
import { readSurveyDefinitions } from '../../server/catalog/survey-definitions.js';
import { surveyVocabulary } from '../../server/catalog/survey-vocabulary.js';
import { repositoryRoot } from '../../server/root.js';
import { ChangedDefinitions } from '../support/changed-definitions.js';
import { emissionFactors } from '../support/emission-factors.js';
import { definitions, edition } from '../survey/edition-under-test.js';

const folder = 'survey-definitions/sme-factory/2026';

describe('the survey definitions', () => {
  it('hold forms S, M and L of 2026 with the sections asked for', () => {
    const sections = Object.values(definitions().editions).map(({ form, minutes, sections: all }) => ({
      form,
      minutes,
      sections: all
        .filter(({ isModule }) => !isModule)
        .map(({ id }) => id)
        .join(''),
    }));
    expect(sections).to.deep.equal([
      { form: 'S', minutes: 20, sections: 'ABCDFGHIJKL' },
      { form: 'M', minutes: 40, sections: 'ABCDEFGHIJKL' },
      { form: 'L', minutes: 35, sections: 'ABCDEFGHIJKL' },
    ]);
    expect(edition()).to.deep.include({ form: 'M', referenceYear: 2025, minutes: 40 });
  });

  it('are frozen, and carry a hash that follows from their content alone', () => {
    expect(Object.isFrozen(edition().sections[0]?.questions[0])).to.equal(true);
    expect(edition().hash).to.match(/^[0-9a-f]{64}$/);
    const again = readSurveyDefinitions(repositoryRoot, surveyVocabulary(emissionFactors()));
    expect(again.editions[edition().id]?.hash).to.equal(edition().hash);
  });

  it('survive a way through JSON, as to a browser and back', () => {
    expect(JSON.parse(JSON.stringify(edition()))).to.deep.equal(edition());
  });

  it('list every file of the folder in the data package, with its schema', () => {
    const root = join(repositoryRoot, 'survey-definitions');
    const { resources } = JSON.parse(readFileSync(join(root, 'datapackage.json'), 'utf8')) as {
      resources: { path: string; jsonSchema: string }[];
    };
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll(sep, '/'))
      .filter((path) => /\.(yaml|csv)$/.test(path));
    expect(resources.map(({ path }) => path)).to.have.members(files);
    expect(resources.filter(({ jsonSchema }) => !existsSync(join(root, jsonSchema)))).to.deep.equal([]);
  });

  it('give the demo six examples: submitted, one of them the short form, a draft, and one that is untouched', () => {
    const { examples } = definitions();
    expect(examples.map(({ id, state }) => `${id} ${state}`)).to.deep.equal([
      'cold-storage draft',
      'foundry submitted',
      'injection-molding submitted',
      'machine-shop untouched',
      'plating submitted',
      'small-machine-shop submitted',
    ]);
    expect(examples.every(({ name }) => name.includes('예시'))).to.equal(true);
    expect(examples.find(({ id }) => id === 'machine-shop')?.fields).to.deep.equal({});
    expect(Object.keys(examples.find(({ id }) => id === 'cold-storage')?.fields ?? {}))
      .to.include('pv-installed')
      .and.not.include('kerosene-used');
  });
});

describe('a bad survey definition', () => {
  const copy = new ChangedDefinitions();
  before(() => copy.make());
  after(() => copy.remove());
  const faultsWith = (file: string, from: string, to: string): readonly string[] => copy.faultsWith(file, from, to);

  const cases: readonly [string, string, string, string, RegExp][] = [
    [
      'an unknown question in a relevance',
      'd-fuels.yaml',
      "'propane' in fuels-used",
      "'propane' in fuels-usde",
      /propane-used\.relevance: there is no question fuels-usde/,
    ],
    [
      'a relevance that looks ahead',
      'b-establishment.yaml',
      'relevance: in-complex',
      'relevance: pv-installed',
      /complex\.relevance: there is no question pv-installed/,
    ],
    [
      'an expression that cannot be parsed',
      'b-establishment.yaml',
      'relevance: in-complex',
      'relevance: in-complex and',
      /complex\.relevance: expected a value/,
    ],
    [
      'a relevance that is no truth',
      'b-establishment.yaml',
      'relevance: in-complex',
      'relevance: workers-regular + 1',
      /complex\.relevance/,
    ],
    ['a question id given twice', 'b-establishment.yaml', 'id: main-products', 'id: municipality', /question municipality stands twice/],
    ['a code given twice', 'b-establishment.yaml', 'code: B11', 'code: B10', /code B10 stands twice/],
    ['a missing translation', 'b-establishment.yaml', 'en: Main products', "en: ''", /text\.en/],
    ['an unknown fuel', 'd-fuels.yaml', 'fuel: propane', 'fuel: propanee', /propane-used\.mapping\.fuel: the fuel "propanee"/],
    [
      'a unit the calculation does not know',
      'e-heat.yaml',
      'units: [GJ, TJ',
      'units: [RT, TJ',
      /heat-bought: the calculation does not know the unit RT/,
    ],
    ['a unit without a text', 'e-heat.yaml', 'units: [GJ, TJ', 'units: [BTU, TJ', /the unit BTU is not in/],
    ['an unknown code list', 'b-establishment.yaml', 'list: ksic', 'list: isic', /there is no code list isic/],
    [
      'an unknown list of choices',
      'c-electricity.yaml',
      'choicesFrom: evidence-types',
      'choicesFrom: evidence',
      /there is no code list evidence/,
    ],
    ['a kind of heat without a meaning', 'e-heat.yaml', 'chp: chp', 'cph: chp', /heat-source and words differ in chp/],
    [
      'an unknown question in a rule',
      'edit-rules.yaml',
      'holds: businessNumberHolds(business-number)',
      'holds: businessNumberHolds(business-no)',
      /E001\.holds: there is no question business-no/,
    ],
    [
      'a function on a question of another type',
      'edit-rules.yaml',
      'holds: businessNumberHolds(business-number)',
      'holds: businessNumberHolds(sales)',
      /does not take a question of type money/,
    ],
    [
      'a text with a gap that nothing fills',
      'edit-rules.yaml',
      '{share}%입니다. 보통',
      '{part}%입니다. 보통',
      /E014\.text: \{part\} has no value/,
    ],
    [
      'a source that is not declared',
      'edit-rules.yaml',
      'source: business-number-algorithm',
      'source: hearsay',
      /E001: origin: there is no source hearsay/,
    ],
    ['a module under another name', 'modules/casting.yaml', 'id: casting\n', 'id: castings\n', /must be the name of its file, casting/],
    [
      'equipment of a module of no kind',
      'modules/forming.yaml',
      '{kind: press, ',
      '{kind: presses, ',
      /equipment: there is no kind of equipment presses/,
    ],
    [
      'an indicator of a question that no form asks',
      'k-esg.yaml',
      'amount(water-tap) + amount(water-industrial)',
      'amount(water-tapp) + amount(water-industrial)',
      /E-5-1\.figures\.0: no form asks the question water-tapp/,
    ],
    [
      'an indicator that comes to no number',
      'k-esg.yaml',
      'number: $scope1}',
      'number: k-esg-wanted}',
      /E-3-1\.figures\.0: comes to a truth, not to a number/,
    ],
    [
      'an indicator of something that the inventory does not tell',
      'k-esg.yaml',
      'number: $scope1}',
      'number: $scope3}',
      /E-3-1\.figures\.0: .*scope3/,
    ],
    ['an unknown slip', 'edit-rules.yaml', 'slips: [quantity-1000-too-large]', 'slips: [quantity-7]', /there is no slip quantity-7/],
    [
      'a profile question that is not there',
      'edition.yaml',
      'name: establishment-name',
      'name: establishment',
      /profile: there is no question establishment/,
    ],
    [
      'a consent that is none',
      'edition.yaml',
      'ownReport: consent-own-report',
      'ownReport: sales',
      /profile\.consents: sales is not a consent/,
    ],
    [
      'an energy amount that would vanish: neither mapped nor named as not counted',
      'c-electricity.yaml',
      'quantity: {from: rec-amount}',
      'quantity: {from: ppa-amount}',
      /rec-amount: has no mapping and no other mapping uses it/,
    ],
    [
      'a contract on electricity that the calculation does not know',
      'c-electricity.yaml',
      'kind: rec',
      'kind: wishes',
      /electricity-bought.mapping.instruments.kind: .*wishes/,
    ],
    [
      'an amount of own electricity that nobody is asked for',
      'c-electricity.yaml',
      'minus: [pv-self-used]',
      'minus: [pv-used]',
      /pv-generated.mapping.sold: there is no question pv-used/,
    ],
    [
      'a field that the category does not have',
      'f-vehicles.yaml',
      'mode: road',
      'modus: road',
      /vehicle-diesel-used\.mapping: there is no field modus; there are .*mode/,
    ],
    [
      'a category that there is not',
      'f-vehicles.yaml',
      'category: mobileCombustion',
      'category: movingCombustion',
      /vehicle-diesel-used\.mapping: there is no category movingCombustion/,
    ],
    ['a field that the category needs', 'd-fuels.yaml', '      fuel: propane\n', '', /propane-used\.mapping: the field fuel is missing/],
    [
      'a cost that is none',
      'd-fuels.yaml',
      'money: {from: propane-cost,',
      'money: {from: propane-evidence,',
      /propane-used\.mapping\.money: propane-evidence is no cost in won/,
    ],
    [
      'a contract without a tariff',
      'c-electricity.yaml',
      'industrialB: 산업용전력(을)',
      'industrialB: 산업용전력(병)',
      /electricity-bought\.mapping\.money\.contract: there is no 산업용전력\(병\)/,
    ],
    [
      'columns that belong together and are none',
      'h-equipment.yaml',
      'together: [size, hours]',
      'together: [size, weight]',
      /main-equipment\.together: there is no column weight/,
    ],
    [
      'an example with a field that the form does not have',
      'examples/foundry.yaml',
      'propane-cost:',
      'propane-price:',
      /fields\.propane-price/,
    ],
  ];
  for (const [what, file, from, to, fault] of cases) {
    it(`is refused with the fault named: ${what}`, () => {
      const faults = faultsWith(join(folder, file), from, to);
      expect(faults.join('\n')).to.match(fault);
      for (const line of faults) expect(line).to.match(/^.+: .+ \| .*\p{Script=Hangul}/u);
    });
  }

  it('is refused for a code that stands in a list twice', () => {
    expect(faultsWith('survey-definitions/code-lists/complexes.csv', 'bupyeong,', 'namdong,')).to.deep.equal([
      'namdong: stands in the file twice | 파일에 두 번 있습니다',
    ]);
  });

  it('is read again once it is mended', () => {
    expect(Object.keys(readSurveyDefinitions(copy.root, surveyVocabulary(emissionFactors())).editions)).to.deep.equal(
      Object.keys(definitions().editions),
    );
  });
});
