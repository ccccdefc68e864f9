import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DataFileError } from '../server/catalog/data-files.js';
import { readEmissionFactors } from '../server/catalog/emission-factors.js';
import { readFactorReleases } from '../server/catalog/factor-releases.js';
import type { FactorData } from '../server/domain/factor-data.js';
import { factorsAsOf, type KnownFactors, knownFactors } from '../server/operations/known-factors.js';
import type { RecordedCatalog } from '../server/persistence/catalogs.js';
import { Problem } from '../server/problem/problem.js';
import { repositoryRoot } from '../server/root.js';
import { type CommandIo, WrongInput } from './command.js';

const recordedBySite = async (io: CommandIo): Promise<readonly RecordedCatalog[]> => {
  // Loaded only where it is asked for: everything else opens no store.
  const { inOpenSite } = await import('./open-site-command.js');
  let recorded: readonly RecordedCatalog[] = [];
  const code = await inOpenSite(io.env, io, async (site) => {
    recorded = await site.store.catalogs.all();
  });
  if (code !== 0)
    throw new WrongInput(['--site: the site could not be opened, see above | 사이트를 열지 못했습니다. 위의 메시지를 확인하십시오']);
  return recorded;
};

/** Which emission factors a command is to use. */
export interface FactorsWanted {
  readonly asOf: string | undefined;
  /** A folder with an emission-factors package, instead of the one installed here. */
  readonly data: string | undefined;
  readonly withSite: boolean;
}

/** The folder above an emission-factors package, given it or the package itself; null when there is none. */
export const rootOfPackage = (given: string): string | null => {
  const folder = resolve(given);
  if (existsSync(join(folder, 'emission-factors', 'factor-sets.yaml'))) return folder;
  return basename(folder) === 'emission-factors' && existsSync(join(folder, 'factor-sets.yaml')) ? dirname(folder) : null;
};

/** The emission factors installed here, or those of a folder a person named. Throws WrongInput for a folder without, or with bad ones. */
export const todaysFactors = (data: string | undefined): FactorData => {
  const root = data === undefined ? repositoryRoot : rootOfPackage(data);
  if (root === null)
    throw new WrongInput([
      `--data: there is no emission-factors package in ${data} | ${data} 폴더에 배출계수 자료(emission-factors)가 없습니다`,
    ]);
  try {
    return readEmissionFactors(root);
  } catch (error) {
    if (!(error instanceof DataFileError)) throw error;
    throw new WrongInput(error.faults.map((fault) => `${error.file}: ${fault}`));
  }
};

/** The emission factors that can be computed with; with a site, also those it recorded. */
export const allKnownFactors = async ({ data, withSite }: FactorsWanted, io: CommandIo): Promise<readonly KnownFactors[]> =>
  knownFactors(todaysFactors(data), readFactorReleases(repositoryRoot), withSite ? await recordedBySite(io) : []);

/** Those of today, or those an option `--as-of` names. Throws WrongInput. */
export const factorsToUse = async (wanted: FactorsWanted, io: CommandIo): Promise<FactorData> => {
  if (wanted.asOf === undefined) return todaysFactors(wanted.data);
  try {
    return factorsAsOf(wanted.asOf, await allKnownFactors(wanted, io));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new WrongInput([`--as-of: ${error.sentence.en} | ${error.sentence.ko}`]);
  }
};

/** One line per known set of factors, for people and for `cut -f`: version, hash, calculation version, where it is kept. */
export const knownFactorLines = (known: readonly KnownFactors[]): string =>
  known.map(({ version, hash, calculationVersion, kept }) => `${version}\t${hash}\t${calculationVersion}\t${kept}\n`).join('');
