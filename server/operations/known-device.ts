import type { Repositories } from '../persistence/store.js';
import type { Site } from '../site.js';
import { secretHash } from './secret-hash.js';

const day = 24 * 60 * 60 * 1000;
/** How long a browser is remembered after its owner signed in with it. */
const rememberedMs = 180 * day;

/** A device is one of an account: a browser that two people use is two. */
export const deviceId = (deviceSecret: string, accountId: string): string => secretHash(`${deviceSecret} ${accountId}`);

/**
 * The device that somebody tries to sign in with, if the account's owner has signed in with it before; null: it is a stranger. Asks the
 * store the same for an account that is not there.
 */
export const knownDevice = async (site: Site, deviceSecret: string | null, accountId: string | null): Promise<string | null> => {
  if (deviceSecret === null) return null;
  const device = await site.store.devices.byId(deviceId(deviceSecret, accountId ?? ''));
  return device !== null && device.expiresAt > site.clock.now() ? device.id : null;
};

/** Remembers a browser in which the owner of an account has just passed every factor. */
export const rememberDevice = (within: Repositories, deviceSecret: string, accountId: string, now: Date): Promise<void> =>
  within.devices.keep({ id: deviceId(deviceSecret, accountId), accountId, expiresAt: new Date(now.getTime() + rememberedMs) });
