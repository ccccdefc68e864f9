import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Catalog, openCatalog } from '../server/catalog/catalog.js';
import { changedSinceRelease, type DataNote, unusedSourceNotes } from '../server/catalog/check-factors.js';
import { DataFileError } from '../server/catalog/data-files.js';
import { dataFolders } from '../server/catalog/data-folders.js';
import { type FactorRelease, readFactorReleases } from '../server/catalog/factor-releases.js';
import { overdueRecords } from '../server/catalog/review-dates.js';
import { seoulDay } from '../server/domain/seoul-time.js';
import { lostResults } from '../server/operations/release-factors.js';
import { repositoryRoot } from '../server/root.js';
import type { Command, CommandIo } from './command.js';

const help = `Usage: npx --no onsil check-data [FOLDER] [--release]

Reads survey-definitions, emission-factors, reduction-measures and support-programs below FOLDER (default: this repository) exactly as
the product does. One bad record refuses its whole file: wrong unit, undeclared source, missing translation, duplicate key or id, years
or days that leave a gap or overlap, a calorific value beside a factor of another revision, a blend that does not sum to 1, an unknown
question in a rule. Released emission factors are refused when they were changed, or when the program no longer gives their results.

A record whose review is overdue is a warning, a source nobody cites a note. With --release, which is for whoever builds a release, an
overdue review is an error, and so are factors that were changed under the name of an earlier release.

stdout: one line per package. stderr: "file: record: field: English | 한국어". Exit 0: everything holds; 2: a file was refused.`;

const summaryOf = ({ hash, emissionFactors, surveys, planner }: Catalog, releases: readonly FactorRelease[]): string => {
  const count = (record: object): number => Object.keys(record).length;
  return [
    `emission-factors: ${count(emissionFactors.fuels)} fuels, ${count(emissionFactors.factorSets)} factor sets, ${count(emissionFactors.stationary)} stationary factors, ${releases.length} releases`,
    `survey-definitions: ${count(surveys.editions)} editions, ${surveys.workedExamples.length} worked examples`,
    `reduction-measures: ${planner.measures.measures.length} measures`,
    `support-programs: ${planner.programs.programs.length} programs, ${planner.programs.links.length} links`,
    `catalog ${hash}`,
    '',
  ].join('\n');
};

const lostOf = (releases: readonly FactorRelease[]): readonly DataNote[] =>
  releases.flatMap((release) => {
    const lost = lostResults(release);
    if (lost === 0) return [];
    return [
      {
        place: `emission-factors/releases/${release.version}.json: proof`,
        en: `the program no longer gives ${lost} of its ${release.proof.length} results; a change of the equations needs a new calculationVersion`,
        ko: `프로그램이 이 자료의 결과 ${release.proof.length}건 중 ${lost}건을 더 이상 내지 못합니다. 계산식을 바꾸었다면 calculationVersion을 올리십시오`,
      },
    ];
  });

/** Says one of them on stderr, behind what it is; an error has nothing before it. */
const say = (io: CommandIo, kind: 'warning: ' | 'note: ' | '', { place, en, ko }: DataNote): void => {
  io.stderr.write(`${kind}${place}: ${en} | ${ko}\n`);
};

/** Reads every data package as the product does and says what is wrong, or what it holds. */
export const checkData: Command = {
  name: 'check-data',
  summary: 'checks the data packages: factors, surveys, measures, programs',
  help,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({ args: [...args], options: { release: { type: 'boolean' } }, allowPositionals: true });
    const root = resolve(positionals[0] ?? repositoryRoot);
    const isRelease = values.release === true;
    const absent = dataFolders.filter((folder) => !existsSync(join(root, folder)));
    for (const folder of absent) io.stderr.write(`${folder}: there is no such folder below ${root} | ${root} 아래에 이 폴더가 없습니다\n`);
    if (absent.length > 0) return 2;
    let catalog: Catalog;
    let releases: readonly FactorRelease[];
    try {
      catalog = openCatalog(root);
      releases = readFactorReleases(root);
    } catch (error) {
      if (!(error instanceof DataFileError)) throw error;
      const file = isAbsolute(error.file) ? relative(root, error.file) : error.file;
      for (const fault of error.faults) io.stderr.write(`${file}: ${fault}\n`);
      return 2;
    }
    const lost = lostOf(releases);
    for (const each of lost) say(io, '', each);
    const changed = changedSinceRelease(catalog.emissionFactors, releases);
    const overdue = overdueRecords(root, seoulDay(new Date())).map(({ file, id, reviewBy }) => ({
      place: `${relative(root, file)}: ${id}: reviewBy`,
      en: `was to be reviewed by ${reviewBy}`,
      ko: `검토 기한(${reviewBy})이 지났습니다`,
    }));
    const doubts = [...overdue, ...(changed === null ? [] : [changed])];
    for (const doubt of doubts) say(io, isRelease ? '' : 'warning: ', doubt);
    for (const each of unusedSourceNotes(root)) say(io, 'note: ', each);
    if (lost.length > 0 || (isRelease && doubts.length > 0)) return 2;
    io.stdout.write(summaryOf(catalog, releases));
    return 0;
  },
};
