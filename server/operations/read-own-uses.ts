import type { EnergyLine, InventoryLine } from '../domain/inventory.js';
import type { Site } from '../site.js';
import type { Edition } from '../survey/edition.js';
import { readResult } from './read-result.js';
import type { Respondent } from './respondent.js';

/** Where a respondent's own newest result uses a factor. */
export interface OwnUses {
  readonly responseId: string;
  readonly result: Pick<Awaited<ReturnType<typeof readResult>>, 'inventory'> & { readonly edition: Edition };
  /** The lines with their numbers, which count from 1. */
  readonly lines: readonly { readonly number: number; readonly line: InventoryLine }[];
  /** What it entered for its energy alone. */
  readonly energy: readonly EnergyLine[];
}

/** Null when nothing was submitted, or when the respondent did not agree to a result of its own. */
export const readOwnUses = async (site: Site, who: Respondent, factorId: string): Promise<OwnUses | null> => {
  const submitted = (await site.store.responses.ofEstablishment(who.establishmentId)).filter(({ version }) => version > 0);
  const results = await Promise.all(submitted.map(async ({ id }) => ({ responseId: id, result: await readResult(site, who, id) })));
  const newest = results.sort((one, other) => other.result.receipt.submittedAt.getTime() - one.result.receipt.submittedAt.getTime())[0];
  if (newest === undefined || newest.result.consents.ownReport !== true) return null;
  const { inventory, edition } = newest.result;
  const lines = inventory.lines
    .map((line, index) => ({ number: index + 1, line }))
    .filter(({ line }) => line.trace.factors.some((use) => use.factorId === factorId));
  const inLines = new Set(lines.map(({ line }) => line.activityDataId));
  const energy = inventory.energy.filter(
    ({ activityDataId, factors }) => !inLines.has(activityDataId) && factors.some((use) => use.factorId === factorId),
  );
  return { responseId: newest.responseId, result: { inventory, edition }, lines, energy };
};
