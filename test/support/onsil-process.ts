import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '../../server/root.js';

/** What a command said and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Options {
  /** The user it runs as; this one when absent. */
  readonly user?: number;
  /** SIGTERM is sent after so many milliseconds. */
  readonly stopAfterMs?: number;
}

/** Runs one verb of the command line in a process of its own, as a user does. */
export const onsil = (args: readonly string[], env: Readonly<Record<string, string>>, options: Options = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const launcher = join(repositoryRoot, 'bin', 'onsil.mjs');
    const { user, stopAfterMs } = options;
    const started = spawn(process.execPath, [launcher, ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user === undefined ? {} : { uid: user, gid: user }),
    });
    let stdout = '';
    let stderr = '';
    started.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    started.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const stop = stopAfterMs === undefined ? undefined : setTimeout(() => started.kill('SIGTERM'), stopAfterMs);
    started.once('close', (code) => {
      clearTimeout(stop);
      resolve({ code, stdout, stderr });
    });
  });
