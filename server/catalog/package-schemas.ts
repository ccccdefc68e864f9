import { type ZodType, z } from 'zod';
import { schemas as codeLists } from './code-lists.js';
import { schemas as emissionFactors } from './emission-factors.js';
import { schemas as reductionMeasures } from './reduction-measures.js';
import { schemas as supportPrograms } from './support-programs.js';
import { schemas as surveyDefinitions } from './survey-definitions.js';

const packages: Readonly<Record<string, Readonly<Record<string, ZodType>>>> = {
  'emission-factors': emissionFactors,
  'reduction-measures': reductionMeasures,
  'support-programs': supportPrograms,
  'survey-definitions': surveyDefinitions,
  'survey-definitions/code-lists': codeLists,
};

/** The JSON Schemas published beside the data, as path from the repository root -> schema of what the file says before it is read. */
export const packageSchemas = (): ReadonlyMap<string, unknown> =>
  new Map(
    Object.entries(packages).flatMap(([folder, schemas]) =>
      Object.entries(schemas).map(([name, schema]) => [`${folder}/schema/${name}.json`, z.toJSONSchema(schema, { io: 'input' })] as const),
    ),
  );
