import type { Random } from '../site.js';
import { secretHash } from './secret-hash.js';

const howMany = 10;
/** Letters and digits that are not taken for one another. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/** New recovery codes: 16 signs of 31, which is 79 random bits each. */
export const newRecoveryCodes = (random: Random): readonly string[] =>
  Array.from({ length: howMany }, () => {
    const bytes = [...Buffer.from(random.secret() + random.secret(), 'base64url')];
    // 248 is the largest multiple of 31 in a byte: beyond it some signs would come up more often.
    const drawn = bytes.filter((byte) => byte < 248).slice(0, 16);
    return drawn.map((byte, index) => `${index > 0 && index % 4 === 0 ? '-' : ''}${signs[byte % signs.length]}`).join('');
  });

/** What is kept of a recovery code, however it was typed. */
export const recoveryHash = (typed: string): string => secretHash(typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, ''));
