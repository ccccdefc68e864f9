import { Binary, Code, isDoc, type Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import type { PipelineContext } from './pipeline.js';

const DEFAULT_LIMIT = 100 * 1024 * 1024;

/** About how many bytes a value takes. */
export const sizeOf = (value: Value): number => {
  if (typeof value === 'string') return 16 + value.length;
  if (typeof value !== 'object' || value === null) return 8;
  if (Array.isArray(value)) return value.reduce<number>((size, element) => size + sizeOf(element), 16);
  if (isDoc(value)) {
    let size = 16;
    for (const name of Object.keys(value)) size += 8 + name.length + sizeOf(value[name]);
    return size;
  }
  if (value instanceof Binary) return 32 + value.position;
  return value instanceof Code ? 32 + value.code.length : 32;
};

/** Counts what a stage holds and refuses to hold more than the limit: the server must outlive any query. */
export class Memory {
  private held = 0;
  private readonly limit: number;

  constructor(
    private readonly stage: string,
    context: PipelineContext,
  ) {
    this.limit = context.memoryLimit ?? DEFAULT_LIMIT;
  }

  hold(bytes: number): void {
    this.held += bytes;
    if (this.held > this.limit) {
      throw new MongoError(
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        `PlanExecutor error during aggregation :: caused by :: Exceeded memory limit for ${this.stage}: ${this.limit} bytes; this server does not use the disk for it`,
      );
    }
  }

  letGo(bytes: number): void {
    this.held -= bytes;
  }
}
