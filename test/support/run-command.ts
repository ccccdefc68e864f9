import { PassThrough, Readable } from 'node:stream';
import type { ExitCode } from '../../scripts/command.js';
import { onsil } from '../../scripts/onsil.js';

/** What a command said and how it ended. */
export interface CommandResult {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

const collect = (stream: PassThrough): (() => string) => {
  const parts: Buffer[] = [];
  stream.on('data', (part: Buffer) => parts.push(part));
  return () => Buffer.concat(parts).toString('utf8');
};

/** Runs one verb of the command line in this process, as the launcher does. */
export const runCommand = async (
  args: readonly string[],
  input: string | Buffer = '',
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> => {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const [out, err] = [collect(stdout), collect(stderr)];
  const code = await onsil(args, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr, env });
  return { code, stdout: out(), stderr: err() };
};
