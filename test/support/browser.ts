import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const require = createRequire(import.meta.url);

/** A browser for tests, closed with `close`. */
export interface TestBrowser {
  readonly browser: Browser;
  /** Which one was found, for the record of the run. */
  readonly found: string;
  close(): Promise<void>;
}

interface Found {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const onPath = (): string | null => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => systemNames.map((name) => join(folder, name))).find((file) => existsSync(file)) ?? null;
};

/** The browser inside the npm package, unpacked into a folder of ours: the package itself would take any file called chromium in /tmp. */
const bundled = async (): Promise<Found> => {
  const folder = join(tmpdir(), 'onsil-test-browser');
  await mkdir(folder, { recursive: true });
  const before = { ...process.env };
  // The package looks at these when it is loaded: it then unpacks the libraries of its own that a bare machine lacks.
  Object.assign(process.env, { AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x', TMPDIR: folder });
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return { path: await packaged.executablePath(), env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } };
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
};

const find = async (): Promise<Found> => {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which is not there`);
    return { path: named, env: {} };
  }
  const system = onPath();
  return system === null ? bundled() : { path: system, env: {} };
};

/** Fonts for a machine that has none: Korean shows as it does to a reader, and not as boxes. */
const fontFolder = async (folder: string): Promise<string> => {
  const pretendard = join(dirname(require.resolve('pretendard/package.json')), 'dist', 'public', 'static', 'alternative');
  await writeFile(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${pretendard}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  );
  return folder;
};

/**
 * Starts a headless browser: CHROME_PATH, else a system Chromium or Chrome, else the one inside the npm package. Nothing is downloaded.
 */
export const openBrowser = async (): Promise<TestBrowser> => {
  const { path, env } = await find();
  const folder = await mkdtemp(join(tmpdir(), 'onsil-fonts-'));
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const own = { ...(process.env as Record<string, string>), ...env, FONTCONFIG_PATH: await fontFolder(folder) };
  const browser = await chromium.launch({ executablePath: path, args, env: own });
  return {
    browser,
    found: `${path} (${browser.version()})`,
    close: async () => {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
