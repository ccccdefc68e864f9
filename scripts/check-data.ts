import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openCatalog } from '../server/catalog/catalog.js';
import { DataFileError } from '../server/catalog/data-files.js';
import { overdueRecords } from '../server/catalog/review-dates.js';
import { repositoryRoot } from '../server/root.js';
import type { Command } from './command.js';

/** Reads every data package as the product does and says what is wrong, or what it holds. */
export const checkData: Command = {
  name: 'check-data',
  summary: 'check the data packages: factors, surveys, measures, programs',
  help: `Usage: npx --no onsil check-data [FOLDER]

Reads survey-definitions, emission-factors, reduction-measures and support-programs below FOLDER (default: this repository) exactly as
the product does. One bad record refuses its whole file: wrong unit, undeclared source, missing translation, duplicate key, unknown
question in a rule. A record whose review is overdue is a warning.

stdout: one line per package. stderr: faults and warnings. Exit 0: everything holds; 2: a file was refused.`,
  run: async (args, io) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const root = resolve(positionals[0] ?? repositoryRoot);
    try {
      const { hash, emissionFactors, surveys, planner } = openCatalog(root);
      const count = (record: object): number => Object.keys(record).length;
      io.stdout.write(
        [
          `emission-factors: ${count(emissionFactors.fuels)} fuels, ${count(emissionFactors.factorSets)} factor sets, ${count(emissionFactors.stationary)} stationary factors`,
          `survey-definitions: ${count(surveys.editions)} editions, ${surveys.workedExamples.length} worked examples`,
          `reduction-measures: ${planner.measures.measures.length} measures`,
          `support-programs: ${planner.programs.programs.length} programs, ${planner.programs.links.length} links`,
          `catalog ${hash}`,
          '',
        ].join('\n'),
      );
    } catch (error) {
      if (!(error instanceof DataFileError)) throw error;
      for (const fault of error.faults) io.stderr.write(`${error.file}: ${fault}\n`);
      return 2;
    }
    for (const { file, id, reviewBy } of overdueRecords(root, new Date().toISOString().slice(0, 10))) {
      io.stderr.write(`warning: ${file}: ${id} was to be reviewed by ${reviewBy} | 검토 기한이 지났습니다\n`);
    }
    return 0;
  },
};
