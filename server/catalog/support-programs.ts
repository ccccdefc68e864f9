import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ProgramData } from '../planner/planner-data.js';
import type { SupportProgram } from '../planner/program.js';
import { DataFileError, frozen, readCsv, readYaml } from './data-files.js';
import { asSources, dangling, repeated } from './record-checks.js';
import { schemas } from './support-programs-schema.js';

export { schemas } from './support-programs-schema.js';

const readPrograms = (folder: string): readonly SupportProgram[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => readYaml(join(folder, name), schemas.programs).programs);

/** Faults between files: ids that stand twice, references to nothing. */
const faultsOf = (data: ProgramData, measures: readonly string[], cited: readonly (readonly [string, string])[]): readonly string[] => {
  const { programs, links, ministries, kinds, sources } = data;
  const programIds = programs.map((program) => program.id);
  return [
    ...repeated('the program', programIds),
    ...repeated(
      'the link',
      links.map((link) => `${link.program} -> ${link.measure}`),
    ),
    ...repeated(
      'the source',
      sources.map((source) => source.id),
    ),
    ...dangling(
      'program',
      programIds,
      links.map((link) => [`link to ${link.measure}`, link.program]),
    ),
    ...dangling(
      'program',
      programIds,
      programs.flatMap((program) => (program.supersededBy === undefined ? [] : [[program.id, program.supersededBy.program] as const])),
    ),
    ...dangling(
      'measure',
      measures,
      links.map((link) => [`link of ${link.program}`, link.measure]),
    ),
    ...dangling(
      'ministry',
      ministries.map((ministry) => ministry.id),
      programs.flatMap((program) => program.ministries.map((ministry) => [program.id, ministry.id] as const)),
    ),
    ...dangling(
      'kind',
      kinds.map((kind) => kind.id),
      programs.map((program) => [program.id, program.kind]),
    ),
    ...dangling(
      'source',
      sources.map((source) => source.id),
      cited,
    ),
  ];
};

/**
 * Reads the folder `support-programs` below the root into a frozen value.
 * @param measures  ids of the measures that links may name
 * Throws DataFileError for a bad record, an undeclared source or a link to nothing.
 */
export const readSupportPrograms = (root: string, measures: readonly string[]): ProgramData => {
  const folder = join(root, 'support-programs');
  const technologies = readYaml(join(folder, 'root-technologies.yaml'), schemas['root-technologies']).technologies;
  const sizeRules = readYaml(join(folder, 'size-rules.yaml'), schemas['size-rules']);
  const sizeLimits = readCsv(join(folder, 'size-limits.csv'), schemas['size-limits']);
  const data: ProgramData = {
    programs: readPrograms(join(folder, 'programs')),
    links: readYaml(join(folder, 'links.yaml'), schemas.links).links,
    ministries: readYaml(join(folder, 'ministries.yaml'), schemas.ministries).ministries,
    kinds: readYaml(join(folder, 'kinds.yaml'), schemas.kinds).kinds,
    sizeLimits,
    sizeRules,
    rootTechnologies: technologies,
    sources: asSources(readYaml(join(folder, 'sources.yaml'), schemas.sources)),
  };
  const cited: readonly (readonly [string, string])[] = [
    ...data.programs.flatMap((program) => program.sources.map((use) => [program.id, use.source] as const)),
    ...technologies.map((technology) => [technology.name.en, technology.source] as const),
    ...sizeLimits.map((limit) => [limit.industry, limit.source] as const),
    ['size-rules', sizeRules.source],
  ];
  const faults = faultsOf(data, measures, cited);
  if (faults.length > 0) throw new DataFileError(folder, faults);
  return frozen(data);
};
