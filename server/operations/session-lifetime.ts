const minute = 60_000;

/** A respondent's session ends this long after its last request: long enough to look for a bill, short enough for a shared computer. */
export const idleLifetimeMs = 120 * minute;
/** That of an account, which sees the data of many, much sooner. */
export const accountIdleLifetimeMs = 30 * minute;
/** Either ends this long after signing in, whatever happens. */
export const absoluteLifetimeMs = 12 * 60 * minute;
/** Being seen is written down at most this often, so that reading pages does not write. */
export const touchEveryMs = minute;
