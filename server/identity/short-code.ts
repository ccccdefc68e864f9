import { hashRaw } from '@node-rs/argon2';
import { Turnstile } from './turnstile.js';

/** Thirty-two signs that no hand and no voice mistakes for each other: without I, L, O and U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const signs = 8;

/**
 * A code of 40 bits that a person reads off one screen and types into another.
 * @param secret 256 random bits, base64url; 40 of them are used
 */
export const shortCode = (secret: string): string =>
  [...Buffer.from(secret, 'base64url').subarray(0, signs)].map((byte) => alphabet[byte % alphabet.length]).join('');

/** As it is shown: "7K3M-9QXT". */
export const shownCode = (code: string): string => `${code.slice(0, signs / 2)}-${code.slice(signs / 2)}`;

/** What was meant by a code as it was typed: small letters, spaces and dashes, full-width signs, and letters that look like digits. */
export const readCode = (typed: string): string | null => {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return code.length === signs && [...code].every((sign) => alphabet.includes(sign)) ? code : null;
};

/** A code is short, so its hash is slow, as that of a password is; one salt for all, because the code is also what it is found by. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1, salt: Buffer.from('onsil short code') } as const;

/** One at a time, as passwords are. */
const turnstile = new Turnstile(1, 40);

/** What is kept of a code: argon2id, hex. Throws Busy. */
export const codeHash = (code: string): Promise<string> =>
  turnstile.pass(async () => Buffer.from(await hashRaw(code, cost)).toString('hex'));
