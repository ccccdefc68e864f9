import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { billOfMaterials } from '../../server/operations/bill-of-materials.js';
import { type InstalledPackage, installedPackages } from '../../server/operations/installed-packages.js';
import { weakPackages } from '../../server/operations/known-advisories.js';
import { repositoryRoot } from '../../server/root.js';
import { runCommand } from '../support/run-command.js';

/** Install scripts that were looked at. `npm ci --ignore-scripts` leaves a working tree: each has its binary in a package of its own. */
const reviewedScripts: Readonly<Record<string, string>> = {
  esbuild: 'checks that the binary of its optional package runs, which it does without',
  lmdb: 'builds where there is no prebuilt binary; those we support are optional packages',
  'msgpackr-extract': 'builds a faster reader of what we do not read; optional',
};
/** Licenses this product may be given away with. Those of development alone are not given away. */
const reviewedLicenses =
  /^(MIT|MIT-0|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|OFL-1\.1|PSF-2\.0|MIT AND OFL-1\.1|MIT OR Apache-2\.0|Python-2\.0|CC0-1\.0|Unlicense)$/;

/** Packages with another license that were looked at one by one, and why each may be given away with this product. */
const reviewedPackages: Readonly<Record<string, { readonly name: RegExp; readonly license: RegExp }>> = {
  'libvips, the library behind sharp: LGPL; files of their own that can be exchanged, loaded when a picture comes, with nothing of ours linked into them':
    {
      name: /^@img\/sharp-(libvips-[\w-]+|wasm32|win32-\w+)$/,
      license: /^(Apache-2\.0 AND )?LGPL-3\.0-or-later( AND MIT)?$/,
    },
};

const lockfile = readFileSync(join(repositoryRoot, 'package-lock.json'), 'utf8');
const all = installedPackages(lockfile);

const packageWith = (given: Partial<InstalledPackage>): InstalledPackage => ({
  path: `node_modules/${given.name}`,
  name: 'a',
  version: '1.0.0',
  license: 'MIT',
  integrity: null,
  dev: false,
  optional: false,
  hasInstallScript: false,
  dependencies: [],
  ...given,
});

describe('the packages', () => {
  it('are pinned by hash in the lockfile, without an address to load them from', () => {
    expect(all.length).to.be.above(300);
    expect(all.filter(({ integrity }) => integrity === null || !integrity.startsWith('sha512-')).map(({ path }) => path)).to.deep.equal([]);
    expect(lockfile).not.to.match(/"resolved": "https?:/);
  });

  it('need no install script that was not looked at', () => {
    expect(all.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)).to.have.members(Object.keys(reviewedScripts));
  });

  it('have licenses that were looked at, each of them', () => {
    const strange = all
      .filter(({ license, dev }) => !dev && !reviewedLicenses.test(license ?? ''))
      .filter(({ name, license }) => !Object.values(reviewedPackages).some((one) => one.name.test(name) && one.license.test(license ?? '')))
      .map(({ name, license }) => `${name}: ${license}`);
    expect(strange).to.deep.equal([]);
    expect(all.filter(({ license }) => license === null).map(({ name }) => name)).to.deep.equal([]);
  });

  it('have no weakness that was known', () => {
    expect(weakPackages(all).map(({ package: { path, version } }) => `${path} ${version}`)).to.deep.equal([]);
  });

  it('with a weakness that is known are found, and those past it are not', () => {
    const found = (name: string, version: string): boolean => weakPackages([packageWith({ name, version })]).length > 0;
    expect([found('qs', '6.14.0'), found('qs', '6.14.1'), found('qs', '6.9.9'), found('qs', '7.0.0')]).to.deep.equal([
      true,
      false,
      true,
      false,
    ]);
    expect([found('mongoose', '8.9.4'), found('mongoose', '9.12.1'), found('xlsx', '99.0.0')]).to.deep.equal([true, false, true]);
  });
});

describe('the bill of materials', () => {
  it('names every package once with its hash, and the same lockfile gives the same bytes', async () => {
    const product = { name: 'onsil', version: '0.1.0' };
    const text = billOfMaterials(product, all);
    expect(billOfMaterials(product, installedPackages(lockfile))).to.equal(text);
    const bom = JSON.parse(text) as {
      readonly components: readonly { readonly purl: string }[];
      readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
    };
    const purls = bom.components.map(({ purl }) => purl);
    expect(new Set(purls).size).to.equal(purls.length);
    expect(purls).to.include('pkg:npm/%40node-rs/argon2@2.2.1');
    for (const { dependsOn } of bom.dependencies) for (const ref of dependsOn) expect(purls).to.include(ref);
    expect(
      bom.dependencies.find(({ ref }) => ref.startsWith('pkg:npm/mongoose@'))?.dependsOn.some((ref) => ref.startsWith('pkg:npm/mongodb@')),
    ).to.equal(true);
    expect((await runCommand(['packages', 'sbom'])).stdout).to.match(/"bomFormat": "CycloneDX"/);
  });

  it('finds the copy of a package that Node would find', () => {
    const text = billOfMaterials({ name: 'p', version: '1.0.0' }, [
      packageWith({ name: 'a', dependencies: ['b'] }),
      packageWith({ name: 'b', version: '2.0.0' }),
      packageWith({ name: 'b', version: '1.0.0', path: 'node_modules/a/node_modules/b' }),
    ]);
    expect(text).to.match(/"ref": "pkg:npm\/a@1\.0\.0",\s*"dependsOn": \[\s*"pkg:npm\/b@1\.0\.0"\s*\]/);
  });
});

describe('onsil packages', () => {
  it('lists licenses, those of production alone when asked, and says that nothing is weak', async () => {
    const [everything, production] = [
      await runCommand(['packages', 'licenses']),
      await runCommand(['packages', 'licenses', '--production']),
    ];
    expect(everything.stdout).to.include('mocha\t').and.to.include('express\t5.3.0\tMIT\n');
    expect(production.stdout)
      .to.include('express\t5.3.0\tMIT\n')
      .and.not.to.match(/^mocha\t/m);
    const { code, stdout, stderr } = await runCommand(['packages', 'check']);
    expect([code, stdout]).to.deep.equal([0, '']);
    expect(stderr).to.match(/no package with a known weakness \| .*[가-힣]/);
  });
});
