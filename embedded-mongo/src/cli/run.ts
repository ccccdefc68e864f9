import { backup } from './backup.js';
import { dump } from './dump.js';
import { restore } from './restore.js';
import { serveCommand } from './serve.js';
import { UsageError } from './usage-error.js';
import { verify } from './verify.js';

const HELP = `embedded-mongo: a single-node store that speaks MongoDB's wire protocol

  embedded-mongo serve DIR [--port N]    serve a folder until SIGTERM; prints {"uri": "mongodb://…"} when it is ready
  embedded-mongo backup DIR TARGET       a consistent copy into the new folder TARGET, also while serving
  embedded-mongo restore BACKUP DIR      puts a backup into the empty or new folder DIR
  embedded-mongo dump DIR TARGET         every collection as BSON, laid out as mongorestore reads it
  embedded-mongo verify DIR              checks that documents and index entries belong together
  embedded-mongo --help

Results are on stdout, messages on stderr. Exit code 0: done; 1: failed; 2: wrong usage.
`;

export interface Terminal {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
}

/** A command: its positional arguments and what it does; the number is the exit code. */
export type CliCommand = (args: string[], terminal: Terminal) => Promise<number>;

const commands: Record<string, CliCommand> = { serve: serveCommand, backup, restore, dump, verify };

/** Runs one command line; returns the exit code. */
export const run = async (args: string[], terminal: Terminal): Promise<number> => {
  const [name, ...rest] = args;
  if (args.includes('--help') || name === 'help') {
    terminal.stdout.write(HELP);
    return 0;
  }
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    terminal.stderr.write(`${name === undefined ? 'no command given' : `unknown command '${name}'`}\n\n${HELP}`);
    return 2;
  }
  try {
    return await command(rest, terminal);
  } catch (error) {
    terminal.stderr.write(`embedded-mongo: ${(error as Error).message}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
};
