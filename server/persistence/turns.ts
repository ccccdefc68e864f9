/** Runs work one after another, in the order it came. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

export interface TurnLimits {
  /** Who holds its turn longer than this lets the next one begin beside it. */
  readonly holdMs: number;
  /** Who waits longer than this is turned away. */
  readonly waitMs: number;
  /** What it is turned away with. */
  readonly missed: () => Error;
}

/**
 * Every transaction ends with an entry at the head of the audit log, so many at a time would only make each other begin again. Turns spare
 * them that; what keeps the log right is its unique index, so one that hangs need not hold up the others for long.
 */
export const newTurns = ({ holdMs, waitMs, missed }: TurnLimits): Turns => {
  let before: Promise<void> = Promise.resolve();
  return async (work) => {
    const mine = before;
    let leave = (): void => undefined;
    before = new Promise((resolve) => {
      leave = resolve;
    });
    let patience: NodeJS.Timeout | undefined;
    const tooLong = new Promise<boolean>((resolve) => {
      patience = setTimeout(() => resolve(false), waitMs);
    });
    const isMine = await Promise.race([mine.then(() => true), tooLong]);
    clearTimeout(patience);
    if (!isMine) {
      // Its place in the line goes on to the next one.
      void mine.then(leave);
      throw missed();
    }
    const held = setTimeout(leave, holdMs);
    try {
      return await work();
    } finally {
      clearTimeout(held);
      leave();
    }
  };
};
