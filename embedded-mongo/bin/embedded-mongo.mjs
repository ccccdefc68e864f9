#!/usr/bin/env node
// Builds the package when its compiled form is missing, then hands over to it. Messages of the build go to stderr.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = new URL('../dist/src/cli.js', import.meta.url);
if (!existsSync(entry)) {
  const compiler = createRequire(import.meta.url)
    .resolve('typescript/package.json')
    .replace(/package\.json$/, 'bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-b', root], { stdio: ['ignore', process.stderr, process.stderr] });
  if (status !== 0) process.stderr.write('embedded-mongo: the build reported errors\n');
}
await import(entry.href);
