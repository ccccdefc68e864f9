import type { Catalog } from '../catalog/catalog.js';
import { type FactorRelease, sha256 } from '../catalog/factor-releases.js';
import { calculationVersion } from '../domain/calculation-version.js';
import { computeInventory } from '../domain/compute-inventory.js';
import type { FactorData } from '../domain/factor-data.js';
import type { InventoryRequest } from '../domain/inventory-request.js';
import { factorProblem } from '../problem/factor-problems.js';
import { type ExampleRequest, exampleRequests } from './example-requests.js';

/** What a release proves itself with: every example under the default of every factor set, and with the newest potentials. */
const proofRequests = (data: FactorData, examples: readonly ExampleRequest[]): readonly InventoryRequest[] =>
  Object.values(data.factorSets).flatMap((set) =>
    set === undefined
      ? []
      : [set.gwp.default, ...set.gwp.allowed.slice(-1)]
          .filter((gwp, index, all) => all.indexOf(gwp) === index)
          .flatMap((gwp) => examples.map(({ request }) => ({ ...request, factorSet: set.id, gwp }))),
  );

const digestOf = (request: InventoryRequest, data: FactorData): string | null => {
  const result = computeInventory(request, data, request.reportingYear);
  return 'inventory' in result ? sha256(JSON.stringify(result.inventory)) : null;
};

/**
 * The emission factors of today as a release, with results that prove it.
 * Throws releaseThere when their version has been released.
 */
export const releaseFactors = (
  catalog: Pick<Catalog, 'emissionFactors' | 'surveys'>,
  releases: readonly FactorRelease[],
): FactorRelease => {
  const data = catalog.emissionFactors;
  const { version, hash } = data;
  if (releases.some((release) => release.version === version)) throw factorProblem('releaseThere', { version });
  const proof = proofRequests(data, exampleRequests(catalog)).flatMap((request) => {
    const digest = digestOf(request, data);
    return digest === null ? [] : [{ request, sha256: digest }];
  });
  return { version, hash, calculationVersion, proof, data };
};

/** How many results of a release the program of today no longer gives; 0 for one of another calculation, which it does not have to. */
export const lostResults = (release: FactorRelease): number =>
  release.calculationVersion === calculationVersion
    ? release.proof.filter(({ request, sha256: wanted }) => digestOf(request as InventoryRequest, release.data) !== wanted).length
    : 0;
