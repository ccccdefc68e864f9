import { spawnSync } from 'node:child_process';

/** Whether a program of the system can be started. */
export const isInstalled = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

/**
 * Skips a test, saying so, when a program that only adds to what the other tests show is not installed.
 * @param context the `this` of the test
 */
export const needs = (context: Mocha.Context, program: string): void => {
  if (isInstalled(program)) return;
  console.log(`      skipped: ${program} is not installed`);
  context.skip();
};
