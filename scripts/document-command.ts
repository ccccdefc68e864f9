import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { printable } from '../server/domain/printable.js';
import { textOfStream } from '../server/operations/read-document.js';
import { resultText } from '../server/operations/result-text.js';
import { type WordedFault, wordFault } from '../server/operations/word-faults.js';
import { type Command, type CommandIo, WrongInput } from './command.js';

/** A result to print, or every reason why there is none. */
export type DocumentAnswer = { readonly result: object } | { readonly errors: readonly WordedFault[] };

/** A verb that reads one JSON document and writes another, each with a published schema. */
export interface DocumentVerb extends Pick<Command, 'name' | 'summary' | 'help'> {
  readonly schema: Readonly<Record<'input' | 'output', () => object>>;
  readonly answer: (text: string) => DocumentAnswer;
}

const fileFaults: readonly string[] = ['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'EPERM'];

const textFrom = async (name: string, io: CommandIo): Promise<string> => {
  const stream: Readable = name === '-' ? io.stdin : createReadStream(name);
  try {
    const read = await textOfStream(stream);
    if ('text' in read) return read.text;
    throw wrongInput([wordFault(read.fault)]);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!fileFaults.includes(code)) throw error;
    throw new WrongInput([`${printable(name, 200)}: the file cannot be read (${code}) | 파일을 읽을 수 없습니다 (${code})`]);
  }
};

const wrongInput = (errors: readonly WordedFault[]): WrongInput =>
  new WrongInput(errors.map(({ field, en, ko }) => `${field}: ${en} | ${ko}`));

/** The command of a verb: FILE or "-", `--schema input|output`; one line per fault and exit code 2 for what is wrong. */
export const documentCommand = ({ name, summary, help, schema, answer }: DocumentVerb): Command => {
  const usage = (en: string, ko: string): WrongInput => new WrongInput([`${name}: ${en} | ${ko}`, `npx --no onsil ${name} --help`]);
  const wantedSchema = (given: string, file: string | undefined): 'input' | 'output' => {
    if (file !== undefined) throw usage('--schema takes no file', '--schema에는 파일을 쓰지 않습니다');
    if (given === 'input' || given === 'output') return given;
    throw usage('--schema takes input or output', '--schema에는 input 또는 output을 쓰세요');
  };
  const write = async (result: object, io: CommandIo): Promise<void> => {
    for (const piece of resultText(result, 2)) if (!io.stdout.write(piece)) await once(io.stdout, 'drain');
    io.stdout.write('\n');
  };
  return {
    name,
    summary,
    help,
    run: async (args, io) => {
      const { values, positionals } = parseArgs({ args: [...args], options: { schema: { type: 'string' } }, allowPositionals: true });
      const [file, ...others] = positionals;
      if (values.schema !== undefined) {
        await write(schema[wantedSchema(values.schema, file)](), io);
        return 0;
      }
      if (file === undefined || others.length > 0)
        throw usage('give one FILE, or "-" for standard input', '파일 하나를 쓰거나 표준 입력이면 "-"를 쓰세요');
      const answered = answer(await textFrom(file, io));
      if ('errors' in answered) throw wrongInput(answered.errors);
      await write(answered.result, io);
      return 0;
    },
  };
};
