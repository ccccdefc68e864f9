#!/usr/bin/env node
// Builds the product and the tests, then runs mocha on all of them, or on the compiled files named behind `npm test --`.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale, compile } from './build.mjs';

buildIfStale();
compile('tsconfig.json');
const require = createRequire(import.meta.url);
const mocha = join(dirname(require.resolve('mocha/package.json')), 'bin', 'mocha.js');
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2);
const everything = ['dist/test/**/*.test.js', 'embedded-mongo/dist/test/**/*.test.js'];
const named = args.some((arg) => arg.endsWith('.test.js'));
// Two at a time: most tests wait for a store, a browser or a process of their own. Each file is as alone as it is when run by itself.
const atOnce = named || availableParallelism() < 2 ? [] : ['--parallel', '--jobs', '2'];
const { status } = spawnSync(process.execPath, [mocha, ...args, ...atOnce, ...(named ? [] : everything)], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
