import { refusalLine } from './refusal.js';
import { serve } from './server.js';

/** The store's own process: started by `start`, alive while a process is attached. */
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('usage: main.js DATA_DIR');

const ATTACH_GRACE_MS = 20_000;

// The process that read the log may be gone: the store serves on without it.
process.stderr.on('error', () => undefined);
const log = (message: string): void => {
  process.stderr.write(`${new Date().toISOString()} ${message}\n`);
};

const refused = (error: unknown): undefined => {
  process.exitCode = 1;
  process.stdout.write(refusalLine(error));
};

const running = await serve({ dataDir, attachGraceMs: ATTACH_GRACE_MS, log }).catch(refused);
if (running !== undefined && 'stopped' in running) {
  process.on('SIGTERM', running.stop);
  // Ctrl+C is for the process that started the store; it lets go of it when it is done.
  process.on('SIGINT', () => undefined);
  process.on('uncaughtException', (error) => {
    log(`stopping after an unexpected error: ${error.stack ?? error.message}`);
    process.exitCode = 1;
    running.stop();
  });
  await running.stopped;
}
process.exit();
