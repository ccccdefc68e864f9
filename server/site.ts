import type { Logger } from 'pino';
import type { Catalog } from './catalog/catalog.js';
import type { Pictures } from './evidence/pictures.js';
import type { IdentityProvider } from './identity/identity-provider.js';
import type { Mail } from './mail/smtp.js';
import type { Store } from './persistence/store.js';

/** The only way the product reads the time, so that a test can set it. */
export interface Clock {
  now(): Date;
}

/** The only source of chance, so that a test can repeat it. Cryptographically strong in the running site. */
export interface Random {
  /** A version 4 UUID. */
  uuid(): string;
  /** A secret of 256 bits, base64url (43 characters). */
  secret(): string;
}

/** What a running site is made of. Operations receive it whole; the composition root (`open-site.ts`) puts it together. */
export interface Site {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly random: Random;
  /** What makes pictures of bills small; where it cannot be loaded it says so of each picture. */
  readonly pictures: Pictures;
  /** Where an organization signs its own people in; absent: nowhere. */
  readonly identityProvider?: IdentityProvider;
  /** Where letters are sent by mail; absent: nowhere. */
  readonly mail?: Mail;
  /** Never receives answers, names, links or cookies. */
  readonly log: Logger;
}
