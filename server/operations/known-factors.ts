import type { FactorRelease } from '../catalog/factor-releases.js';
import { calculationVersion } from '../domain/calculation-version.js';
import type { FactorData } from '../domain/factor-data.js';
import { fromSnapshot } from '../domain/factor-snapshot.js';
import type { RecordedCatalog } from '../persistence/catalogs.js';
import { factorProblem } from '../problem/factor-problems.js';

/** Emission factors that can be computed with: today's, a release, or what a site recorded. */
export interface KnownFactors {
  readonly version: string;
  readonly hash: string;
  readonly calculationVersion: number;
  readonly kept: 'package' | 'release' | 'site';
  read(): FactorData;
}

/**
 * Everything that can be brought back, the package of today first, then releases and what a site recorded, newest first; each once.
 * @param recorded  the catalogs of a site; none without one
 */
export const knownFactors = (
  today: FactorData,
  releases: readonly FactorRelease[],
  recorded: readonly RecordedCatalog[] = [],
): readonly KnownFactors[] => {
  const { version, hash } = today;
  const all: readonly KnownFactors[] = [
    { version, hash, calculationVersion, kept: 'package', read: () => today },
    ...releases.toReversed().map(
      (release): KnownFactors => ({
        version: release.version,
        hash: release.hash,
        calculationVersion: release.calculationVersion,
        kept: 'release',
        read: () => release.data,
      }),
    ),
    ...recorded.toReversed().map(
      (catalog): KnownFactors => ({
        version: catalog.version,
        hash: catalog.hash,
        calculationVersion: catalog.calculationVersion,
        kept: 'site',
        read: () => fromSnapshot(catalog.snapshot),
      }),
    ),
  ];
  const key = (each: KnownFactors): string => `${each.calculationVersion} ${each.hash}`;
  // Released data that nobody has changed since are known as the release they are.
  const places = { release: 0, package: 1, site: 2 } as const;
  const best = (one: KnownFactors): boolean => !all.some((other) => key(other) === key(one) && places[other.kept] < places[one.kept]);
  return all.filter((one, index) => best(one) && all.findIndex((other) => key(other) === key(one) && other.kept === one.kept) === index);
};

const shortest = 8;

/**
 * The emission factors meant by a version (YYYY-MM-DD) or by at least 8 characters of a hash. A version means what was released under it.
 * Throws asOfUnknown, asOfTooShort, asOfAmbiguous, otherCalculation.
 */
export const factorsAsOf = (given: string, known: readonly KnownFactors[]): FactorData => {
  const isVersion = /^\d{4}-\d{2}-\d{2}$/.test(given);
  if (!isVersion && given.length < shortest) throw factorProblem('asOfTooShort', { given });
  const meant = known.filter(({ version, hash }) => (isVersion ? version === given : hash.startsWith(given.toLowerCase())));
  const released = meant.filter(({ kept }) => kept === 'release');
  const candidates = isVersion && released.length > 0 ? released : meant;
  // The same data under several versions of the calculation: only this program's own can be computed with.
  const usable = candidates.filter((each) => each.calculationVersion === calculationVersion);
  const [found] = usable;
  const [unusable] = candidates;
  if (unusable === undefined) throw factorProblem('asOfUnknown', { given });
  if (found === undefined)
    throw factorProblem('otherCalculation', { given, before: unusable.calculationVersion, today: calculationVersion });
  if (usable.length > 1) throw factorProblem('asOfAmbiguous', { given, known: usable.map(({ hash }) => hash.slice(0, 12)).join(', ') });
  return found.read();
};
