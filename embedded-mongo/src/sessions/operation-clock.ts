import { Timestamp } from '../bson/values.js';

/**
 * The time that every answer carries as `operationTime`: always later than the one before, even where the machine's clock is set
 * back. A client hands it back as `readConcern.afterClusterTime` to read what it has written; on one node with one copy of the data
 * every read sees every acknowledged write, so that wish is met without waiting.
 */
export class OperationClock {
  private seconds = 0;
  private counter = 0;

  constructor(private readonly now: () => number = Date.now) {}

  tick(): Timestamp {
    const seconds = Math.floor(this.now() / 1000);
    if (seconds > this.seconds) {
      this.seconds = seconds;
      this.counter = 0;
    }
    this.counter++;
    return new Timestamp({ t: this.seconds, i: this.counter });
  }
}
