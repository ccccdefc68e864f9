#!/usr/bin/env node
// Builds the product and the tests, then runs mocha on all of them, or on the compiled files named behind `npm test --`.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
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
const { status } = spawnSync(process.execPath, [mocha, ...args, ...(named ? [] : everything)], { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
