const rotated = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/** Spreads a text over 32 bits. Source: FNV-1a (Fowler, Noll, Vo), finished as in MurmurHash3 (Appleby). */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
};

/**
 * 32-bit whole numbers, xoshiro128**.
 * Source: D. Blackman, S. Vigna, Scrambled Linear Pseudorandom Number Generators, ACM Trans. Math. Softw. 47 (2021).
 * @param state four 32-bit numbers, not all zero
 */
export const xoshiro128 = (state: readonly [number, number, number, number]): (() => number) => {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
};

/**
 * Uniform numbers above 0 and below 1, with 53 random bits each. The same seed and stream give the same numbers on every machine;
 * streams of other names are independent, so that what is drawn for one thing does not depend on the order of the others.
 */
export const randomOf = (seed: number, stream: string): (() => number) => {
  const word = (part: number): number => hashOf(`${part} ${seed} ${stream}`);
  const next = xoshiro128([word(0), word(1), word(2), word(3) | 1]);
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6) + 0.5) / 2 ** 53;
};
