import { join } from 'node:path';
import { z } from 'zod';
import type { Industry, PlannerData, PlannerFuel, Region } from '../planner/planner-data.js';
import { frozen, readCsv, readYaml } from './data-files.js';
import { type ReductionMeasureCatalog, readReductionMeasures } from './reduction-measures.js';
import { readSupportPrograms } from './support-programs.js';

/** The columns of the code lists that the planner needs; `code-lists.ts` checks the others. */
const regions = z.array(
  z.object({ code: z.string(), iso: z.string(), ko: z.string(), short: z.string(), en: z.string(), replaces: z.string() }),
);
const industries = z.array(z.object({ code: z.string(), ko: z.string(), en: z.string() }));

/** The vocabulary of fuels; `emission-factors.ts` checks the other fields. */
const fuels = z.array(
  z.object({ id: z.string(), ko: z.string(), en: z.string(), state: z.enum(['solid', 'liquid', 'gas']), biogenic: z.boolean() }),
);

const asFuel = ({ id, ko, en, state, biogenic }: z.infer<typeof fuels>[number]): PlannerFuel => ({ id, name: { ko, en }, state, biogenic });

const asRegion = (row: z.infer<typeof regions>[number]): Region => ({
  code: row.code,
  iso: row.iso === '' ? null : row.iso,
  ko: row.ko,
  en: row.en,
  shortKo: row.short,
  replaces: row.replaces === '' ? [] : row.replaces.split(' '),
});

/** The list holds manufacturing alone, whose section is C. */
const asIndustry = (row: z.infer<typeof industries>[number]): Industry => ({
  code: `C${row.code}`,
  ko: row.ko,
  en: row.en === '' ? null : row.en,
});

/**
 * Everything the planner reads: measures, programs, fuels, regions and industries, frozen.
 * @param catalogHash  content hash of the data folders, printed in every plan
 * @param measures     the package of reduction measures, where it was read already
 * Throws DataFileError for a file with one bad record.
 */
export const readPlannerData = (
  root: string,
  catalogHash: string,
  measures: ReductionMeasureCatalog = readReductionMeasures(root),
): PlannerData => {
  const list = (name: string): string => join(root, 'survey-definitions', 'code-lists', name);
  return frozen({
    measures: { ...measures, fuels: readYaml(join(root, 'emission-factors', 'fuels.yaml'), fuels).map(asFuel) },
    programs: readSupportPrograms(
      root,
      measures.measures.map((measure) => measure.id),
    ),
    regions: readCsv(list('regions.csv'), regions).map(asRegion),
    industries: readCsv(list('ksic.csv'), industries).map(asIndustry),
    catalogHash,
  });
};
