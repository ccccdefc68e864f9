#!/usr/bin/env node
// Compiles the product when `dist` is missing or older than its sources. Everything it says goes to stderr.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist', '.built');
const sources = [
  'server',
  'scripts',
  'embedded-mongo/src',
  'views/assets',
  'tsconfig.base.json',
  'tsconfig.product.json',
  'package-lock.json',
];

const newest = (path) => {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(
    own.mtimeMs,
    ...readdirSync(path)
      .filter((name) => name !== 'node_modules')
      .map((name) => newest(join(path, name))),
  );
};

const isStale = () => !existsSync(stamp) || sources.some((source) => newest(join(root, source)) > statSync(stamp).mtimeMs);

/** Runs the compiler and the browser bundler if a source is newer than the last build. Exits with 1 when the code does not compile. */
export const buildIfStale = () => {
  if (!isStale()) return;
  const begun = new Date();
  console.error('Building … (first start or changed sources) | 빌드 중 …');
  const require = createRequire(import.meta.url);
  const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  const run = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  try {
    run(tsc, '-b', 'tsconfig.product.json');
    run(tsc, '-p', 'server/browser');
    run(join(root, 'dist', 'scripts', 'bundle-browser.js'));
  } catch {
    console.error('The build failed; the messages above say where. | 빌드에 실패했습니다. 위의 메시지를 확인하세요.');
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${begun.toISOString()}\n`);
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) buildIfStale();
