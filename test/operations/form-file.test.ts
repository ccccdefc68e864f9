import { expect } from 'chai';
import { formFile, readFormFile } from '../../server/operations/form-file.js';
import { readFormSheets } from '../../server/presentation/sheet/read-form.js';
import { readSpreadsheet } from '../../server/spreadsheets/read-spreadsheet.js';
import type { Answers } from '../../server/survey/answer.js';
import type { Edition } from '../../server/survey/edition.js';
import { answersFromForm, fieldsFromAnswers } from '../../server/survey/form-fields.js';
import { importAnswers } from '../../server/survey/import-answers.js';
import { sameAnswer } from '../../server/survey/same-answer.js';
import { savedByLibreOffice, soffice } from '../support/soffice.js';
import { theCatalog } from '../support/test-site.js';

const { editions, workedExamples } = theCatalog().surveys;

const answersOf = (edition: Edition, fields: Readonly<Record<string, string>>): Answers =>
  answersFromForm(edition, new Map(Object.entries(fields).map(([name, text]) => [name, [text]])), {}).answers;

/** Every form, tables of several kinds, and answers that could not be read. */
const chosen = ['cold-storage', 'pcb', 'paper', 'fabless', 'heat-treatment-partial', 'press-partial'];
const examples = workedExamples
  .filter(({ id }) => chosen.includes(id))
  .map(({ id, editionId, fields }) => {
    const edition = editions[editionId] as Edition;
    return { id, edition, answers: answersOf(edition, fields) };
  });

const fileOf = async ({ edition, answers }: (typeof examples)[number], kind: 'xlsx' | 'csv', language: 'ko' | 'en') =>
  (await formFile(edition, { fields: fieldsFromAnswers(edition, answers), kind, language, owner: '한빛주물' })).bytes;

/** What is asked and was answered or refused; a box that was not ticked says nothing in a file. */
const said = ({ edition, answers }: (typeof examples)[number]) =>
  edition.sections
    .flatMap(({ questions }) => questions)
    .filter(({ id, type }) => {
      const answer = answers[id];
      const isUnticked = type === 'consent' && answer?.state === 'answered' && answer.value.kind === 'truth' && !answer.value.truth;
      return answer !== undefined && answer.state !== 'blank' && !isUnticked;
    });

const expectSame = async (example: (typeof examples)[number], bytes: Uint8Array): Promise<void> => {
  const { edition, answers } = example;
  const read = await readFormFile(editions, bytes);
  expect(read.reading.notes, `${example.id}: nothing is left over`).to.deep.equal([]);
  expect(read.answers.refusals.map(({ question }) => question.id)).to.deep.equal([]);
  const after = new Map(read.answers.changes.map((change) => [change.question.id, change.after]));
  for (const { id } of said(example)) {
    const now = after.get(id);
    expect(
      now !== undefined && sameAnswer(now, answers[id] as NonNullable<typeof now>),
      `${example.id}: ${id} ${JSON.stringify(now)}`,
    ).to.equal(true);
  }
  const again = importAnswers(edition, answers, read.reading.entries);
  expect(
    again.changes.map(({ question }) => question.id),
    `${example.id}: nothing changes`,
  ).to.deep.equal([]);
};

describe('a form as a file', () => {
  for (const kind of ['xlsx', 'csv'] as const)
    it(`reads back the same as ${kind}, in one language or the other`, async () => {
      for (const [at, example] of examples.entries()) await expectSame(example, await fileOf(example, kind, at % 2 === 0 ? 'ko' : 'en'));
    });

  it('reads back the same after LibreOffice saved it', async function () {
    if (soffice === null) return this.skip();
    this.timeout(180_000);
    const files = await Promise.all(examples.map((example) => fileOf(example, 'xlsx', 'ko')));
    const saved = await savedByLibreOffice(files);
    for (const [at, example] of examples.entries()) await expectSame(example, saved[at] as Buffer);
  });

  it('is named for who it is for and for its form', async () => {
    const [example] = examples;
    const { edition } = example as NonNullable<typeof example>;
    const { fileName } = await formFile(edition, { fields: new Map(), kind: 'xlsx', language: 'ko', owner: '=한빛/주물' });
    expect(fileName).to.equal(`=한빛 주물_조사표_${edition.id}.xlsx`);
  });

  it('of another form is refused, and one that is no form', async () => {
    const [edition] = Object.values(editions);
    const other = { ...(edition as Edition), id: 'another-form' };
    const file = await formFile(other, { fields: new Map(), kind: 'csv', language: 'ko', owner: null });
    const workbook = await readSpreadsheet(file.bytes);
    expect(() => readFormSheets(edition as Edition, workbook)).to.throw('sheetOtherForm');
    for (const text of ['a,b\n1,2\n', '#,x\n']) {
      const failure = await readFormFile(editions, Buffer.from(text)).catch((error: unknown) => error);
      expect(String(failure)).to.contain('sheetNotTemplate');
    }
  });
});
