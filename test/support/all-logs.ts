/** Everything that sites logged in this run, wherever: read when the run is over. */
const logs: (() => string)[] = [];
/** Secrets that were handed out in this run: session cookies, links. */
const secrets = new Set<string>();

/** Remembers a log; called by whatever opens one for a test. */
export const rememberLog = (text: () => string): void => void logs.push(text);

/** Remembers a secret that no log may hold. */
export const rememberSecret = (secret: string): void => {
  // Shorter ones are what a test planted, and may be words.
  if (secret.length >= 43) secrets.add(secret);
};

/** The lines of all logs of this run that hold one of the texts or secrets, shortened. */
export const linesHolding = (texts: readonly string[]): readonly string[] => {
  const sought = [...texts, ...secrets];
  return logs.flatMap((log) =>
    log()
      .split('\n')
      .flatMap((line) => sought.filter((text) => line.includes(text)).map((text) => `${text}: ${line.slice(0, 300)}`)),
  );
};

/** Whether a site logged since. */
export const hasLogs = (): boolean => logs.length > 0;

/** Logs that were looked through need not be kept. */
export const forgetLogs = (): void => void logs.splice(0);
