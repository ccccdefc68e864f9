import { connect, type Socket } from 'node:net';
import { type Document, deserialize, serialize } from 'bson';

/** A frame with its header; the length may be a lie. */
export const frame = (opCode: number, payload: Buffer, length = 16 + payload.length): Buffer => {
  const header = Buffer.alloc(16);
  header.writeInt32LE(length, 0);
  header.writeInt32LE(7, 4);
  header.writeInt32LE(opCode, 12);
  return Buffer.concat([header, payload]);
};

/** An OP_MSG with one body. */
export const message = (command: Document, flags = 0): Buffer => {
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32LE(flags, 0);
  return frame(2013, Buffer.concat([prefix, Buffer.from(serialize(command, { checkKeys: false }))]));
};

/** Speaks the wire protocol without a driver: sends what a driver would not. */
export class WireClient {
  private received = Buffer.alloc(0);
  private readonly waiting: ((reply: Document | undefined) => void)[] = [];
  readonly closed: Promise<void>;
  private open = true;

  private constructor(readonly socket: Socket) {
    this.closed = new Promise((resolve) => {
      socket.once('close', () => {
        this.open = false;
        for (const resolveReply of this.waiting.splice(0)) resolveReply(undefined);
        resolve();
      });
    });
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => this.receive(chunk));
  }

  static connect(uri: string): Promise<WireClient> {
    const host = decodeURIComponent(uri.slice('mongodb://'.length, -1));
    const [name, port] = host.split(':');
    const socket = port === undefined ? connect(host) : connect(Number(port), name);
    return new Promise((resolve, reject) => {
      socket.once('connect', () => resolve(new WireClient(socket)));
      socket.once('error', reject);
    });
  }

  private receive(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    while (this.received.length >= 16 && this.received.length >= this.received.readInt32LE(0)) {
      const length = this.received.readInt32LE(0);
      const start = this.received.readInt32LE(12) === 1 ? 36 : 21;
      const reply = deserialize(this.received.subarray(start, length), { useBigInt64: true });
      this.received = this.received.subarray(length);
      this.waiting.shift()?.(reply);
    }
  }

  /** The next reply; undefined when the connection ends instead. */
  next(): Promise<Document | undefined> {
    if (!this.open) return Promise.resolve(undefined);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  send(bytes: Buffer): Promise<Document | undefined> {
    const reply = this.next();
    this.socket.write(bytes);
    return reply;
  }

  /** Runs a command as it is: no session, no number is added. */
  async command(db: string, command: Document): Promise<Document> {
    const reply = await this.send(message({ ...command, $db: db }));
    if (!reply) throw new Error('the server closed the connection');
    return reply;
  }

  close(): void {
    this.socket.destroy();
  }
}
