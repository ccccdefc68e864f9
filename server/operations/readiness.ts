import { StoreUnavailable } from '../persistence/store.js';
import type { Site } from '../site.js';

/** Whether the site can serve, and what of it cannot. Names of parts alone: whoever asks need not be anybody. */
export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<'store' | 'indexes' | 'migrations' | 'disk' | 'audit', 'ok' | 'failing' | 'unknown'>>;
}

/** With less room than this on the disk, what is being saved may not fit any more. */
export const leastFreeBytes = 200 * 1024 * 1024;
/** A store that has not answered by then is not ready, whatever it says later. */
const patienceMs = 1_000;

const unknown: Readiness = {
  ready: false,
  checks: { store: 'failing', indexes: 'unknown', migrations: 'unknown', disk: 'unknown', audit: 'unknown' },
};

const look = async (site: Site): Promise<Readiness> => {
  try {
    const { missingIndexes, pendingMigrations, freeBytes, isAnchored } = await site.store.state();
    if (missingIndexes.length > 0) site.log.error({ missingIndexes }, 'indexes are missing; start the site again to build them');
    const state = (fine: boolean): 'ok' | 'failing' => (fine ? 'ok' : 'failing');
    const checks = {
      store: 'ok',
      indexes: state(missingIndexes.length === 0),
      migrations: state(pendingMigrations.length === 0),
      disk: state(freeBytes === null || freeBytes >= leastFreeBytes),
      audit: state(isAnchored),
    } as const;
    return { ready: Object.values(checks).every((check) => check === 'ok'), checks };
  } catch (error) {
    if (error instanceof StoreUnavailable) return unknown;
    throw error;
  }
};

/** Writes to the store and looks whether everything is in place, within a second. */
export const checkReadiness = async (site: Site): Promise<Readiness> => {
  let tooLate: NodeJS.Timeout | undefined;
  const late = new Promise<Readiness>((resolve) => {
    tooLate = setTimeout(() => resolve(unknown), patienceMs);
  });
  const looked = look(site);
  try {
    return await Promise.race([looked, late]);
  } finally {
    clearTimeout(tooLate);
    // What fails after nobody waits any more has been answered already.
    looked.catch((err: unknown) => site.log.error({ err }, 'readiness'));
  }
};
