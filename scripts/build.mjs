#!/usr/bin/env node
// Compiles the product when `dist` is missing or older than its sources. Everything it says goes to stderr.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
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
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

const isStale = () => !existsSync(stamp) || sources.some((source) => newest(join(root, source)) > statSync(stamp).mtimeMs);

const run = (...args) => execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });

const tsc = () => join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');

const fail = () => {
  console.error('The build failed; the messages above say where. | 빌드에 실패했습니다. 위의 메시지를 확인하세요.');
  process.exit(1);
};

/** Type-checks and compiles one TypeScript project and what it refers to. Exits with 1 when the code does not compile. */
export const compile = (project) => {
  try {
    run(tsc(), '-b', project);
  } catch {
    fail();
  }
};

/** Compiles the product and bundles what the browser gets, if a source is newer than the last build. */
export const buildIfStale = () => {
  if (!isStale()) return;
  const begun = new Date();
  console.error('Building … (first start or changed sources) | 빌드 중 … (첫 실행이거나 소스가 바뀌었습니다)');
  compile('tsconfig.product.json');
  try {
    run(tsc(), '-p', 'server/browser');
    run(join(root, 'dist', 'scripts', 'bundle-browser.js'));
  } catch {
    fail();
  }
  // Stamped with the time it began, so that a file saved meanwhile is built next time.
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  utimesSync(stamp, begun, begun);
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) buildIfStale();
