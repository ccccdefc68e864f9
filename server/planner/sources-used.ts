import type { Source } from './plan.js';

/** A source that was used, with the place in it. */
export interface SourceUse {
  readonly id: string;
  readonly locator: string;
}

/** The declared sources behind the uses, once each, in the order of use; places in the same source are joined. */
export const sourcesUsed = (uses: readonly SourceUse[], declared: readonly Source[]): readonly Source[] => {
  const places = new Map<string, Set<string>>();
  for (const use of uses) {
    const known = places.get(use.id) ?? new Set<string>();
    if (use.locator !== '') known.add(use.locator);
    places.set(use.id, known);
  }
  return [...places].flatMap(([id, locators]) => {
    const source = declared.find((entry) => entry.id === id);
    return source === undefined ? [] : [{ ...source, locator: [...locators].join('; ') }];
  });
};
