import type { IncomingMessage } from 'node:http';
import { siteProblem } from '../problem/site-problems.js';

/** The bytes of a body, up to a limit. */
export interface ReceivedBody {
  readonly bytes: Buffer;
  /** The body was longer; the rest was received and thrown away. */
  readonly isCut: boolean;
}

/** What is too large is still received up to so many times the limit, so that the browser is ready to read why it was refused. */
const receivedTimes = 4;
const receivedAtLeast = 16 * 1024 * 1024;

const stoppedAt = (limit: number): number => Math.max(receivedAtLeast, receivedTimes * limit);

const tooLarge = (limit: number) => siteProblem('formTooLarge', { limit: limit / 1024 });

/** The length a body says it has; null when it comes in chunks. */
const saidLength = (request: IncomingMessage): number | null => {
  const said = request.headers['content-length'];
  return said === undefined ? null : Number(said);
};

/**
 * Receives a body into one buffer that is never larger than the limit, nor than the body says it is. Throws formTooLarge for one that is far
 * beyond the limit.
 * @param before what the buffer begins with
 */
export const receiveWithin = async (request: IncomingMessage, limit: number, before: Buffer = Buffer.alloc(0)): Promise<ReceivedBody> => {
  const said = saidLength(request);
  if (said !== null && said > stoppedAt(limit)) throw tooLarge(limit);
  // Grows as it fills: whoever says a length and sends nothing takes no room.
  let buffer = Buffer.allocUnsafe(Math.min(before.length + Math.min(limit, said ?? limit), 64 * 1024));
  let size = before.copy(buffer);
  let passed = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    passed += chunk.length;
    if (passed > stoppedAt(limit)) throw tooLarge(limit);
    const kept = chunk.subarray(0, Math.max(0, before.length + limit - size));
    if (size + kept.length > buffer.length) {
      const grown = Buffer.allocUnsafe(Math.min(before.length + limit, Math.max(2 * buffer.length, size + kept.length)));
      buffer.copy(grown, 0, 0, size);
      buffer = grown;
    }
    size += kept.copy(buffer, size);
  }
  return { bytes: buffer.subarray(0, size), isCut: passed > limit };
};

/** Receives what is left of a body and keeps nothing of it, so that whoever sent it is ready to read why. */
export const passOverBody = async (request: IncomingMessage, limit: number): Promise<void> => {
  const said = saidLength(request);
  if (request.complete || request.destroyed || (said !== null && said > stoppedAt(limit))) return;
  let passed = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    passed += chunk.length;
    if (passed > stoppedAt(limit)) return;
  }
};
