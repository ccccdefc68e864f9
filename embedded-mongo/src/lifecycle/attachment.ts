import { connect, type Socket } from 'node:net';
import { decode } from '../bson/decode.js';
import { encode } from '../bson/encode.js';
import type { Doc } from '../bson/values.js';
import { HEADER_BYTES, OP_MSG } from '../wire/message.js';

/**
 * A connection that keeps the server alive for as long as this process lives; it closes by itself when the process dies. It does
 * not keep this process alive.
 */
export class Attachment {
  private received = Buffer.alloc(0);
  private waiting: { resolve: (reply: Doc) => void; reject: (error: Error) => void } | undefined;
  /** Resolves when the server has closed the connection. */
  readonly closed: Promise<void>;

  private constructor(private readonly socket: Socket) {
    this.closed = new Promise((resolve) => {
      socket.once('close', () => resolve());
    });
    socket.on('data', (chunk: Buffer) => this.receive(chunk));
    socket.on('error', (error) => this.waiting?.reject(error));
    socket.on('close', () => this.waiting?.reject(new Error('the store closed the connection')));
  }

  /** Connects and attaches; given up when `limit` is aborted. */
  static async open(listen: string | number, limit?: AbortSignal): Promise<Attachment> {
    const socket = typeof listen === 'string' ? connect(listen) : connect(listen, '127.0.0.1');
    const giveUp = (): void => void socket.destroy(new Error('the store did not answer'));
    limit?.addEventListener('abort', giveUp);
    try {
      const attachment = new Attachment(socket);
      await attachment.ask({ embeddedMongoAttach: 1 });
      socket.unref();
      return attachment;
    } finally {
      limit?.removeEventListener('abort', giveUp);
    }
  }

  private receive(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    if (this.received.length < HEADER_BYTES || this.received.length < this.received.readInt32LE(0)) return;
    const length = this.received.readInt32LE(0);
    const reply = decode(Buffer.from(this.received.subarray(HEADER_BYTES + 5, length)));
    this.received = this.received.subarray(length);
    this.waiting?.resolve(reply);
    this.waiting = undefined;
  }

  private ask(command: Doc): Promise<Doc> {
    const body = encode({ ...command, $db: 'admin' });
    const frame = Buffer.alloc(HEADER_BYTES + 5);
    frame.writeInt32LE(frame.length + body.length, 0);
    frame.writeInt32LE(1, 4);
    frame.writeInt32LE(OP_MSG, 12);
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(Buffer.concat([frame, body]));
    });
  }

  /** Runs a command of the server's own; throws what it refuses. */
  async command(command: Doc): Promise<Doc> {
    this.socket.ref();
    const reply = await this.ask(command);
    this.socket.unref();
    if (reply.ok !== 1) throw new Error(typeof reply.errmsg === 'string' ? reply.errmsg : 'refused');
    return reply;
  }

  /** From now on this connection keeps the process alive. */
  keepAlive(): void {
    this.socket.ref();
  }

  /** Lets go of the server; true when it stops for that. */
  async release(): Promise<boolean> {
    this.socket.ref();
    const { last } = await this.ask({ embeddedMongoDetach: 1 });
    this.socket.end();
    return last === true;
  }
}
