import type { Socket } from 'node:net';
import type { Encodable } from '../bson/encode.js';
import { Binary } from '../bson/values.js';
import { MAX_MESSAGE_BYTES } from '../commands/admin.js';
import type { Server } from '../commands/command.js';
import { dispatch } from '../commands/dispatch.js';
import { MongoError } from '../errors/mongo-error.js';
import { HEADER_BYTES, OP_MSG, OP_QUERY, type Request, readHeader, readRequest, writeReply } from './message.js';

/** A client that has not read this much of its answers gets no further ones until it does. */
const MAX_UNREAD_BYTES = 1024 * 1024;
/** … and is let go when it reads nothing for this long. */
const STALLED_MS = 60_000;
/** How long a connection may take to end when the server stops. */
const CLOSE_MS = 2_000;

const errorReply = (error: unknown, request: Request | undefined, server: Server): { [field: string]: Encodable } => {
  if (error instanceof MongoError) {
    const inTransaction = request?.body.autocommit === false;
    const labels = error.labels.filter((label) => inTransaction || label !== 'TransientTransactionError');
    const reply: { [field: string]: Encodable } = {
      ok: 0,
      errmsg: error.message,
      code: error.code,
      codeName: error.codeName,
      ...(error.details as Record<string, Encodable>),
    };
    if (labels.length > 0) reply.errorLabels = labels;
    return reply;
  }
  server.log(`internal error in ${Object.keys(request?.body ?? {})[0] ?? 'a message'}: ${(error as Error).stack ?? String(error)}`);
  return { ok: 0, errmsg: `internal error: ${(error as Error).message}`, code: 1, codeName: 'InternalError' };
};

/** A cluster time as a server without users signs it: not at all. */
const UNSIGNED = { hash: new Binary(Buffer.alloc(20)), keyId: 0n };

let lastConnection = 0;

/** Serves one client: its commands one after the other, in the order they came. */
export class Connection {
  readonly id = ++lastConnection;
  private chunks: Buffer[] = [];
  private received = 0;
  private working = false;
  private closed = false;
  private closing = false;

  constructor(
    private readonly socket: Socket,
    private readonly server: Server,
    private readonly onClose: (connection: Connection) => void,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.receive(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.close());
  }

  private close(): void {
    if (this.closed) return;
    this.closed = true;
    this.chunks = [];
    this.server.attachments.detach(this);
    this.onClose(this);
  }

  /** Ends the connection after the command under way was answered; one that hangs is cut off. */
  finish(): Promise<void> {
    this.closing = true;
    if (!this.working) this.socket.end();
    const cut = setTimeout(() => this.socket.destroy(), CLOSE_MS);
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(cut);
        resolve();
      };
      if (this.closed) done();
      else this.socket.once('close', done);
    });
  }

  private receive(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.received += chunk.length;
    if (this.working) {
      // One frame may wait while another is worked on; a client that sends more waits with the rest.
      if (this.received > MAX_MESSAGE_BYTES) this.socket.pause();
      return;
    }
    void this.work();
  }

  /** The next whole frame; refuses one that is too long or no frame at all before it has arrived. */
  private nextFrame(): Buffer | undefined {
    if (this.received < HEADER_BYTES) return undefined;
    if ((this.chunks[0] as Buffer).length < HEADER_BYTES) this.chunks = [Buffer.concat(this.chunks)];
    const { length, opCode } = readHeader(this.chunks[0] as Buffer);
    if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES)
      throw new MongoError('ProtocolError', `a message of ${length} bytes is refused`);
    if (opCode !== OP_MSG && opCode !== OP_QUERY) throw new MongoError('ProtocolError', `operation code ${opCode} is refused`);
    if (this.received < length) return undefined;
    const all = this.chunks.length === 1 ? (this.chunks[0] as Buffer) : Buffer.concat(this.chunks);
    const rest = all.subarray(length);
    this.chunks = rest.length > 0 ? [rest] : [];
    this.received = rest.length;
    return all.subarray(0, length);
  }

  private async work(): Promise<void> {
    this.working = true;
    try {
      for (let frame = this.nextFrame(); frame && !this.closed && !this.closing; frame = this.nextFrame()) {
        await this.answer(frame);
        if (this.socket.isPaused()) this.socket.resume();
      }
    } catch (error) {
      // A stream that is out of step cannot be read any further.
      this.server.log(`connection ${this.id} closed: ${(error as Error).message}`);
      this.socket.destroy();
    }
    this.working = false;
    if (this.closing) this.socket.end();
  }

  private async answer(frame: Buffer): Promise<void> {
    let request: Request | undefined;
    let reply: { [field: string]: Encodable };
    try {
      request = readRequest(frame);
      reply = { ...(await dispatch(this.server, this, request.body, request.sequences)), ok: 1 };
    } catch (error) {
      reply = errorReply(error, request, this.server);
    }
    if (request?.unacknowledged || this.closed) return;
    const time = this.server.clock.tick();
    reply.operationTime = time;
    reply.$clusterTime = { clusterTime: time, signature: UNSIGNED };
    await this.send(writeReply(reply, readHeader(frame).requestId, request?.legacy ?? readHeader(frame).opCode === OP_QUERY));
  }

  private async send(bytes: Buffer): Promise<void> {
    this.socket.write(bytes);
    if (this.socket.writableLength <= MAX_UNREAD_BYTES) return;
    const stalled = setTimeout(() => this.socket.destroy(), STALLED_MS);
    await new Promise<void>((resolve) => {
      this.socket.once('drain', resolve);
      this.socket.once('close', resolve);
    });
    clearTimeout(stalled);
  }
}
