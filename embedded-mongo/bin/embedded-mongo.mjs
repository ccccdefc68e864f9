#!/usr/bin/env node
// Builds the package when its compiled form is missing or older than its sources, then hands over to it; the build's messages go to stderr.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = new URL('../dist/src/cli.js', import.meta.url);
const built = statSync(`${root}dist/tsconfig.tsbuildinfo`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const sources = existsSync(`${root}src`) ? readdirSync(`${root}src`, { recursive: true }) : [];
if (!existsSync(entry) || sources.some((name) => statSync(`${root}src/${name}`).mtimeMs > built)) {
  const compiler = createRequire(import.meta.url)
    .resolve('typescript/package.json')
    .replace(/package\.json$/, 'bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-b', root], { stdio: ['ignore', process.stderr, process.stderr] });
  if (status !== 0) process.stderr.write('embedded-mongo: the build reported errors\n');
}
await import(entry.href);
