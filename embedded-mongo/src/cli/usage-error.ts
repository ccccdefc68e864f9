/** The command line is wrong: exit code 2. */
export class UsageError extends Error {}

/** Exactly the named positional arguments. */
export const positional = (args: string[], ...names: string[]): string[] => {
  const unknown = args.find((arg) => arg.startsWith('-'));
  if (unknown !== undefined) throw new UsageError(`unknown option ${unknown}`);
  if (args.length !== names.length) throw new UsageError(`expected ${names.join(' ')}`);
  return args;
};
