import type { FactorSource } from '../domain/factor-data.js';
import type { Inventory } from '../domain/inventory.js';
import type { InventoryRequest } from '../domain/inventory-request.js';
import type { Establishment } from '../persistence/establishments.js';
import type { StoredInventory } from '../persistence/inventories.js';
import type { ResponseVersion } from '../persistence/response-versions.js';
import type { StoredResponse } from '../persistence/responses.js';
import type { Round } from '../persistence/rounds.js';
import { siteProblem } from '../problem/site-problems.js';
import type { Site } from '../site.js';
import type { Edition } from '../survey/edition.js';
import { type EstablishmentFacts, establishmentFacts } from '../survey/profile.js';
import { editionOf } from './edition-of.js';
import { factorSources } from './factor-sources.js';
import { ownEstablishment, ownRound } from './own-establishment.js';
import { ownResponse } from './own-response.js';
import { type Receipt, receiptOf } from './receipt.js';
import type { Respondent } from './respondent.js';

/** A submitted version and what was computed from it. */
export interface Result {
  readonly establishment: Establishment;
  readonly round: Round;
  readonly edition: Edition;
  readonly response: StoredResponse;
  readonly version: ResponseVersion;
  readonly receipt: Receipt;
  readonly request: InventoryRequest;
  readonly notes: StoredInventory['notes'];
  readonly inventory: Inventory;
  /** The declared sources of its factors, by id. */
  readonly sources: Readonly<Record<string, FactorSource>>;
  /** What the respondent agrees to by now; only true is consent. */
  readonly consents: EstablishmentFacts['consents'];
  /** Whether answers were changed since the latest submission, so that this is not the last word. */
  readonly changedSince: boolean;
}

/**
 * Reads the result of a respondent's own response.
 * @param versionNumber null: the latest
 * Throws notFound, notSubmitted.
 */
export const readResult = async (site: Site, who: Respondent, responseId: string, versionNumber: number | null = null): Promise<Result> => {
  const response = await ownResponse(site.store, who, responseId);
  const wanted = versionNumber ?? response.version;
  const version = await site.store.responseVersions.byVersion(responseId, wanted);
  if (version === null) throw siteProblem('notSubmitted');
  const stored = await site.store.inventories.byVersion(responseId, wanted);
  if (stored === null) throw new Error('A submitted version has no inventory');
  const edition = await editionOf(site, version);
  const establishment = await ownEstablishment(site, who);
  return {
    establishment,
    round: await ownRound(site, establishment, response.roundId),
    edition,
    response,
    version,
    receipt: receiptOf(version),
    request: stored.request,
    notes: stored.notes,
    inventory: stored.inventory,
    sources: factorSources(site, stored.inventory),
    consents: establishmentFacts(edition, response).consents,
    changedSince: response.status === 'draft',
  };
};
