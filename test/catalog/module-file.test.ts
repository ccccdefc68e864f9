import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readSurveyDefinitions } from '../../server/catalog/survey-definitions.js';
import { surveyVocabulary } from '../../server/catalog/survey-vocabulary.js';
import { checkPage } from '../../server/presentation/check-page.js';
import { formTemplate } from '../../server/presentation/sheet/form-template.js';
import { repositoryRoot } from '../../server/root.js';
import type { Edition } from '../../server/survey/edition.js';
import { answersFromForm } from '../../server/survey/form-fields.js';
import { formState } from '../../server/survey/form-state.js';
import { emptyResponse } from '../../server/survey/response.js';
import { toActivityData } from '../../server/survey/to-activity-data.js';
import { emissionFactors, inventoryOf } from '../support/emission-factors.js';
import { activityCatalog, example } from '../survey/edition-under-test.js';

/** A module that is made up: what a person adds who knows nothing of the program. */
const kilns = `
id: kilns
title: {ko: 가마 공정, en: Kilns}
relevance: answered(industry-code) and startsWith(industry-code, '24311')
questions:
  - id: kilns-fired
    code: ZK1
    type: quantity
    text: {ko: '2025년에 구운 제품의 양은 얼마입니까?', en: Goods fired in 2025}
    units: [t, kg]
    bounds: {min: 0, max: 100000}
    missing: [unknown]
    mapping: none
  - id: kilns-limestone
    code: ZK2
    type: quantity
    text: {ko: '2025년에 쓴 석회석의 양은 얼마입니까?', en: Limestone used in 2025}
    units: [t, kg]
    bounds: {min: 0, max: 100000}
    required: true
    missing: [unknown]
    mapping: {category: processEmissions, process: useCalcite}
editRules:
  - id: E990
    level: error
    label: {ko: 석회석과 제품, en: Limestone and goods}
    questions: [kilns-limestone, kilns-fired]
    holds: "quantity(kilns-limestone, 't') <= quantity(kilns-fired, 't')"
    text: {ko: 석회석이 제품보다 많습니다., en: More limestone than goods.}
    wayOut: {ko: 두 양을 확인해 주십시오., en: Check both amounts.}
    origin: {source: onsil-ranges, locator: balance of mass, confidence: derived}
`;

describe('a module that is added as a file', () => {
  let root: string;
  let edition: Edition;
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'onsil-module-'));
    for (const folder of ['survey-definitions', 'reduction-measures']) {
      cpSync(join(repositoryRoot, folder), join(root, folder), { recursive: true });
    }
    cpSync(join(repositoryRoot, 'emission-factors', 'heat-suppliers.yaml'), join(root, 'emission-factors', 'heat-suppliers.yaml'));
    writeFileSync(join(root, 'survey-definitions/sme-factory/2026/modules/kilns.yaml'), kilns);
    const read = readSurveyDefinitions(root, surveyVocabulary(emissionFactors()));
    edition = read.editions['sme-factory-2026-m'] as Edition;
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  const formWith = (changes: Readonly<Record<string, string>>) => {
    const typed = { ...example('foundry').fields, ...changes };
    const fields = new Map(Object.entries(typed).map(([name, text]): [string, readonly string[]] => [name, [text]]));
    const { answers } = answersFromForm(edition, fields, {});
    const response = {
      ...emptyResponse(edition, { id: 'response', establishmentId: 'one', roundId: 'round' }),
      answers,
      reasons: example('foundry').reasons,
    };
    return { edition, response, state: formState(edition, response), establishment: { name: '예시', isExample: true } };
  };
  /** What is found about the questions of the module. */
  const ownFindings = (changes: Readonly<Record<string, string>>): readonly string[] =>
    formWith(changes)
      .state.findings.filter(({ questions }) => questions[0]?.startsWith('kilns-'))
      .map(({ key }) => key);
  const filled = {
    'kilns-fired': '900',
    'kilns-fired.unit': 't',
    'kilns-limestone': '12,000',
    'kilns-limestone.unit': 'kg',
  };

  it('is asked of those it concerns, on every form, and what it requires is due', () => {
    expect(formWith({}).state.sections.find(({ section }) => section === 'kilns')).to.deep.include({
      relevance: 'yes',
      asked: 2,
      unanswered: 1,
    });
    expect(formWith({ 'industry-code': '25922' }).state.sections.find(({ section }) => section === 'kilns')?.relevance).to.equal('no');
    expect(ownFindings(filled)).to.deep.equal([]);
    expect(ownFindings({})).to.deep.equal(['unanswered:kilns-limestone']);
  });

  it('stands on the check of the answers under its letters, and nowhere for others', () => {
    const headings = (changes: Readonly<Record<string, string>>) =>
      checkPage(formWith(changes), false, 'ko').sections.map(({ heading }) => heading);
    expect(headings(filled)).to.include('ZK. 가마 공정');
    expect(headings({ 'industry-code': '25922' }).join()).to.not.contain('가마');
  });

  it('brings its rules', () => {
    const changes = { ...filled, 'kilns-limestone.unit': 't' };
    expect(ownFindings(changes)).to.deep.equal(['E990']);
    expect(formWith(changes).state.maySubmit).to.equal(false);
  });

  it('has its line in the inventory', () => {
    const { notes: _, ...request } = toActivityData(edition, formWith(filled).response, activityCatalog());
    const { lines } = inventoryOf({ ...request, factorSet: 'kr-national', gwp: 'AR5' });
    // 12 t × 0.43971
    expect(lines.find(({ activityDataId }) => activityDataId === 'kilns-limestone')?.co2eq).to.be.closeTo(5.27652, 1e-9);
  });

  it('has a sheet of its own in the file to fill in', () => {
    const { sheets } = formTemplate({ edition, fields: new Map(), language: 'en' });
    const sheet = sheets.find(({ name }) => name === 'Kilns');
    expect(JSON.stringify(sheet?.rows)).to.contain('ZK2').and.to.contain('Limestone used in 2025');
  });
});
