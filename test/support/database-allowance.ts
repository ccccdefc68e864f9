import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandWatch } from '../../server/persistence/connect.js';
import { repositoryRoot } from '../../server/root.js';

/** Written by the driver into every command; not the product's to choose. */
const ofTheDriver = new Set(['$db', '$clusterTime', '$readPreference']);

const listed = (kind: string): ReadonlySet<string> => {
  const page = readFileSync(join(repositoryRoot, 'docs', 'database.md'), 'utf8');
  const line = page.split('\n').find((each) => each.startsWith(`- ${kind}: `));
  if (line === undefined) throw new Error(`docs/database.md lists no ${kind}`);
  return new Set([...line.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string));
};

const operatorsIn = (value: unknown, found: Set<string> = new Set()): Set<string> => {
  if (Array.isArray(value)) for (const part of value) operatorsIn(part, found);
  else if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    for (const [key, part] of Object.entries(value)) {
      if (key.startsWith('$') && !ofTheDriver.has(key)) found.add(key);
      operatorsIn(part, found);
    }
  }
  return found;
};

/** Holds commands against the lists of docs/database.md and remembers what is not on them. */
export const databaseAllowance = (): { readonly watch: CommandWatch; readonly strangers: ReadonlySet<string> } => {
  const commands = listed('Commands');
  const operators = listed('Operators');
  const strangers = new Set<string>();
  return {
    strangers,
    watch: (name, command) => {
      if (!commands.has(name)) strangers.add(name);
      for (const operator of operatorsIn(command)) if (!operators.has(operator)) strangers.add(`${name}: ${operator}`);
    },
  };
};
