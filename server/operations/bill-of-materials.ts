import { createHash } from 'node:crypto';
import type { InstalledPackage } from './installed-packages.js';

const purl = ({ name, version }: Pick<InstalledPackage, 'name' | 'version'>): string =>
  `pkg:npm/${name.replace(/^@/, '%40')}@${encodeURIComponent(version)}`;

/** "MIT" is an id of SPDX, "MIT OR Apache-2.0" an expression. */
const licenseOf = (license: string) => (/ (OR|AND|WITH) /.test(license) ? { expression: license } : { license: { id: license } });

const hashOf = (integrity: string) => ({
  alg: 'SHA-512',
  content: Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex'),
});

/** Where Node finds a package that another asks for: beside it, or further up. */
const resolvedFrom = (byPath: ReadonlyMap<string, InstalledPackage>, from: string, name: string): InstalledPackage | null => {
  for (let at = from; ; at = at.slice(0, at.lastIndexOf('/node_modules/'))) {
    const found = byPath.get(`${at}/node_modules/${name}`);
    if (found !== undefined) return found;
    if (!at.includes('/node_modules/')) return byPath.get(`node_modules/${name}`) ?? null;
  }
};

/** A UUID that follows from a text, so that the same packages give the same document. */
const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** The bill of materials of the product in CycloneDX 1.5. The same lockfile gives the same text: there is no time of day in it. */
export const billOfMaterials = (
  product: { readonly name: string; readonly version: string },
  packages: readonly InstalledPackage[],
): string => {
  const byPath = new Map(packages.map((each) => [each.path, each]));
  const components = new Map(
    packages.map((each) => [
      purl(each),
      {
        type: 'library',
        'bom-ref': purl(each),
        name: each.name,
        version: each.version,
        scope: each.dev || each.optional ? 'optional' : 'required',
        ...(each.integrity === null ? {} : { hashes: [hashOf(each.integrity)] }),
        ...(each.license === null ? {} : { licenses: [licenseOf(each.license)] }),
        purl: purl(each),
      },
    ]),
  );
  const dependsOn = new Map<string, Set<string>>();
  for (const each of packages) {
    const names = dependsOn.get(purl(each)) ?? new Set<string>();
    for (const name of each.dependencies) {
      const found = resolvedFrom(byPath, each.path, name);
      if (found !== null) names.add(purl(found));
    }
    dependsOn.set(purl(each), names);
  }
  const sorted = [...components.keys()].sort();
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${uuidOf(sorted.join('\n'))}`,
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': purl(product), name: product.name, version: product.version, purl: purl(product) },
    },
    components: sorted.map((ref) => components.get(ref)),
    dependencies: sorted.map((ref) => ({ ref, dependsOn: [...(dependsOn.get(ref) ?? [])].sort() })),
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
};
