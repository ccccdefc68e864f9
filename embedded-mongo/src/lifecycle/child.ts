import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isDiskFull } from '../storage/disk-space.js';
import { DamagedStore, STORE_FILE } from '../storage/store-file.js';
import { refusalOf } from './refusal.js';

const KILL_AFTER_MS = 3_000;
const main = fileURLToPath(new URL('./main.js', import.meta.url));

/** Signals by which a process ends that read or wrote memory which is not there, as with a file that is shorter than it says. */
const crashes: readonly (NodeJS.Signals | null)[] = ['SIGSEGV', 'SIGBUS', 'SIGABRT', 'SIGILL', 'SIGFPE', 'SIGTRAP'];

/** The store's own process, as the one that started it sees it. */
export class Child {
  /** Resolves when it is gone and all it said has been read. */
  readonly exited: Promise<void>;
  private said = '';

  private constructor(
    private readonly process: ChildProcess,
    private readonly dataDir: string,
  ) {
    process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.said += text;
    });
    this.exited = new Promise((resolve) => {
      process.once('close', () => resolve());
    });
  }

  /**
   * Starts the store's process. It is the head of a process group of its own, so that Ctrl+C in a terminal reaches this process
   * alone, which then stops the store when it is done with it.
   */
  static launch(dataDir: string, heapMegabytes: number | undefined, log: ((line: string) => void) | undefined): Child {
    const heap = heapMegabytes === undefined ? [] : [`--max-old-space-size=${heapMegabytes}`];
    const process_ = spawn(process.execPath, [...heap, '--enable-source-maps', main, dataDir], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    createInterface({ input: process_.stderr }).on('line', (line) => log?.(line));
    const child = new Child(process_, dataDir);
    child.unref();
    return child;
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  get isGone(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  /** True when it was ended by a signal that nobody sends. */
  get crashed(): boolean {
    return crashes.includes(this.process.signalCode);
  }

  /** What ended it before it was ready; undefined when it ended in order, as one does that found another serving. */
  async failure(): Promise<Error | undefined> {
    this.ref();
    await this.exited;
    const refusal = refusalOf(this.said);
    if (refusal !== undefined) return refusal;
    const { exitCode, signalCode } = this.process;
    if (exitCode === 0) return undefined;
    if (isDiskFull(this.dataDir))
      return Object.assign(new Error(`no space left on the disk of ${this.dataDir}`), { code: 'ENOSPC', path: this.dataDir });
    if (this.crashed) return new DamagedStore(join(this.dataDir, STORE_FILE), `opening it ended the store's process with ${signalCode}`);
    return new Error(`the store's process ended with ${signalCode ?? `code ${exitCode}`} before it was ready; its log says why`);
  }

  /** Ends it, in order if it can. */
  async end(): Promise<void> {
    if (this.isGone) return;
    this.ref();
    this.process.kill('SIGTERM');
    const cut = new AbortController();
    const late = wait(KILL_AFTER_MS, 'late', { signal: cut.signal }).catch(() => undefined);
    if ((await Promise.race([this.exited, late])) === 'late') this.process.kill('SIGKILL');
    cut.abort();
    await this.exited;
  }

  /** Waits for it to be gone, keeping this process alive meanwhile. */
  async gone(): Promise<void> {
    this.ref();
    await this.exited;
  }

  private get handles(): readonly { ref(): void; unref(): void }[] {
    const { process: child } = this;
    return [child, child.stdout, child.stderr] as unknown as readonly { ref(): void; unref(): void }[];
  }

  private ref(): void {
    for (const handle of this.handles) handle.ref();
  }

  private unref(): void {
    for (const handle of this.handles) handle.unref();
  }
}
