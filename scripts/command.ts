import type { Readable, Writable } from 'node:stream';

/** Where a command reads and writes. Results go to stdout, everything said to a person goes to stderr. */
export interface CommandIo {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** 0: done; 1: it failed; 2: what was handed in is wrong; 78: a setting of the surroundings is (EX_CONFIG of sysexits). */
export type ExitCode = 0 | 1 | 2 | 78;

/** One verb of the `onsil` command line. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints: usage, options, an example. */
  readonly help: string;
  run(args: readonly string[], io: CommandIo): Promise<ExitCode>;
}

/** Thrown by a command when its arguments or its input are wrong: the message goes to stderr. */
export class WrongInput extends Error {
  constructor(
    readonly lines: readonly string[],
    readonly exitCode: 2 | 78 = 2,
  ) {
    super(lines.join('\n'));
    this.name = 'WrongInput';
  }
}
