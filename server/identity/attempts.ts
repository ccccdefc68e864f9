import { RateLimiterRes } from 'rate-limiter-flexible';
import { Limiter, type LimiterPlace } from './limiter.js';

/** Too often: how long to wait before the next try. */
export class TooOften extends Error {
  constructor(readonly waitMs: number) {
    super(`Wait ${waitMs} ms`);
    this.name = 'TooOften';
  }
}

const minute = 60;
const day = 24 * 60 * minute;
/** Tries that cost no waiting. */
const free = 5;
/** Doubles from half a minute with every further try; a quarter of an hour at the most, so that nobody is ever locked out for good. */
const delaySeconds = (tries: number): number => Math.min(30 * 2 ** (tries - free - 1), 15 * minute);

const orTooOften = async (work: Promise<unknown>): Promise<void> => {
  try {
    await work;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) throw new TooOften(refused.msBeforeNext);
    throw refused;
  }
};

/**
 * Tries at one thing from one place, such as the password of an account from a network: the first few are free, then each further one has
 * to wait longer. A try counts before it is known whether it is right, so that many at once gain nothing.
 */
export class Attempts {
  private readonly tries: Limiter;
  private readonly gate: Limiter;

  constructor(place: LimiterPlace, name: string) {
    this.tries = new Limiter(place, `${name}-tries`, free, day);
    this.gate = new Limiter(place, `${name}-gate`, 1, minute);
  }

  /** Throws TooOften. */
  async begin(key: string): Promise<void> {
    const closed = await this.gate.get(key);
    if (closed !== null && closed.consumedPoints > 0 && closed.msBeforeNext > 0) throw new TooOften(closed.msBeforeNext);
    const { consumedPoints } = await this.tries.penalty(key);
    if (consumedPoints > free) await orTooOften(this.gate.consume(key, 1, { customDuration: delaySeconds(consumedPoints) }));
  }

  /** It was right: the tries before it are forgotten. */
  async succeed(key: string): Promise<void> {
    await this.tries.delete(key);
    await this.gate.delete(key);
  }
}

/** A number of tries in a time, whatever they were about. */
export class Quota {
  private readonly limiter: Limiter;

  constructor(place: LimiterPlace, name: string, allowed: number, seconds: number) {
    this.limiter = new Limiter(place, name, allowed, seconds);
  }

  /** Throws TooOften. */
  take(key: string): Promise<void> {
    return orTooOften(this.limiter.consume(key));
  }

  /** It was right, so it does not count. */
  async giveBack(key: string): Promise<void> {
    await this.limiter.reward(key);
  }
}
