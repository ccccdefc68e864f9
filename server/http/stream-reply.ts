import type { ServerResponse } from 'node:http';
import { setImmediate as pause } from 'node:timers/promises';

/** Pieces are sent in chunks of about this many characters. */
const chunkLength = 64 * 1024;
/** Other requests are let in after so long. */
const turnMs = 20;

/** Resolves when the receiver has taken what was sent, or has gone. */
const takenOrGone = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });

/**
 * Sends pieces of text no faster than they are received, and asks for no further one once the receiver has gone. A finished line goes out
 * at once, so that a sender that waits for it sees it. Between pieces other requests get their turn.
 */
export const sendPieces = async (response: ServerResponse, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> => {
  let waiting = '';
  let begun = performance.now();
  const flush = async (): Promise<void> => {
    const chunk = waiting;
    waiting = '';
    if (!response.write(chunk) && !response.destroyed) await takenOrGone(response);
  };
  for await (const piece of pieces) {
    if (response.destroyed) return;
    waiting += piece;
    if (waiting.length >= chunkLength || piece.endsWith('\n')) await flush();
    if (performance.now() - begun > turnMs) {
      await pause();
      begun = performance.now();
    }
  }
  response.end(waiting);
};
