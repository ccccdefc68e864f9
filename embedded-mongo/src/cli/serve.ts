import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Attachment } from '../lifecycle/attachment.js';
import { liveHolder } from '../lifecycle/lock.js';
import { serve } from '../lifecycle/server.js';
import type { CliCommand } from './run.js';
import { UsageError } from './usage-error.js';

const parse = (args: string[]): { dataDir: string; port: number | undefined } => {
  const rest = [...args];
  const at = rest.findIndex((arg) => arg === '--port' || arg.startsWith('--port='));
  let port: number | undefined;
  if (at >= 0) {
    const [option = '', value = ''] = rest.splice(at, rest[at] === '--port' ? 2 : 1);
    port = Number(option.includes('=') ? option.slice(7) : value || Number.NaN);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--port needs a number from 0 to 65535');
  }
  const unknown = rest.find((arg) => arg.startsWith('-'));
  if (unknown !== undefined) throw new UsageError(`unknown option ${unknown}`);
  const [dataDir] = rest;
  if (dataDir === undefined || rest.length > 1) throw new UsageError('serve needs one folder: embedded-mongo serve DIR [--port N]');
  return { dataDir: resolve(dataDir), port };
};

/** Stays attached to a server that runs already, until told to stop or until it is gone. */
const attach = async (dataDir: string, announce: (uri: string) => void): Promise<number> => {
  for (let tries = 0; tries < 200; tries++) {
    const holder = liveHolder(dataDir);
    if (holder?.uri !== undefined && holder.listen !== undefined) {
      const attachment = await Attachment.open(holder.listen);
      announce(holder.uri);
      attachment.keepAlive();
      process.once('SIGTERM', () => void attachment.release());
      process.once('SIGINT', () => void attachment.release());
      await attachment.closed;
      return 0;
    }
    await wait(50);
  }
  throw new Error(`the server of ${dataDir} does not become ready`);
};

/** serve DIR [--port N]: serves in this process; beside a live server it attaches to that one. */
export const serveCommand: CliCommand = async (args, { stdout, stderr }) => {
  const { dataDir, port } = parse(args);
  const log = (message: string): void => void stderr.write(`${new Date().toISOString()} ${message}\n`);
  const announce = (uri: string): void => void stdout.write(`${JSON.stringify({ uri })}\n`);
  const running = await serve({ dataDir, port, log });
  if (!('stopped' in running)) {
    if (port !== undefined) log(`process ${running.pid} serves this folder already: --port has no effect`);
    return attach(dataDir, announce);
  }
  process.on('SIGTERM', running.stop);
  process.on('SIGINT', running.stop);
  announce(running.uri);
  await running.stopped;
  return 0;
};
