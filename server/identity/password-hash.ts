import { hash, verify } from '@node-rs/argon2';
import { Turnstile } from './turnstile.js';

/** OWASP's recommendation for argon2id: 19 MiB, two passes. The algorithm's id stands in the hash, so that it can be raised later. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** One password at a time: a flood of sign-ins fills a line of its own and leaves processor and threads to those who save answers. */
const turnstile = new Turnstile(1, 40);

/** The same text typed on any keyboard: composed. */
const plain = (password: string): string => password.normalize('NFC');

/** A hash of a password that nobody has: what an unknown account is checked against, so that its answer takes as long. */
const nobodys = turnstile.pass(() => hash('nobody has this password', cost));

/** Argon2id of a password, in the PHC format. Throws Busy. */
export const hashPassword = (password: string): Promise<string> => turnstile.pass(() => hash(plain(password), cost));

/**
 * Whether a password is the one that was hashed. Takes the same time where there is no hash.
 * @param hashed null: there is no such account, or it has no password
 * Throws Busy.
 */
export const passwordIs = async (hashed: string | null, password: string): Promise<boolean> => {
  const against = hashed ?? (await nobodys);
  return (await turnstile.pass(() => verify(against, plain(password)))) && hashed !== null;
};
