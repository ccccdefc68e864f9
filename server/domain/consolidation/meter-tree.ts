import type { ActivityBase } from '../activity-data.js';
import { exactSum } from '../exact-sum.js';
import type { InventoryLine } from '../inventory.js';
import { shown } from '../trace.js';
import { convert } from '../units.js';
import { type ConsolidationFinding, finding } from './consolidation-finding.js';
import type { MeterEntry } from './consolidation-request.js';
import { touchesYear } from './period.js';

/** tCO2eq by the totals they belong to. */
export interface AttributedEmissions {
  readonly scope1: number;
  readonly scope2LocationBased: number;
  readonly scope2MarketBased: number;
}

/** A meter, or what of an activity no meter below it shows, with what it alone accounts for: its reading less the meters below it. */
export interface MeterUse extends AttributedEmissions {
  readonly id: string;
  readonly parent: string | null;
  /** In the unit of the activity. */
  readonly quantity: number;
  readonly unit: string;
  readonly own: number;
}

const sumOf = (lines: readonly InventoryLine[], test: (line: InventoryLine) => boolean): number =>
  exactSum(lines.filter(test).map((line) => line.co2eq));

const emissionsOf = (lines: readonly InventoryLine[]): AttributedEmissions => ({
  scope1: sumOf(lines, ({ scope }) => scope === 1),
  scope2LocationBased: sumOf(lines, ({ scope, method }) => scope === 2 && method === 'location'),
  scope2MarketBased: sumOf(lines, ({ scope, method }) => scope === 2 && method === 'market'),
});

const scaled = (emissions: AttributedEmissions, by: number): AttributedEmissions => ({
  scope1: emissions.scope1 * by,
  scope2LocationBased: emissions.scope2LocationBased * by,
  scope2MarketBased: emissions.scope2MarketBased * by,
});

interface Node {
  readonly id: string;
  readonly parent: string | null;
  readonly quantity: number;
}

/** An activity and every meter that hangs below it, readings in the unit of the activity. */
const nodesOf = (activity: ActivityBase, meters: readonly MeterEntry[]): Node[] => {
  const nodes: Node[] = [{ id: activity.id, parent: null, quantity: activity.quantity }];
  for (let at = 0; at < nodes.length; at += 1) {
    const parent = nodes[at]?.id ?? '';
    for (const meter of meters.filter((each) => each.parent === parent)) {
      const quantity = convert(meter.quantity, meter.unit, activity.unit);
      if (quantity === null) throw new Error(`The unit of the meter ${meter.id} was not checked before it was used.`);
      nodes.push({ id: meter.id, parent, quantity });
    }
  }
  return nodes;
};

/** A hair's breadth for what a reading loses when its unit is converted. */
const tolerance = 1e-9;

/**
 * Divides an activity among the meters below it: to each its reading less those of the meters below it, to the activity the remainder.
 * The parts sum to the activity, so that no reading is counted twice. Null, with a finding, where meters show more than stands above them.
 */
const breakdown = (
  activity: ActivityBase,
  meters: readonly MeterEntry[],
  lines: readonly InventoryLine[],
): { readonly uses: readonly MeterUse[] } | { readonly finding: ConsolidationFinding } => {
  const nodes = nodesOf(activity, meters);
  const total = emissionsOf(lines);
  const uses: MeterUse[] = [];
  for (const { id, parent, quantity } of nodes) {
    const below = exactSum(nodes.filter((node) => node.parent === id).map((node) => node.quantity));
    const own = quantity - below;
    if (own < -tolerance * quantity) {
      const values = { sum: shown(below), quantity: shown(quantity), unit: activity.unit };
      return { finding: finding('submetersExceedParent', id, values) };
    }
    const rest = Math.max(0, own);
    uses.push({
      id,
      parent,
      quantity,
      unit: activity.unit,
      own: rest,
      ...scaled(total, activity.quantity === 0 ? 0 : rest / activity.quantity),
    });
  }
  return { uses };
};

/** The breakdown of every activity of an establishment that has meters. */
export const meterUses = (
  activities: readonly ActivityBase[],
  meters: readonly MeterEntry[],
  lines: readonly InventoryLine[],
  year: number,
): { readonly uses: readonly MeterUse[]; readonly findings: readonly ConsolidationFinding[] } => {
  const running = meters.filter((meter) => touchesYear(meter, year));
  const idle = meters.filter((meter) => !touchesYear(meter, year));
  const results = activities
    .filter(({ id }) => running.some((meter) => meter.parent === id))
    .map((activity) =>
      breakdown(
        activity,
        running,
        lines.filter((line) => line.activityDataId === activity.id),
      ),
    );
  return {
    uses: results.flatMap((result) => ('uses' in result ? result.uses : [])),
    findings: [
      ...idle.map(({ id }) => finding('meterOutsideYear', id, { year: String(year) })),
      ...results.flatMap((result) => ('finding' in result ? [result.finding] : [])),
    ],
  };
};
