/** One package of the lockfile. */
export interface InstalledPackage {
  /** Where it lies: "node_modules/a/node_modules/b". */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** As the package says; null: it says nothing. */
  readonly license: string | null;
  /** Subresource integrity, "sha512-…"; null for what is ours. */
  readonly integrity: string | null;
  /** For building and testing alone. */
  readonly dev: boolean;
  /** Left out where the machine does not fit. */
  readonly optional: boolean;
  readonly hasInstallScript: boolean;
  /** Names it asks for, as the lockfile lists them. */
  readonly dependencies: readonly string[];
}

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Packages that say nothing of their license in a form the lockfile takes over, and what was read in them. */
const readInPackage: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

const nameAt = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** The packages of others in the text of a package-lock.json, by path. What is ours (the workspaces) is left out. */
export const installedPackages = (lockfile: string): readonly InstalledPackage[] => {
  const { packages } = JSON.parse(lockfile) as { readonly packages: Readonly<Record<string, LockedPackage>> };
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && link !== true)
    .map(([path, locked]) => ({
      path,
      name: nameAt(path),
      version: locked.version ?? '',
      license: locked.license ?? readInPackage[nameAt(path)] ?? null,
      integrity: locked.integrity ?? null,
      dev: locked.dev === true,
      optional: locked.optional === true,
      hasInstallScript: locked.hasInstallScript === true,
      dependencies: Object.keys({ ...locked.dependencies, ...locked.optionalDependencies }).sort(),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
};
