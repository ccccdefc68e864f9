#!/usr/bin/env node
// Builds what is missing or older than its sources, then runs the compiled command line.
import { buildIfStale } from '../scripts/build.mjs';

buildIfStale();
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1)); // `onsil … | head` is no failure
const { onsil } = await import('../dist/scripts/onsil.js');
try {
  process.exitCode = await onsil(process.argv.slice(2), process);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
