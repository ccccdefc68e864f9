import { once } from 'node:events';
import { DataFileError } from '../server/catalog/data-files.js';
import { printable } from '../server/domain/printable.js';
import { type Command, type CommandIo, type ExitCode, WrongInput } from './command.js';

/** The verbs of `onsil`, each loaded only when it is called, so that `calculate` starts without the web server's code. */
const verbs: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.js')).serve,
  calculate: async () => (await import('./calculate.js')).calculate,
  consolidate: async () => (await import('./consolidate.js')).consolidate,
  'base-year': async () => (await import('./base-year.js')).baseYear,
  plan: async () => (await import('./plan.js')).plan,
  establishment: async () => (await import('./establishment.js')).establishment,
  invite: async () => (await import('./invite.js')).invite,
  audit: async () => (await import('./audit.js')).audit,
  edits: async () => (await import('./edits.js')).edits,
  packages: async () => (await import('./packages.js')).packages,
  evidence: async () => (await import('./evidence.js')).evidence,
  privacy: async () => (await import('./privacy.js')).privacy,
  tls: async () => (await import('./tls.js')).tls,
  admin: async () => (await import('./admin.js')).admin,
  factors: async () => (await import('./factors.js')).factors,
  sources: async () => (await import('./sources.js')).sources,
  sheet: async () => (await import('./sheet.js')).sheet,
  xlsform: async () => (await import('./xlsform.js')).xlsform,
  'check-data': async () => (await import('./check-data.js')).checkData,
};

const overview = async (): Promise<string> => {
  const commands = await Promise.all(Object.values(verbs).map((load) => load()));
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'Usage: npx --no onsil COMMAND [options]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'npx --no onsil COMMAND --help says more. Results go to stdout, messages to stderr.',
    'Exit codes: 0 done, 1 failed, 2 what was handed in is wrong, 78 a setting is.',
    '',
  ].join('\n');
};

const finish = async (io: CommandIo, code: ExitCode): Promise<ExitCode> => {
  for (const stream of [io.stdout, io.stderr]) if (stream.writableNeedDrain) await once(stream, 'drain');
  return code;
};

/** parseArgs reports a wrong option by a TypeError with such a code; it is the user's to mend, not a bug. */
const isWrongOption = (error: unknown): error is TypeError =>
  error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');

/** One line for a wrong option; its name stands in quotes in what parseArgs says. */
const wrongOptionLine = (command: string, message: string): string => {
  const option = printable(/'(?:-\w, )?(-{0,2}[^' ]*)/.exec(message)?.[1] ?? '', 60);
  const help = `npx --no onsil ${command} --help`;
  if (/argument missing|argument is ambiguous/.test(message))
    return `${command}: ${option} needs a value | ${option}에는 값이 필요합니다: ${help}`;
  if (/does not take an argument/.test(message)) return `${command}: ${option} takes no value | ${option}에는 값을 쓰지 않습니다: ${help}`;
  if (/Unexpected argument/.test(message))
    return `${command}: "${option}" is not expected here | "${option}"은(는) 여기에 쓸 수 없습니다: ${help}`;
  return `${command}: there is no option ${option} | ${option} 선택 사항은 없습니다: ${help}`;
};

/**
 * Runs one verb of the command line.
 * @param args what stands behind `onsil`
 * @returns the exit code; a bug is left to throw
 */
export const onsil = async (args: readonly string[], io: CommandIo): Promise<ExitCode> => {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    (name === undefined ? io.stderr : io.stdout).write(await overview());
    return finish(io, name === undefined ? 2 : 0);
  }
  const load = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (load === undefined) {
    io.stderr.write(`onsil: there is no command "${name}" | "${name}" 명령은 없습니다\n\n${await overview()}`);
    return finish(io, 2);
  }
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    io.stdout.write(`${command.help.trimEnd()}\n`);
    return finish(io, 0);
  }
  try {
    return await finish(io, await command.run(rest, io));
  } catch (error) {
    if (error instanceof DataFileError) {
      for (const fault of error.faults) io.stderr.write(`${error.file}: ${fault}\n`);
      return finish(io, 1);
    }
    if (!(error instanceof WrongInput) && !isWrongOption(error)) throw error;
    const lines = error instanceof WrongInput ? error.lines : [wrongOptionLine(name, error.message)];
    io.stderr.write(`${lines.join('\n')}\n`);
    return finish(io, error instanceof WrongInput ? error.exitCode : 2);
  }
};
