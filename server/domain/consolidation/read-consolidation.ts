import type { ActivityData, QuantityActivity } from '../categories.js';
import type { Vocabulary } from '../factor-data.js';
import { type Fault, withoutRepeats } from '../fault.js';
import { readJsonText, unreadable } from '../json-text.js';
import { asObject, type Plain } from '../plain.js';
import { fieldFaults, notAnObject } from '../read-fields.js';
import { type ReadRequest, readInventoryRequest } from '../read-request.js';
import { consolidationFields } from './consolidation-fields.js';
import type { ConsolidationRequest, EstablishmentEntry, SharedUtilityEntry } from './consolidation-request.js';
import { structureFaults } from './structure-faults.js';

/** A group as far as it could be read, and where each of its activities stands; null when a fault was found. */
export interface ReadConsolidation {
  readonly request: ConsolidationRequest | null;
  readonly faults: readonly Fault[];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);

/** Reads activities as `calculate` does; the paths of faults, and of what they refer to, begin at `places`. */
const readActivities = (head: Plain, list: readonly unknown[], places: readonly string[], vocabulary: Vocabulary): ReadRequest => {
  const { reportingYear, factorSet, gwp, sector } = head;
  const given = Object.fromEntries(Object.entries({ reportingYear, factorSet, gwp, sector }).filter(([, value]) => value !== undefined));
  const read = readInventoryRequest({ ...given, activityData: list }, vocabulary);
  const placed = (text: string): string => text.replace(/^activityData\[(\d+)\]/, (_, index: string) => places[Number(index)] ?? '');
  const faults = read.faults.map(({ code, field, values }) => {
    const { first, ...others } = values;
    return { code, field: placed(field), values: typeof first === 'string' ? { ...others, first: placed(first) } : values };
  });
  return { ...read, faults };
};

interface Participants {
  readonly list: readonly unknown[];
  readonly places: readonly string[];
}

/** The own activities of an establishment, and behind them those it shares, so that ids that meet are found. */
const activitiesAt = (establishment: Plain, at: string, utilities: readonly unknown[]): Participants => {
  const own = listOf(establishment.activityData);
  const shared = utilities.flatMap((utility, index) => {
    const entry = asObject(utility);
    const takesPart = listOf(entry?.shares).some((share) => asObject(share)?.establishment === establishment.id);
    return takesPart && entry?.activity !== undefined ? [{ activity: entry.activity, place: `sharedUtilities[${index}].activity` }] : [];
  });
  return {
    list: [...own, ...shared.map(({ activity }) => activity)],
    places: [...own.map((_, index) => `${at}.activityData[${index}]`), ...shared.map(({ place }) => place)],
  };
};

/** The request of a head, establishments and shared bills that were found sound. */
const assembled = (
  head: Plain,
  first: ReadRequest,
  activities: readonly (readonly ActivityData[])[],
  utilities: readonly ActivityData[],
): ConsolidationRequest => {
  const { request } = first;
  if (request === null) throw new Error('A head was taken for sound that is not.');
  const { reportingYear, factorSet, gwp, sector } = request;
  const raw = head as unknown as Omit<ConsolidationRequest, keyof typeof request> & Record<string, unknown>;
  const establishments = (raw.establishments as readonly EstablishmentEntry[]).map((establishment, index) => ({
    ...establishment,
    meters: establishment.meters ?? [],
    activityData: activities[index] ?? [],
  }));
  const sharedUtilities = listOf(raw.sharedUtilities).map((utility, index) => {
    const activity = utilities[index];
    if (activity === undefined) throw new Error('A shared bill was taken for sound that is not.');
    // What cannot be divided is a fault of the structure, found before anything is computed.
    return { ...(utility as SharedUtilityEntry), activity: activity as QuantityActivity };
  });
  const { approach, organizations } = raw;
  const transfers = listOf(raw.transfers) as ConsolidationRequest['transfers'];
  return { reportingYear, factorSet, gwp, sector, approach, organizations, establishments, transfers, sharedUtilities };
};

/**
 * Reads a group from plain values: first every fault of its shape and of its activities, then, where there is none, of its structure.
 * @param earlier faults found before, in the text itself
 */
export const readConsolidation = (input: unknown, vocabulary: Vocabulary, earlier: readonly Fault[] = []): ReadConsolidation => {
  const head = asObject(input);
  if (head === null) return { request: null, faults: input === unreadable ? earlier : [...earlier, notAnObject('')] };
  const shape = fieldFaults(head, consolidationFields, '', vocabulary);
  const utilities = listOf(head.sharedUtilities);
  const bare = readActivities(head, [], [], vocabulary);
  const isUsable = bare.request !== null && Array.isArray(head.establishments);
  const read = isUsable
    ? listOf(head.establishments).map((establishment, index) => {
        const { list, places } = activitiesAt(asObject(establishment) ?? {}, `establishments[${index}]`, utilities);
        return readActivities(head, list, places, vocabulary);
      })
    : [];
  const shared = isUsable
    ? utilities.map((utility, index) => {
        const activity = asObject(utility)?.activity;
        return readActivities(head, activity === undefined ? [] : [activity], [`sharedUtilities[${index}].activity`], vocabulary);
      })
    : [];
  const faults = withoutRepeats([...earlier, ...shape, ...[...read, ...shared].flatMap((each) => each.faults)]);
  if (faults.length > 0 || !isUsable) return { request: null, faults };
  const own = read.map(({ request }, index) => {
    const count = listOf(asObject(listOf(head.establishments)[index])?.activityData).length;
    return (request?.activityData ?? []).slice(0, count);
  });
  const request = assembled(
    head,
    bare,
    own,
    shared.flatMap((each) => each.request?.activityData ?? []),
  );
  const structure = structureFaults(request);
  return structure.length > 0 ? { request: null, faults: withoutRepeats(structure) } : { request, faults: [] };
};

/** Reads a group from its JSON text; see readConsolidation. */
export const readConsolidationText = (text: string, vocabulary: Vocabulary): ReadConsolidation => {
  const { value, faults } = readJsonText(text);
  return readConsolidation(value, vocabulary, faults);
};

/** Where an activity stands in what was handed in. */
export const placeIn =
  ({ establishments, sharedUtilities }: ConsolidationRequest) =>
  (establishmentId: string, activityDataId: string): string => {
    const at = establishments.findIndex(({ id }) => id === establishmentId);
    const own = establishments[at]?.activityData.findIndex(({ id }) => id === activityDataId) ?? -1;
    if (own >= 0) return `establishments[${at}].activityData[${own}]`;
    return `sharedUtilities[${sharedUtilities.findIndex(({ activity }) => activity.id === activityDataId)}].activity`;
  };
