import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { billOfMaterials } from '../server/operations/bill-of-materials.js';
import { installedPackages } from '../server/operations/installed-packages.js';
import { weakPackages } from '../server/operations/known-advisories.js';
import { repositoryRoot } from '../server/root.js';
import { type Command, type CommandIo, type ExitCode, WrongInput } from './command.js';

const help = `
Usage: npx --no onsil packages licenses [--production]
       npx --no onsil packages sbom
       npx --no onsil packages check

licenses  the packages of the lockfile with their versions and licenses, tab-separated; --production leaves out those for building and testing alone
sbom      the bill of materials in CycloneDX 1.5 (JSON); the same lockfile gives the same bytes
check     packages with a weakness that was known when this version was made, and install scripts there are. Exit code 1 if a package is weak

Example: npx --no onsil packages sbom > onsil.cdx.json
`;

const textOf = (file: string): string => readFileSync(join(repositoryRoot, file), 'utf8');

const run = async (args: readonly string[], io: CommandIo): Promise<ExitCode> => {
  const options = { production: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const packages = installedPackages(textOf('package-lock.json'));
  const [verb, ...more] = positionals;
  if (more.length === 0 && verb === 'licenses') {
    for (const { name, version, license, dev } of packages)
      if (!(values.production === true && dev)) io.stdout.write(`${name}\t${version}\t${license ?? '?'}\n`);
    return 0;
  }
  if (more.length === 0 && verb === 'sbom') {
    const { name, version } = JSON.parse(textOf('package.json')) as { readonly name: string; readonly version: string };
    io.stdout.write(billOfMaterials({ name, version }, packages));
    return 0;
  }
  if (more.length === 0 && verb === 'check') {
    const weak = weakPackages(packages);
    for (const { package: each, advisory } of weak)
      io.stdout.write(`${each.path}\t${each.version}\t${advisory.ids.join(',')}\t${advisory.what}\n`);
    for (const { name, version } of packages.filter(({ hasInstallScript }) => hasInstallScript))
      io.stderr.write(`${name} ${version} has an install script, which need not run | 설치 스크립트가 있으나 실행하지 않아도 됩니다\n`);
    io.stderr.write(
      weak.length === 0
        ? 'no package with a known weakness | 알려진 취약점이 있는 패키지가 없습니다\n'
        : `packages with a known weakness: ${weak.length} | 알려진 취약점이 있는 패키지: ${weak.length}\n`,
    );
    return weak.length === 0 ? 0 : 1;
  }
  throw new WrongInput([
    'packages: say licenses, sbom or check | licenses, sbom, check 중 하나를 적으십시오',
    'npx --no onsil packages --help',
  ]);
};

export const packages: Command = {
  name: 'packages',
  summary: 'lists the packages in use: licenses, bill of materials, known weaknesses',
  help,
  run,
};
