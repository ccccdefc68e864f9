import { expect } from 'chai';
import { parse } from 'yaml';
import { readCodeLists } from '../../server/catalog/code-lists.js';
import { sectionOf } from '../../server/catalog/survey-questions.js';
import { module, section } from '../../server/catalog/survey-schemas.js';
import { readXlsForm, xlsFormFile } from '../../server/operations/xlsform-file.js';
import { xlsxTables } from '../../server/reports/tables-file.js';
import { repositoryRoot } from '../../server/root.js';
import { savedByLibreOffice, soffice } from '../support/soffice.js';
import { theCatalog } from '../support/test-site.js';

const editions = Object.values(theCatalog().surveys.editions);
const lists = readCodeLists(repositoryRoot);

/** What a file of ours comes back as, read as the catalog reads it. */
const readBack = async (bytes: Uint8Array, edition: (typeof editions)[number]) => {
  const { files, findings, faults } = await readXlsForm(bytes);
  expect(findings, 'nothing of our own is outside').to.deep.equal([]);
  expect(faults).to.deep.equal([]);
  const questions = new Set(edition.sections.flatMap((one) => one.questions.map(({ id }) => id)));
  return files.map(({ path, text }) => {
    const isModule = path.startsWith('modules/');
    const complaints: string[] = [];
    const record = (isModule ? module : section).parse(parse(text));
    const read = sectionOf(record, isModule, lists, { form: edition.form, questions, bank: questions }, (fault) => complaints.push(fault));
    expect(complaints).to.deep.equal([]);
    return read;
  });
};

/** A question as conditions name it. */
const $ = (name: string): string => `\${${name}}`;

type Cells = readonly (string | null)[];
const survey = (
  rows: readonly Cells[],
  header: readonly string[] = ['type', 'name', 'label', 'hint', 'required', 'relevant', 'constraint', 'appearance'],
) => ({
  name: 'survey',
  header,
  rows,
});
const choices = (rows: readonly Cells[]) => ({
  name: 'choices',
  header: ['list_name', 'name', 'label::Korean (ko)', 'label::English (en)'],
  rows,
});

describe('an XLSForm', () => {
  it('exported and imported again asks the same questions', async () => {
    for (const edition of editions) {
      const { bytes } = await xlsFormFile(edition);
      expect(await readBack(bytes, edition), edition.id).to.deep.equal(edition.sections);
    }
  });

  it('does so after LibreOffice saved it', async function () {
    if (soffice === null) return this.skip();
    this.timeout(120_000);
    const edition = editions[0] as (typeof editions)[number];
    const [saved] = await savedByLibreOffice([(await xlsFormFile(edition)).bytes]);
    expect(await readBack(saved as Buffer, edition)).to.deep.equal(edition.sections);
  });

  it('says what XLSForm cannot say of an edition', async () => {
    const { notes } = await xlsFormFile(editions[0] as (typeof editions)[number]);
    expect(notes.map(({ where }) => where))
      .to.include('edit-rules')
      .and.include('main-equipment');
  });

  it('written by somebody else becomes sections, with what was changed named', async () => {
    const bytes = await xlsxTables([
      survey([
        ['begin group', 'Boilers', '보일러', null, null, null, null, null],
        ['select_one yesno', 'has_boiler', '보일러가 있습니까?', null, 'yes', null, null, null],
        ['select_multiple fuels', 'boilerFuels', '연료', '모두 고르십시오', null, `${$('has_boiler')} = 'yes'`, null, null],
        ['decimal', 'capacity', '용량', null, null, `selected(${$('boilerFuels')}, 'city_gas')`, '. >= 0.5 and . <= 100', 'w2'],
        ['integer', 'count', '대수', null, 'true', `${$('has_boiler')} = 'yes' and ${$('capacity')} > 1`, '.>=1', null],
        ['begin repeat', 'burner', '버너', null, null, null, null, null],
        ['text', 'maker', '제조사', null, null, null, 'string-length(.) <= 30', null],
        ['end repeat', 'burner', null, null, null, null, null, null],
        ['end group', 'Boilers', null, null, null, null, null, null],
        ['date', 'since', '언제부터', null, null, null, null, null],
      ]),
      choices([
        ['yesno', 'yes', '예', 'Yes'],
        ['yesno', 'no', '아니요', 'No'],
        ['fuels', 'city_gas', '도시가스', 'City gas'],
        ['fuels', '2', '경유', 'Diesel'],
      ]),
    ]);
    const { files, findings, faults } = await readXlsForm(bytes);
    expect(faults).to.deep.equal([]);
    expect(findings.filter(({ level }) => level === 'outside')).to.deep.equal([]);
    expect(findings.map(({ address, code }) => `${address} ${code}`)).to.include.members([
      'survey!B3 renamed',
      'choices!B4 renamed',
      'choices!B5 renamed',
      'survey!C2 oneLanguage',
      'survey!H5 appearanceOutside',
    ]);
    const [boilers, rest] = files.map(({ text }) => parse(text));
    expect(
      boilers.questions.map((one: { id: string; type: string; relevance?: string }) => [one.id, one.type, one.relevance]),
    ).to.deep.equal([
      ['has-boiler', 'yesNo', undefined],
      ['boiler-fuels', 'choices', 'has-boiler'],
      ['capacity', 'number', "'cityGas' in boiler-fuels"],
      ['count', 'number', 'has-boiler and capacity > 1'],
      ['burner', 'table', undefined],
    ]);
    expect(boilers.questions[2].bounds).to.deep.equal({ min: 0.5, max: 100 });
    expect(boilers.questions[1].choices.map(({ id }: { id: string }) => id)).to.deep.equal(['cityGas', 'c2']);
    expect(boilers.questions[4].columns[0]).to.deep.include({ id: 'maker', maxLength: 30 });
    expect(rest).to.deep.include({ id: 'B' });
  });

  it('names everything that lies outside of what is read, by sheet, row and column', async () => {
    const bytes = await xlsxTables([
      survey(
        [
          ['geopoint', 'where', '위치', null, null, null, null],
          ['text', 'note', '메모', "regex(., '^a')", null, null, null],
          ['integer', 'n', '수', null, `${$('nobody')} = 1`, null, null],
          ['select_one nothing', 'c', '고르기', null, null, null, null],
          ['integer', 'n', '수', null, null, 'maybe', null],
          ['text', 'p', '사진', null, null, null, 'a.png'],
          ['begin group', 'g', '그룹', null, null, null, null],
        ],
        ['type', 'name', 'label', 'constraint', 'relevant', 'required', 'media::image'],
      ),
      { name: 'entities', header: ['list_name'], rows: [['x']] },
    ]);
    const { findings } = await readXlsForm(bytes);
    expect(findings.filter(({ level }) => level === 'outside').map(({ address, code }) => `${address} ${code}`)).to.have.members([
      'entities sheetOutside',
      'survey!A2 typeOutside',
      'survey!D3 constraintOutside',
      'survey!E4 relevanceOutside',
      'survey!A5 listAbsent',
      'survey!B6 nameTwice',
      'survey!F6 requiredOutside',
      'survey!G7 columnOutside',
      'survey!A8 groupOpen',
    ]);
  });
});
