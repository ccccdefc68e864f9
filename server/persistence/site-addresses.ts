import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { unfitFolder } from './unfit-folder.js';

/** Each running site leaves its address beside the data under its process number, so that a command run there finds it. */
const folderOf = (dataDir: string): string => join(dataDir, 'sites');

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    if ((error as NodeJS.ErrnoException).code === 'EPERM') return true;
    throw error;
  }
};

/** The numbers of processes begin anew when the machine does. */
const isOfThisBoot = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > Date.now() - uptime() * 1000;

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/** How browsers reach the other sites that run on a data folder, without a slash at the end; what a killed one left is removed. */
export const otherSites = (dataDir: string): readonly string[] => {
  const folder = folderOf(dataDir);
  return namesIn(folder)
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      const file = join(folder, name);
      if (isAlive(Number(name)) && isOfThisBoot(file)) return [readFileSync(file, 'utf8')];
      rmSync(file, { force: true });
      return [];
    });
};

/** Leaves the address of this process's site; returns what takes it away again. Throws UnfitStore and UnusableData. */
export const leaveAddress = (dataDir: string, baseUrl: string): (() => void) => {
  const folder = folderOf(dataDir);
  const file = join(folder, String(process.pid));
  try {
    mkdirSync(folder, { mode: 0o700, recursive: true });
    writeFileSync(`${file}.draft`, baseUrl, { mode: 0o600 });
    renameSync(`${file}.draft`, file);
  } catch (error) {
    throw unfitFolder(dataDir, error) ?? error;
  }
  return () => rmSync(file, { force: true });
};
