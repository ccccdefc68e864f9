import { activityChecks } from './activity-checks.js';
import { conflictFaults } from './conflict-checks.js';
import { DataFileError } from './data-files.js';
import { type Check, recordsOf } from './emission-factors-check.js';
import type { FactorFiles } from './emission-factors-files.js';
import { periodChecks } from './emission-factors-period-checks.js';
import { recordChecks } from './emission-factors-record-checks.js';
import { emissionSourceChecks } from './emission-source-checks.js';
import { uncertaintyFaults } from './uncertainties.js';

const uncertaintyRecords: Check = (files) => uncertaintyFaults(files).map((fault) => ({ file: 'uncertainties.yaml', fault }));

/** Asked only when the others are content: it reads the records as a whole. */
const lastCheck: Check = (files) => conflictFaults(files).map((fault) => ({ file: 'conflicts.yaml', fault }));

/** Checks the records of a package against each other. Throws DataFileError for the first file with a bad record, naming all of its faults. */
export const checkFactorFiles = (files: FactorFiles): void => {
  const found = [...recordChecks, ...periodChecks, ...emissionSourceChecks, ...activityChecks, uncertaintyRecords].flatMap((check) =>
    check(files),
  );
  const complaints = found.length > 0 ? found : lastCheck(files);
  const first = complaints[0];
  if (first === undefined) return;
  throw new DataFileError(
    `emission-factors/${first.file}`,
    complaints.filter((complaint) => complaint.file === first.file).map((complaint) => complaint.fault),
  );
};

/** Declared sources that no record cites: a note, because a publication may be declared before its numbers are. */
export const unusedSources = (files: FactorFiles): readonly string[] => {
  const cited = new Set(recordsOf(files).map(({ record }) => record.source));
  return files['sources.yaml'].map(({ id }) => id).filter((id) => !cited.has(id));
};
