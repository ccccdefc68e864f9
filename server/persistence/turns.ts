/** Runs work one after another, in the order it came. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Every transaction ends with an entry at the head of the audit log, so two at a time would only make each other begin again. Waiting for
 * a turn spares that; what keeps the log right is its unique index, so a transaction that has waited long enough goes ahead.
 */
export const newTurns = (patienceMs: number): Turns => {
  let before: Promise<void> = Promise.resolve();
  return async (work) => {
    const mine = before;
    let leave = (): void => undefined;
    before = new Promise((resolve) => {
      leave = resolve;
    });
    let patience: NodeJS.Timeout | undefined;
    const waited = new Promise<void>((resolve) => {
      patience = setTimeout(resolve, patienceMs);
    });
    await Promise.race([mine, waited]);
    clearTimeout(patience);
    try {
      return await work();
    } finally {
      leave();
    }
  };
};
