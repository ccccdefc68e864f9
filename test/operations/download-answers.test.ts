import { expect } from 'chai';
import { type OwnCopy, ownCopy, ownCopySchema } from '../../server/catalog/own-copy-schema.js';
import { type CopyKind, downloadAnswers } from '../../server/operations/download-answers.js';
import { eraseOnRequest } from '../../server/operations/erase-on-request.js';
import { withdrawConsent } from '../../server/operations/withdraw-consent.js';
import { readSpreadsheet } from '../../server/spreadsheets/read-spreadsheet.js';
import { contentOf, readPdf } from '../support/pdf.js';
import { problemOf } from '../support/problem-of.js';
import { publishedSchema } from '../support/published-schema.js';
import { type AtWork, submittedOnce } from '../support/submitted.js';
import { openTestSite, type TestSite } from '../support/test-site.js';

describe('a copy of one’s own answers', function () {
  this.timeout(120_000);
  let test: TestSite;
  let work: AtWork;
  before(async () => {
    test = await openTestSite();
    work = await submittedOnce(test);
    await work.type({
      'establishment-name': '=HYPERLINK("http://evil.example")',
      'workers-other': '0',
      'floor-area': '',
      'floor-area.missing': 'unknown',
    });
    await work.submit();
  });
  after(() => test.close());

  const file = (kind: CopyKind, version: number) => downloadAnswers(test.site, work.who, { responseId: work.id, version, kind }, 'ko');
  const copy = async (version: number): Promise<OwnCopy> =>
    ownCopy.parse(JSON.parse(new TextDecoder().decode((await file('json', version)).bytes))) as OwnCopy;
  const cellOf = ({ answers }: OwnCopy, question: string) => answers.find((one) => one.question === question)?.cells[0];

  it('as data is what its schema says, with every question of the edition and states that stay apart', async () => {
    const [first, second] = [await copy(1), await copy(2)];
    expect(publishedSchema('own-copy.schema.json')).to.deep.equal(JSON.parse(JSON.stringify(ownCopySchema())));
    expect(second).to.deep.include({ format: 'onsil-own-copy', version: 2 });
    expect(second.edition.hash).to.equal((await work.stored()).editionHash);
    expect(cellOf(second, 'workers-other')).to.deep.include({ state: 'answered', value: 0 });
    expect(cellOf(second, 'floor-area')).to.deep.include({ state: 'unknown', value: null });
    expect(new Set(second.answers.map(({ standing }) => standing))).to.deep.equal(new Set(['asked', 'notAsked']));
    const months = second.answers.find(({ question }) => question === 'electricity-bought')?.cells ?? [];
    expect(months.filter(({ part }) => part.startsWith('m')).map(({ value, unit }) => [typeof value, unit])).to.deep.equal(
      Array.from({ length: 12 }, () => ['number', 'kWh']),
    );
    expect(cellOf(first, 'establishment-name')?.value).not.to.equal(cellOf(second, 'establishment-name')?.value);
    expect(second.inventory?.lines.length).to.be.greaterThan(0);
  });

  it('as a spreadsheet has numbers as numbers, zero as zero, and texts that run nothing', async () => {
    const { bytes, fileName } = await file('xlsx', 2);
    expect(fileName).to.match(/응답_\d{4}_제2판\.xlsx$/);
    const { sheets } = await readSpreadsheet(bytes);
    expect(sheets.map(({ name }) => name)).to.deep.equal(['정보', '응답', '사유', '합계', '인벤토리', '빠진 것과 가정한 것']);
    const cells = sheets[1]?.cells ?? [];
    const row = (code: string) => {
      const at = cells.find(({ column, text }) => column === 2 && text === code)?.row;
      return new Map(cells.filter((cell) => cell.row === at).map((cell) => [cell.column, cell]));
    };
    const name = row('B1').get(6);
    expect(name).to.deep.include({ kind: 'text', formula: 'none' });
    expect(name?.text).to.equal('\'=HYPERLINK("http://evil.example")');
    const c3 = row('C3');
    expect([c3.get(5)?.text, c3.get(6)?.text, c3.get(6)?.kind, c3.get(7)?.text]).to.deep.equal(['응답', '98400', 'number', 'kWh']);
    const states = new Set(cells.filter(({ column, row: at }) => column === 5 && at > 1).map(({ text }) => text));
    expect([...states]).to.include.members(['응답', '모름', '묻지 않음']);
    const zeros = cells.filter(({ column, kind, text }) => column === 6 && kind === 'number' && text === '0');
    expect(zeros.length).to.be.greaterThan(0);
    expect(sheets.flatMap((sheet) => sheet.cells).filter(({ formula }) => formula !== 'none')).to.deep.equal([]);
  });

  it('as a document is tagged and says the same', async () => {
    const pdf = await readPdf((await file('pdf', 2)).bytes);
    expect(pdf.missingGlyphs).to.equal(0);
    const said = contentOf(pdf).replace(/\s+/g, '');
    const receipt = (await copy(2)).receipt;
    for (const text of [receipt, 'HYPERLINK', '98,400', '모름', '합계']) expect(said, text).to.include(text);
  });

  it('is of the own versions alone, written down, and without an inventory where no result was agreed to', async () => {
    const other = await submittedOnce(test);
    expect(await problemOf(file('json', 3))).to.equal('versionUnknown');
    expect(await problemOf(file('json', 0))).to.equal('versionUnknown');
    const theirs = downloadAnswers(test.site, other.who, { responseId: work.id, version: 1, kind: 'json' }, 'ko');
    expect(await problemOf(theirs)).to.equal('notFound');
    const [entry] = await test.site.store.auditEntries.ofEstablishment(work.who.establishmentId, 1);
    expect(entry).to.deep.include({ action: 'response.download' });
    await withdrawConsent(test.site, work.who, work.id, 'ownReport');
    expect((await copy(2)).inventory).to.equal(null);
    expect((await readSpreadsheet((await file('xlsx', 2)).bytes)).sheets.at(-1)?.cells.length).to.equal(2);
    await eraseOnRequest(test.site, work.who.establishmentId, { reason: '응답자 요청', dryRun: false });
    expect((await copy(1)).answers.filter(({ standing }) => standing === 'erased').length).to.be.greaterThan(0);
    expect(JSON.stringify(await copy(1))).not.to.include('010-');
  });
});
