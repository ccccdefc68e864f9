import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** LibreOffice, where it is installed; null: tests that need it say that they were skipped. */
export const soffice: string | null =
  [process.env.SOFFICE_PATH, '/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => path !== undefined && existsSync(path)) ?? null;

/** Files opened in LibreOffice and saved again as XLSX, in their order. One start serves all of them. */
export const savedByLibreOffice = async (files: readonly Uint8Array[], extension: 'xlsx' | 'csv' = 'xlsx'): Promise<readonly Buffer[]> => {
  if (soffice === null) throw new Error('LibreOffice is not installed here');
  const folder = await mkdtemp(join(tmpdir(), 'onsil-soffice-'));
  try {
    const names = files.map((_, at) => join(folder, `form-${at}.${extension}`));
    await Promise.all(names.map((name, at) => writeFile(name, files[at] as Uint8Array)));
    const out = join(folder, 'out');
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    await run(soffice, [profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out, ...names], {
      timeout: 120_000,
    });
    return await Promise.all(files.map((_, at) => readFile(join(out, `form-${at}.xlsx`))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
