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

/** Errors of the database and its library, whose messages repeat the values they are about. */
const repeatsValues = /^(Mongo.*|CastError|ValidatorError|ValidationError|StrictModeError|ObjectParameterError|SyntaxError)$/;

const frames = (stack: string | undefined): string => (stack?.match(/^\s+at .*$/gm) ?? []).join('\n');

/** What the log says of an error: kind, code, where it comes from, and its message unless that may hold what somebody typed. */
const said = (error: unknown): unknown => {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, cause } = error;
  const { code } = error as NodeJS.ErrnoException;
  // An error of ours that passes on the message of one of the database's passes on its values.
  const passedOn = cause instanceof Error && repeatsValues.test(cause.name) && error.message.includes(cause.message);
  const message = repeatsValues.test(name) || passedOn ? '(left out: it may hold values)' : error.message;
  return {
    type: name,
    ...(code === undefined ? {} : { code }),
    message,
    stack: `${name}: ${message}\n${frames(error.stack)}`,
    ...(cause === undefined ? {} : { cause: said(cause) }),
  };
};

/**
 * The log of the site: JSON lines, or lines for a person where `stderr` is a terminal. What goes in is chosen by the callers: ids of
 * requests, patterns of routes, never answers, names, links or cookies.
 */
export const openLog = (stderr: NodeJS.WritableStream & { readonly isTTY?: boolean }, level: string): Logger => {
  const destination: DestinationStream = { write: (line) => void stderr.write(stderr.isTTY === true ? spoken(line) : line) };
  return pino({ level, base: null, serializers: { err: said } }, destination);
};
