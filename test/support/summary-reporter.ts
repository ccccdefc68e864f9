import { createRequire } from 'node:module';
import type { MochaOptions, Runner, reporters } from 'mocha';

// Loaded the CommonJS way, because that is the one copy of mocha that runs the tests.
const Mocha = createRequire(import.meta.url)('mocha') as { reporters: typeof reporters };

/** Mocha's own listing, closed by one plain line that people and machines can count: "N passed, N failed, N skipped". */
export default class SummaryReporter extends Mocha.reporters.Spec {
  constructor(runner: Runner, options?: MochaOptions) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      console.log(`${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}`);
    });
  }
}
