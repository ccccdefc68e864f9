import { type ActivityData, isDivisible } from '../categories.js';
import { computeInventory } from '../compute-inventory.js';
import type { FactorData } from '../factor-data.js';
import { type Fault, withoutRepeats } from '../fault.js';
import type { Inventory } from '../inventory.js';
import type { TraceNote } from '../trace.js';
import { type AllocatedActivity, type Allocation, allocatedTo, allocationFindings, allocationOf } from './allocate.js';
import type { ConsolidationFinding } from './consolidation-finding.js';
import type { ConsolidationApproach, ConsolidationRequest, EstablishmentEntry } from './consolidation-request.js';
import { establishmentShare, type HeldShare, organizationShares } from './held-share.js';
import { type MeterUse, meterUses } from './meter-tree.js';
import { type NettedTransfer, netTransfers } from './net-transfers.js';
import { type Member, rollUp } from './roll-up.js';

export interface ConsolidatedOrganization extends HeldShare {
  readonly id: string;
  readonly name: string | null;
  readonly parent: string | null;
}

export interface ConsolidatedEstablishment extends HeldShare {
  readonly id: string;
  readonly name: string | null;
  readonly organization: string;
  /** Its own inventory, whole and before netting. */
  readonly inventory: Inventory;
  readonly meters: readonly MeterUse[];
  /** What is in the totals of the group: its inventory by its share, less what was netted. */
  readonly contribution: Inventory['totals'];
}

/** The inventory of a group, every number of it traceable to an establishment and from there to its source. */
export interface Consolidation extends Pick<Inventory, 'reportingYear' | 'sector' | 'factorSet'> {
  readonly approach: ConsolidationApproach;
  readonly totals: Inventory['totals'];
  /** What was taken out of the sum of the establishments, because it was sold within the group. */
  readonly eliminated: Inventory['totals'];
  readonly organizations: readonly ConsolidatedOrganization[];
  readonly establishments: readonly ConsolidatedEstablishment[];
  readonly transfers: readonly NettedTransfer[];
  readonly allocations: readonly Allocation[];
  readonly findings: readonly ConsolidationFinding[];
}

export type ConsolidationResult = { readonly consolidation: Consolidation } | { readonly faults: readonly Fault[] };

/** Where an activity of an establishment stands in what was handed in. */
export type PlaceOf = (establishment: string, activityDataId: string) => string;

const withNotes = (inventory: Inventory, notes: ReadonlyMap<string, TraceNote>): Inventory => ({
  ...inventory,
  lines: inventory.lines.map((line) => {
    const note = notes.get(line.activityDataId);
    return note === undefined ? line : { ...line, trace: { ...line.trace, notes: [...line.trace.notes, note] } };
  }),
});

interface Computed {
  readonly entry: EstablishmentEntry;
  readonly activities: readonly ActivityData[];
  readonly inventory: Inventory;
}

/** Puts the place an activity was given at into the path of a fault. */
const placed = (fault: Fault, activities: readonly ActivityData[], entry: EstablishmentEntry, placeOf: PlaceOf): Fault => {
  const index = /^activityData\[(\d+)\]/.exec(fault.field)?.[1];
  const activity = index === undefined ? undefined : activities[Number(index)];
  return activity === undefined ? fault : { ...fault, field: fault.field.replace(/^activityData\[\d+\]/, placeOf(entry.id, activity.id)) };
};

const computeEstablishment = (
  request: ConsolidationRequest,
  entry: EstablishmentEntry,
  allocated: readonly AllocatedActivity[],
  data: FactorData,
  currentYear: number,
  placeOf: PlaceOf,
): Computed | { readonly faults: readonly Fault[] } => {
  const activities = [...entry.activityData, ...allocated.map(({ activity }) => activity)];
  const { reportingYear, factorSet, gwp, sector } = request;
  const result = computeInventory({ reportingYear, factorSet, gwp, sector, activityData: activities }, data, currentYear);
  if ('faults' in result) return { faults: result.faults.map((fault) => placed(fault, activities, entry, placeOf)) };
  const notes = new Map(allocated.map(({ activity, note }) => [activity.id, note]));
  return { entry, activities, inventory: withNotes(result.inventory, notes) };
};

const assemble = (
  request: ConsolidationRequest,
  computed: readonly Computed[],
  allocations: readonly Allocation[],
  data: FactorData,
): Consolidation => {
  const { approach, reportingYear, sector, organizations, transfers } = request;
  const shares = organizationShares(request);
  const members = computed.map((each) => {
    const above = shares.get(each.entry.organization) ?? { share: 0, chain: [] };
    const { held, findings } = establishmentShare(each.entry, above, approach, reportingYear);
    const meters = meterUses(each.activities.filter(isDivisible), each.entry.meters, each.inventory.lines, reportingYear);
    return { ...each, held, meters: meters.uses, findings: [...findings, ...meters.findings] };
  });
  const parties = new Map(members.map(({ entry, held, activities }) => [entry.id, { share: held.share, activities }]));
  const { netted, findings } = netTransfers(transfers, parties, reportingYear, data.thresholds.transferMismatch.value);
  const rolled = rollUp(
    members.map(({ entry, held, inventory }): Member => ({ id: entry.id, share: held.share, inventory })),
    netted,
    data.gases,
  );
  const [first] = members;
  if (first === undefined) throw new Error('A group without establishments was not refused when it was read.');
  return {
    reportingYear,
    sector,
    factorSet: first.inventory.factorSet,
    approach,
    totals: rolled.totals,
    eliminated: rolled.eliminated,
    organizations: organizations.map(({ id, name = null, parent = null }) => ({
      id,
      name,
      parent,
      ...(shares.get(id) ?? { share: 0, chain: [] }),
    })),
    establishments: members.map(({ entry, held, inventory, meters }) => {
      const contribution = rolled.contributions.get(entry.id);
      if (contribution === undefined) throw new Error(`The establishment ${entry.id} was not rolled up.`);
      return { id: entry.id, name: entry.name ?? null, organization: entry.organization, ...held, inventory, meters, contribution };
    }),
    transfers: netted,
    allocations,
    findings: [...members.flatMap((member) => member.findings), ...allocationFindings(allocations), ...findings],
  };
};

/**
 * Consolidates a group: shared bills are divided, every establishment computed by itself, its lines taken by the share the approach gives it,
 * and what was sold within the group netted. Pure: the same request and data give the same bytes.
 * @param placeOf where an activity stands in what was handed in, for the faults of those that cannot be estimated
 */
export const consolidate = (
  request: ConsolidationRequest,
  data: FactorData,
  currentYear: number,
  placeOf: PlaceOf,
): ConsolidationResult => {
  const allocations = request.sharedUtilities.map(allocationOf);
  const results = request.establishments.map((entry) =>
    computeEstablishment(request, entry, allocatedTo(entry.id, request.sharedUtilities, allocations), data, currentYear, placeOf),
  );
  const faults = results.flatMap((result) => ('faults' in result ? result.faults : []));
  if (faults.length > 0) return { faults: withoutRepeats(faults) };
  const computed = results.flatMap((result) => ('faults' in result ? [] : [result]));
  return { consolidation: assemble(request, computed, allocations, data) };
};
