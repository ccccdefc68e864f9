import { type IRateLimiterStoreOptions, RateLimiterRes } from 'rate-limiter-flexible';
import RateLimiterStoreAbstract from 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js';
import type { Limit, Limits } from '../persistence/limits.js';

/** What a limiter counts in, and by which clock. */
export interface LimiterPlace {
  readonly limits: Limits;
  now(): Date;
}

/** A limiter of rate-limiter-flexible that counts in the product's own store: shared by processes, kept across restarts. */
export class Limiter extends RateLimiterStoreAbstract {
  /** @param seconds how long a count lasts */
  constructor(
    private readonly place: LimiterPlace,
    name: string,
    allowed: number,
    seconds: number,
  ) {
    const options: IRateLimiterStoreOptions = { storeClient: place.limits, keyPrefix: name, points: allowed, duration: seconds };
    super(options);
  }

  // The names and parameters of what follows are the library's: a store of its own is made by writing these.
  protected _getRateLimiterRes(_key: string, changed: number, { points, expiresAt }: Limit): RateLimiterRes {
    const msBeforeNext = Math.max(expiresAt.getTime() - this.place.now().getTime(), 0);
    return new RateLimiterRes(Math.max(this.points - points, 0), msBeforeNext, points, points === changed);
  }

  protected async _upsert(key: string, points: number, ms: number, force = false): Promise<Limit> {
    const now = this.place.now();
    const expiresAt = new Date(now.getTime() + ms);
    if (!force) return this.place.limits.count(key, points, now, expiresAt);
    const limit = { id: key, points, expiresAt };
    await this.place.limits.set(limit);
    return limit;
  }

  protected _get(key: string): Promise<Limit | null> {
    return this.place.limits.get(key, this.place.now());
  }

  protected _delete(key: string): Promise<boolean> {
    return this.place.limits.forget(key);
  }
}
