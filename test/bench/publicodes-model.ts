import Engine from 'publicodes';
import type { QuantityActivity } from '../../server/domain/categories.js';
import { computeInventory } from '../../server/domain/compute-inventory.js';
import type { FactorData } from '../../server/domain/factor-data.js';
import type { FactorUse, Inventory, InventoryLine } from '../../server/domain/inventory.js';
import type { InventoryRequest } from '../../server/domain/inventory-request.js';
import { inBaseUnit, knownUnit } from '../../server/domain/units.js';

type Rules = Record<string, unknown>;

const roleOf = (line: InventoryLine, role: string): FactorUse => {
  const use = line.trace.factors.find((factor) => factor.role === role);
  if (use === undefined) throw new Error(`${line.activityDataId} ${line.gas} has no ${role}.`);
  return use;
};

const gwpOf = (line: InventoryLine): string => `${roleOf(line, 'GWP').value}`;

/** One gas of one activity as a rule: the same numbers the inventory was computed with. */
const lineRule = (line: InventoryLine, activity: string): Rules => {
  const name = `${activity} . ${line.gas} ${line.method ?? 'direct'}`;
  const factors = line.trace.factors;
  if (factors.some((use) => use.role === 'NCV')) {
    const carbon = factors.find((use) => use.role === 'C');
    const oxidation = factors.find((use) => use.role === 'OF')?.value ?? 1;
    const perTJ = carbon === undefined ? `${roleOf(line, 'EF').value} / 1000` : `${carbon.value} * 44 / 12 * ${oxidation}`;
    return { [name]: { formule: `énergie * ${perTJ}` }, [`${name} eq`]: { formule: `${name.split(' . ').at(-1)} * ${gwpOf(line)}` } };
  }
  const { value, unit } = roleOf(line, 'EF');
  const perTonne = (unit.startsWith('kg') ? 1000 : 1) * inBaseUnit(1, knownUnit(unit.split('/')[1] ?? ''));
  return {
    [name]: { formule: `quantité * ${value} / ${perTonne}` },
    [`${name} eq`]: { formule: `${name.split(' . ').at(-1)} * ${gwpOf(line)}` },
  };
};

/** The benchmark has activities of one quantity alone. */
const quantitiesOf = (request: InventoryRequest): readonly QuantityActivity[] => request.activityData as readonly QuantityActivity[];

/** The quantities of a request, in base units, as a situation. */
export const situationOf = (request: InventoryRequest): Record<string, number> =>
  Object.fromEntries(quantitiesOf(request).map(({ id, quantity, unit }) => [`${id} . quantité`, inBaseUnit(quantity, knownUnit(unit))]));

/** The rules that say what `computeInventory` says of a request, one rule per gas and activity, with totals by scope. */
export const publicodesModel = (
  request: InventoryRequest,
  data: FactorData,
): { readonly engine: Engine<string>; readonly lineRules: readonly string[]; readonly inventory: Inventory } => {
  const result = computeInventory(request, data, 2026);
  if (!('inventory' in result)) throw new Error('The benchmark inventory was refused.');
  const { inventory } = result;
  const rules: Rules = {};
  for (const { id, quantity, unit } of quantitiesOf(request)) {
    const lines = inventory.lines.filter((line) => line.activityDataId === id);
    rules[id] = null;
    rules[`${id} . quantité`] = inBaseUnit(quantity, knownUnit(unit));
    const ncv = lines[0]?.trace.factors.find((use) => use.role === 'NCV')?.value;
    if (ncv !== undefined) rules[`${id} . énergie`] = { formule: `quantité * ${ncv} / 1000000` };
    for (const line of lines) Object.assign(rules, lineRule(line, id));
  }
  const of = (test: (line: InventoryLine) => boolean): string[] =>
    inventory.lines.filter(test).map((line) => `${line.activityDataId} . ${line.gas} ${line.method ?? 'direct'} eq`);
  rules.scope1 = { somme: of((line) => line.scope === 1) };
  rules['scope2 location'] = { somme: of((line) => line.method === 'location') };
  rules['scope2 market'] = { somme: of((line) => line.method === 'market') };
  return { engine: new Engine(rules as never), lineRules: of(() => true), inventory };
};
