/** Too many wait already. */
export class Busy extends Error {
  constructor() {
    super('Too many wait at the turnstile');
    this.name = 'Busy';
  }
}

/** Lets a few pieces of work run at once and a few more wait their turn; the rest are turned away. */
export class Turnstile {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly abreast: number,
    private readonly line: number,
  ) {}

  /** Throws Busy when the line is full. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.abreast) {
      if (this.waiting.length >= this.line) throw new Busy();
      // Whoever leaves hands the place over, so that `running` need not change.
      await new Promise<void>((turn) => this.waiting.push(turn));
    } else {
      this.running++;
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running--;
      else next();
    }
  }
}
