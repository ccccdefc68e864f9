import { join } from 'node:path';
import type { output } from 'zod';
import { readCsv, readYaml } from './data-files.js';
import { files } from './emission-factors-schemas.js';

/** What the files of the emission-factors package hold, checked against their schemas. */
export type FactorFiles = { readonly [Name in keyof typeof files]: output<(typeof files)[Name]> };

/**
 * Reads every file of the package, also those no calculation uses yet, so that one bad record is never carried along.
 * @param folder the folder of the package
 * Throws DataFileError.
 */
export const readFactorFiles = (folder: string): FactorFiles => {
  const read = <Name extends keyof FactorFiles>(name: Name): FactorFiles[Name] => {
    const file = join(folder, name);
    const content = name.endsWith('.csv') ? readCsv(file, files[name] as never) : readYaml(file, files[name] as never);
    return content as FactorFiles[Name];
  };
  const names = Object.keys(files) as (keyof FactorFiles)[];
  return Object.fromEntries(names.map((name) => [name, read(name)])) as unknown as FactorFiles;
};
