import { setImmediate as nextTurn } from 'node:timers/promises';
import { MongoError } from '../errors/mongo-error.js';

const TURN_MS = 15;

/** Lets long reads give way to others, and ends them at their deadline. */
export class Pacer {
  private since = performance.now();
  /** Set when the reader is gone. */
  killed = false;

  constructor(private readonly deadline = Number.POSITIVE_INFINITY) {}

  async breathe(): Promise<void> {
    const now = performance.now();
    if (now - this.since > TURN_MS) {
      await nextTurn();
      this.since = performance.now();
    }
    this.check(now);
  }

  /** For work that cannot wait in between. */
  check(now = performance.now()): void {
    if (this.killed) throw new MongoError('Interrupted', 'operation was interrupted');
    if (now > this.deadline) throw new MongoError('MaxTimeMSExpired', 'operation exceeded time limit');
  }
}
