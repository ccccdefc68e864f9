import type { Connection, ConnectOptions } from 'mongoose';

const renewed = 'onsil:line-renewed';

/** The line was replaced by a new one while something waited on the old one; whether it arrived is not known. */
export class LineRenewed extends Error {
  constructor() {
    super('the line to the store was renewed meanwhile');
    this.name = 'LineRenewed';
  }
}

/**
 * Work on the line of this moment: when the line is renewed before it is done, LineRenewed is thrown and nothing is waited for. The
 * driver does not always notice by itself that its line has ended: what it writes in that very moment it waits for without limit.
 */
export const onLine = <R>(connection: Connection, work: () => Promise<R>): Promise<R> =>
  new Promise((resolve, reject) => {
    const leave = (): void => reject(new LineRenewed());
    connection.once(renewed, leave);
    work()
      .finally(() => connection.off(renewed, leave))
      .then(resolve, reject);
  });

/** Mongoose's own way to let go of a client without waiting for it; its types leave it out. */
const lettingGo = { skipCloseClient: true } as unknown as boolean;

/**
 * Puts a new driver behind a connection whose server has ended and another has taken its place. Its models stay as they are. The old
 * driver is not asked: it may not know yet, and it may never notice.
 */
export const renewLine = async (connection: Connection, uri: string, options: ConnectOptions): Promise<void> => {
  const old = connection.getClient();
  await connection.close(lettingGo);
  try {
    await connection.openUri(uri, options);
  } finally {
    connection.emit(renewed);
    // Its server is gone: there is nothing left to lose, and nobody to tell.
    old.close().catch(() => undefined);
  }
};
