import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../../server/root.js';
import { rememberLog } from './all-logs.js';

/** A site in a process of its own, started as a user starts it. */
export interface SiteProcess {
  readonly process: ChildProcess;
  readonly pid: number;
  readonly base: string;
  /** What it printed on stdout until it was ready. */
  readonly announced: string;
  /** What it has logged so far. */
  logged(): string;
  /** Paths of the one-time links it announced. */
  readonly links: readonly string[];
  /** What the pages behind them ask for, by the link. */
  numberFor(link: string): string;
  /** Ends it without warning and waits until it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop; resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** Starts `onsil serve` and waits until it says that it is ready. */
export const startSiteProcess = async (env: Readonly<Record<string, string>>): Promise<SiteProcess> => {
  const started = spawn(process.execPath, [join(repositoryRoot, 'bin', 'onsil.mjs'), 'serve'], {
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  rememberLog(() => stderr);
  const gone = once(started, 'exit');
  let stdout = '';
  let stderr = '';
  started.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  await new Promise<void>((resolve, reject) => {
    started.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (stdout.endsWith('\n') && /https?:\/\/\S+\n/.test(stdout)) resolve();
    });
    started.once('exit', (code) => reject(new Error(`onsil serve ended with ${code}\n${stdout}${stderr}`)));
  });
  const base = /https?:\/\/\S+/.exec(stdout)?.[0] ?? '';
  return {
    process: started,
    pid: started.pid ?? 0,
    base,
    announced: stdout,
    logged: () => stderr,
    links: [...stdout.matchAll(/(\/enter\/\S+)/g)].map(([path]) => path),
    numberFor: (link) => /\d{3}-\d{2}-\d{5}/.exec(stdout.slice(stdout.indexOf(link)))?.[0] ?? '',
    kill: async () => {
      started.kill('SIGKILL');
      await gone;
    },
    stop: async () => {
      started.kill('SIGTERM');
      await gone;
      return started.exitCode;
    },
  };
};

/** The process that serves a data folder, as the embedded store writes it down there. */
export const storePid = async (dataDir: string): Promise<number> => {
  const { pid } = JSON.parse(await readFile(join(dataDir, 'server.lock'), 'utf8')) as { readonly pid: number };
  return pid;
};
