import { createHash } from 'node:crypto';

/**
 * What is kept of a secret that was handed out: its SHA-256, hex. A secret of 256 random bits cannot be guessed from it, so it needs
 * neither salt nor a slow hash.
 */
export const secretHash = (secret: string): string => createHash('sha256').update(secret, 'utf8').digest('hex');
