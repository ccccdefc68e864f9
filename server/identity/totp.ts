import { Secret, TOTP } from 'otpauth';

const periodSeconds = 30;

const appOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Onsil', label, algorithm: 'SHA1', digits: 6, period: periodSeconds, secret: Secret.fromBase32(secret) });

/** A new secret for an authenticator app: 160 random bits, base32 (RFC 4226, section 4). */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from the QR picture. */
export const totpAddress = (secret: string, loginName: string): string => appOf(secret, loginName).toString();

/**
 * The time step whose code was typed; null when it is none that counts now. One step early or late is taken, as clocks differ.
 * @param after the last step that was taken: neither it nor an earlier one counts again
 */
export const totpStep = (secret: string, typed: string, now: Date, after: number): number | null => {
  const code = typed.normalize('NFKC').replace(/\s/g, '');
  if (!/^\d{6}$/.test(code)) return null;
  const delta = appOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1000 / periodSeconds) + delta;
  return step > after ? step : null;
};

/** The code an app shows at a moment; what a test types. */
export const totpCode = (secret: string, now: Date): string => appOf(secret).generate({ timestamp: now.getTime() });
