import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openCatalog } from '../server/catalog/catalog.js';
import { readXlsForm, xlsFormFile } from '../server/operations/xlsform-file.js';
import { Problem } from '../server/problem/problem.js';
import { xlsFormSentence } from '../server/problem/xlsform-problems.js';
import { repositoryRoot } from '../server/root.js';
import { type Command, type CommandIo, type ExitCode, WrongInput } from './command.js';
import { readInput } from './read-input.js';

const help = `Usage: npx --no onsil xlsform export --edition ID > form.xlsx
       npx --no onsil xlsform import FILE|- --out FOLDER [--partial]

export  writes an edition as XLSForm (sheets survey, choices and settings) for field tools of the ODK family;
        what XLSForm cannot say is named on stderr
import  reads an XLSForm into YAML files of sections, as survey-definitions/ holds them. What lies outside of the part that is
        read (docs/xlsform.md) is named with sheet, row and column; then nothing is written, unless --partial is given

Exit codes: 0 done, 1 failed, 2 the arguments are wrong or something of the file was not taken over.
`;

const usage = (en: string, ko: string): WrongInput => new WrongInput([`xlsform: ${en} | ${ko}`, 'npx --no onsil xlsform --help']);

const exported = async (id: string | undefined, io: CommandIo): Promise<ExitCode> => {
  const { editions } = openCatalog(repositoryRoot).surveys;
  const edition = id !== undefined && Object.hasOwn(editions, id) ? editions[id] : undefined;
  if (edition === undefined)
    throw usage(
      `--edition takes one of ${Object.keys(editions).join(', ')}`,
      `--edition에는 다음 가운데 하나를 쓰세요: ${Object.keys(editions).join(', ')}`,
    );
  const { bytes, notes } = await xlsFormFile(edition);
  for (const { where, en, ko } of notes) io.stderr.write(`note: ${where}: ${en} | ${ko}\n`);
  io.stdout.write(bytes);
  return 0;
};

const imported = async (name: string, folder: string, isPartial: boolean, io: CommandIo): Promise<ExitCode> => {
  const { files, findings, faults } = await readXlsForm(await readInput(name, io)).catch((error: unknown) => {
    throw error instanceof Problem ? new WrongInput([`${name}: ${error.sentence.en} | ${error.sentence.ko}`]) : error;
  });
  for (const { level, address, code, values } of findings) {
    const { en, ko } = xlsFormSentence(code, values);
    io.stderr.write(`${level === 'note' ? 'note: ' : ''}${address}: ${en} | ${ko}\n`);
  }
  for (const fault of faults) io.stderr.write(`${fault}\n`);
  const isWhole = faults.length === 0 && findings.every(({ level }) => level === 'note');
  if (!isWhole && !isPartial) {
    io.stderr.write(`${name}: nothing was written; mend these, or say --partial | 아무것도 쓰지 않았습니다. 고치거나 --partial을 쓰세요\n`);
    return 2;
  }
  for (const { path, text } of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    io.stdout.write(`${file}\n`);
  }
  return isWhole ? 0 : 2;
};

const options = { edition: { type: 'string' }, out: { type: 'string' }, partial: { type: 'boolean' } } as const;

/** `onsil xlsform`: editions for field tools, and back. */
export const xlsform: Command = {
  name: 'xlsform',
  summary: 'writes an edition as XLSForm, and reads one into sections',
  help,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [verb, name, ...others] = positionals;
    if (verb === 'export' && name === undefined) return exported(values.edition, io);
    if (verb === 'import' && name !== undefined && others.length === 0) {
      if (values.out === undefined) throw usage('import needs --out FOLDER', 'import에는 --out 폴더가 필요합니다');
      return imported(name, values.out, values.partial === true, io);
    }
    throw usage(
      'say "export --edition ID" or "import FILE --out FOLDER"',
      '"export --edition ID" 또는 "import 파일 --out 폴더"를 적으십시오',
    );
  },
};
