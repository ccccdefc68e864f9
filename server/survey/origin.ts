import type { Answers } from './answer.js';

/** Where an answer came from when nobody typed it. */
export type OriginSource = 'carried' | 'register' | 'energyReport' | 'import';

/** Kept beside an answer. An answer without one was typed. */
export interface Origin {
  readonly source: OriginSource;
  /** The round it was carried from; null for every other source. */
  readonly roundId: string | null;
  /** Whether somebody has looked at it and let it stand. */
  readonly confirmed: boolean;
}

/** By question id. */
export type Origins = Readonly<Record<string, Origin>>;

/** What has become of origins when answers were saved. */
export interface Saved {
  readonly answers: Answers;
  /** Questions whose answer changed. */
  readonly changed: readonly string[];
  /** Questions whose answers somebody looked at. */
  readonly seen: readonly string[];
  /** What changed answers came from; those that are not here were typed. */
  readonly from: Origins;
}

/** Origins after saving: what was changed by hand was typed, and what stood on the page unchanged is confirmed by having been saved. */
export const originsAfter = (origins: Origins, { answers, changed, seen, from }: Saved): Origins => {
  const next = new Map(Object.entries(origins));
  for (const [id, before] of next) if (seen.includes(id)) next.set(id, { ...before, confirmed: true });
  for (const id of changed) {
    const origin = Object.hasOwn(from, id) ? from[id] : undefined;
    if (origin === undefined || answers[id]?.state === 'blank') next.delete(id);
    else next.set(id, origin);
  }
  return Object.fromEntries(next);
};

/** Questions whose answer nobody has confirmed yet. */
export const unconfirmed = (origins: Origins): readonly string[] =>
  Object.entries(origins).flatMap(([id, { confirmed }]) => (confirmed ? [] : [id]));
