import pino, { type DestinationStream, type Logger } from 'pino';

const labels: Readonly<Record<number, string>> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' };

/** One line for a person: time, level, message, and the rest as it is. */
const spoken = (line: string): string => {
  const { level, time, msg, err, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const facts = Object.entries(rest).map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const stack = (err as { stack?: string } | undefined)?.stack;
  const head = [new Date(Number(time)).toISOString().slice(11, 19), labels[Number(level)], msg, ...facts].join(' ');
  return stack === undefined ? `${head}\n` : `${head}\n${stack}\n`;
};

/**
 * The log of the site: JSON lines, or lines for a person where `stderr` is a terminal. What goes in is chosen by the callers: ids of
 * requests, patterns of routes, never answers, names, links or cookies.
 */
export const openLog = (stderr: NodeJS.WritableStream & { readonly isTTY?: boolean }, level: string): Logger => {
  const destination: DestinationStream = { write: (line) => void stderr.write(stderr.isTTY === true ? spoken(line) : line) };
  return pino({ level, base: null, serializers: { err: pino.stdSerializers.err } }, destination);
};
