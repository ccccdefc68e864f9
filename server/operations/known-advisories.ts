import type { InstalledPackage } from './installed-packages.js';

/** A weakness of a package that was published: versions before `fixedIn` have it; null: there is no version without it. */
export interface Advisory {
  readonly name: string;
  readonly fixedIn: string | null;
  readonly ids: readonly string[];
  readonly what: string;
}

/**
 * What was known of packages this product uses or could be tempted to use, read in public advisories up to November 2026. It stands in for
 * a service that answers `npm audit`, which a closed network does not have; where there is one, ask it as well.
 */
export const knownAdvisories: readonly Advisory[] = [
  { name: 'mongoose', fixedIn: '8.9.5', ids: ['CVE-2024-53900', 'CVE-2025-23061'], what: '$where in the match of a populate' },
  { name: 'qs', fixedIn: '6.14.1', ids: ['CVE-2025-15284'], what: 'arrayLimit does not hold' },
  {
    name: 'multer',
    fixedIn: '2.1.1',
    ids: ['CVE-2025-47935', 'CVE-2025-48997', 'CVE-2025-7338'],
    what: 'malformed multipart crashes and leaks',
  },
  { name: 'handlebars', fixedIn: '4.7.9', ids: ['CVE-2026-33916'], what: 'partials looked up through a polluted prototype' },
  { name: 'xlsx', fixedIn: null, ids: ['CVE-2026-38359'], what: 'a zip makes it allocate without limit' },
];

const parts = (version: string): readonly number[] => version.split(/[.-]/).slice(0, 3).map(Number);

const isBefore = (version: string, fixedIn: string): boolean => {
  const [a, b] = [parts(version), parts(fixedIn)];
  const differs = a.findIndex((part, index) => part !== b[index]);
  return differs !== -1 && (a[differs] ?? 0) < (b[differs] ?? 0);
};

/** Packages that have a known weakness. */
export const weakPackages = (
  packages: readonly InstalledPackage[],
): readonly { readonly package: InstalledPackage; readonly advisory: Advisory }[] =>
  packages.flatMap((each) =>
    knownAdvisories
      .filter(({ name, fixedIn }) => name === each.name && (fixedIn === null || isBefore(each.version, fixedIn)))
      .map((advisory) => ({ package: each, advisory })),
  );
