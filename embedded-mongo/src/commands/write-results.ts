import type { Encodable } from '../bson/encode.js';
import type { Doc, Value } from '../bson/values.js';
import { MongoError } from '../errors/mongo-error.js';
import type { Call, Reply } from './command.js';

/** What one statement of a write command did. */
export interface StatementResult {
  n: number;
  nModified?: number;
  upserted?: Value;
}

/** Adds up the statements of a write command and remembers their results for a retry. */
export class WriteResults {
  private n = 0;
  private nModified = 0;
  private readonly upserted: Doc[] = [];
  private readonly errors: Encodable[] = [];
  private readonly retried: number[] = [];

  constructor(
    private readonly call: Call,
    private readonly withModified: boolean,
  ) {}

  /** True when this statement of a retried command was done the first time; its result is counted again. */
  alreadyDone(index: number): boolean {
    if (!this.remembers) return false;
    const stmtId = this.statementId(index);
    const known = this.call.session?.results.get(stmtId);
    if (!known) return false;
    this.retried.push(stmtId);
    const result: StatementResult = { n: known.n as number, nModified: (known.nModified as number | undefined) ?? 0 };
    if (Object.hasOwn(known, 'upserted')) result.upserted = known.upserted;
    this.count(index, result);
    return true;
  }

  done(index: number, result: StatementResult): void {
    this.count(index, result);
    if (!this.remembers) return;
    const stmtId = this.statementId(index);
    const stored: Doc = { stmtId, n: result.n };
    if (result.nModified !== undefined) stored.nModified = result.nModified;
    if (result.upserted !== undefined) stored.upserted = result.upserted;
    this.call.session?.results.set(stmtId, stored);
  }

  /** Books a refused statement. Other errors than refusals, and every error inside a transaction, end the whole command. */
  failed(index: number, error: unknown): void {
    if (!(error instanceof MongoError) || this.call.transaction) throw error;
    if (error.labels.includes('TransientTransactionError')) throw error;
    this.errors.push({ index, code: error.code, errmsg: error.message, ...(error.details as Record<string, Encodable>) });
  }

  get anyFailed(): boolean {
    return this.errors.length > 0;
  }

  /** Inside a commit: keeps the results beside the changes. */
  save(): void {
    if (this.remembers && this.call.session) this.call.server.sessions.save(this.call.session);
  }

  reply(): Reply {
    const reply: Reply = { n: this.n };
    if (this.withModified) reply.nModified = this.nModified;
    if (this.upserted.length > 0) reply.upserted = this.upserted;
    if (this.errors.length > 0) reply.writeErrors = this.errors;
    if (this.retried.length > 0) reply.retriedStmtIds = this.retried;
    return reply;
  }

  private get remembers(): boolean {
    return this.call.txnNumber !== undefined && this.call.transaction === undefined;
  }

  private statementId(index: number): number {
    const ids = this.call.body.stmtIds;
    if (Array.isArray(ids)) return Number(ids[index]);
    return Number(this.call.body.stmtId ?? 0) + index;
  }

  private count(index: number, result: StatementResult): void {
    this.n += result.n;
    this.nModified += result.nModified ?? 0;
    if (result.upserted !== undefined) this.upserted.push({ index, _id: result.upserted });
  }
}
