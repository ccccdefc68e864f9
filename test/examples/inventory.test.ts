import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import type { Inventory } from '../../server/domain/inventory.js';
import { repositoryRoot } from '../../server/root.js';
import { inventoryOf } from '../support/emission-factors.js';

interface Example {
  readonly title: string;
  /** Where the answer comes from. */
  readonly source: string;
  readonly request: unknown;
  readonly expect: Readonly<Record<string, number | null>>;
  readonly within: number;
  /** When given, exactly these warnings. */
  readonly warnings?: readonly string[];
}

const folder = join(repositoryRoot, 'test', 'examples', 'inventory');

/** "totals.scope1.co2eq" is a path; "a1 CO2" and "a1 market CO2eq" are the tonnes, or tCO2eq, of a line. */
const numberAt = (inventory: Inventory, name: string): unknown => {
  if (name.startsWith('totals.')) {
    return name.split('.').reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], inventory);
  }
  const [id, ...words] = name.split(' ');
  const [gas, method] = [words.at(-1), words.length > 1 ? words[0] : undefined];
  const line = inventory.lines.find(
    (each) => each.activityDataId === id && each.gas === gas && (method === undefined || each.method === method),
  );
  return line?.tonnes ?? line?.co2eq;
};

describe('worked examples', () => {
  for (const file of readdirSync(folder)) {
    describe(file, () => {
      const examples: readonly Example[] = parse(readFileSync(join(folder, file), 'utf8'));
      for (const example of examples) {
        it(`${example.title} [${example.source}]`, () => {
          const inventory = inventoryOf(example.request);
          for (const [name, answer] of Object.entries(example.expect)) {
            const found = numberAt(inventory, name);
            if (answer === null) expect(found, name).to.equal(null);
            else expect(found, name).to.be.a('number').and.closeTo(answer, example.within);
          }
          if (example.warnings !== undefined) expect(inventory.warnings.map((each) => each.code)).to.have.members([...example.warnings]);
        });
      }
    });
  }
});
