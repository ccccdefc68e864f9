import { parseArgs } from 'node:util';
import { openCatalog } from '../server/catalog/catalog.js';
import { formFile, readFormFile } from '../server/operations/form-file.js';
import { cellSentence } from '../server/problem/cell-problems.js';
import { Problem } from '../server/problem/problem.js';
import { repositoryRoot } from '../server/root.js';
import type { Edition } from '../server/survey/edition.js';
import { fieldName } from '../server/survey/field-names.js';
import type { ImportChange, ImportRefusal } from '../server/survey/import-answers.js';
import { type Command, type CommandIo, type ExitCode, WrongInput } from './command.js';
import { readInput } from './read-input.js';

const help = `Usage: npx --no onsil sheet template [--form S|M|L | --edition ID] [--lang ko|en] [--csv] > form.xlsx
       npx --no onsil sheet read FILE|-

template  writes a form as a spreadsheet to fill in, XLSX unless --csv is given; form M and Korean unless another is named
read      reads a filled-in form and prints as JSON what it says, by the address of each cell:
          "answers": what would be stored, question by question, with the cells it comes from and what would be asked about
          "refused": questions of which a cell cannot be taken, and why; they would stay as they are
          "notes":   cells that belong to no question

Opens no store and saves nothing. FILE may be XLSX, or CSV in UTF-8 or CP949; which form it is of, it says itself.
Exit codes: 0 read, 1 failed, 2 the file or the arguments are wrong.
`;

const usage = (en: string, ko: string): WrongInput => new WrongInput([`sheet: ${en} | ${ko}`, 'npx --no onsil sheet --help']);

type Editions = Readonly<Record<string, Edition>>;

const editionOf = (editions: Editions, id: string | undefined, form: string): Edition => {
  const all = Object.values(editions);
  const found = id === undefined ? all.filter((edition) => edition.form === form) : all.filter((edition) => edition.id === id);
  const [latest] = [...found].sort((one, other) => other.referenceYear - one.referenceYear);
  if (latest === undefined)
    throw usage(
      `there is no such form; there are ${Object.keys(editions).join(', ')}`,
      `그런 조사표가 없습니다. 있는 조사표: ${Object.keys(editions).join(', ')}`,
    );
  return latest;
};

const changeOf = ({ question, after, fields, cells, findings, isNotAsked }: ImportChange) => ({
  question: question.id,
  code: question.code,
  state: after.state,
  ...(after.state === 'answered' ? { value: after.value } : {}),
  fields: Object.fromEntries(fields),
  cells: Object.fromEntries(cells.map(({ address, shown }) => [address, shown])),
  computed: cells.filter(({ isComputed }) => isComputed).map(({ address }) => address),
  asked: findings.map((finding) => ({
    cells: finding.fields.flatMap((field) =>
      cells.filter((cell) => fieldName(cell.question, cell.part) === field).map(({ address }) => address),
    ),
    en: `${finding.text.en} ${finding.wayOut.en}`,
    ko: `${finding.text.ko} ${finding.wayOut.ko}`,
  })),
  isNotAsked,
});

const refusalOf = ({ question, faults, findings, rejected, cells }: ImportRefusal) => ({
  question: question.id,
  code: question.code,
  cells: Object.fromEntries(cells.map(({ address, shown }) => [address, shown])),
  faults: [
    ...faults.map(({ entry, code, values }) => ({ cell: entry.address, code, ...cellSentence(code, values) })),
    ...findings.map(({ key, text, wayOut }) => ({ code: key, en: `${text.en} ${wayOut.en}`, ko: `${text.ko} ${wayOut.ko}` })),
    ...rejected.map(({ code, sentence }) => ({ code, ...sentence })),
  ],
});

const read = async (editions: Editions, name: string, bytes: Uint8Array, io: CommandIo): Promise<ExitCode> => {
  try {
    const { edition, workbook, reading, answers } = await readFormFile(editions, bytes);
    const printed = {
      edition: edition.id,
      format: workbook.format,
      encoding: workbook.encoding,
      counts: {
        changes: answers.changes.length,
        refused: answers.refusals.length,
        notInFile: answers.untouched,
        notes: reading.notes.length,
      },
      answers: answers.changes.map(changeOf),
      refused: answers.refusals.map(refusalOf),
      notes: reading.notes.map(({ address, code, values }) => ({ cell: address, code, ...cellSentence(code, values) })),
    };
    io.stdout.write(`${JSON.stringify(printed, null, 2)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof Problem) throw new WrongInput([`${name}: ${error.sentence.en} | ${error.sentence.ko}`]);
    throw error;
  }
};

const options = { form: { type: 'string' }, edition: { type: 'string' }, lang: { type: 'string' }, csv: { type: 'boolean' } } as const;

/** `onsil sheet`: forms as spreadsheets, to fill in and to read back. */
export const sheet: Command = {
  name: 'sheet',
  summary: 'writes a form as a spreadsheet, and reads a filled-in one',
  help,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [verb, name, ...others] = positionals;
    const isRead = verb === 'read' && name !== undefined && others.length === 0;
    if (!isRead && (verb !== 'template' || name !== undefined))
      throw usage('say "template" or "read FILE"', '"template" 또는 "read 파일"을 적으십시오');
    const bytes = isRead ? await readInput(name, io) : null;
    const { editions } = openCatalog(repositoryRoot).surveys;
    if (bytes !== null) return read(editions, name ?? '', bytes, io);
    const language = values.lang ?? 'ko';
    if (language !== 'ko' && language !== 'en') throw usage('--lang takes ko or en', '--lang에는 ko 또는 en을 쓰세요');
    const edition = editionOf(editions, values.edition, values.form ?? 'M');
    const kind = values.csv === true ? 'csv' : 'xlsx';
    io.stdout.write((await formFile(edition, { fields: new Map(), kind, language, owner: null })).bytes);
    return 0;
  },
};
