import type { FactorData } from '../domain/factor-data.js';
import type { FactorLibrary } from '../domain/factor-library.js';
import type { PlannerData } from '../planner/planner-data.js';
import type { MoneyPrices } from '../survey/money/prices.js';
import { type CodeLists, readCodeLists } from './code-lists.js';
import { contentHash, frozen } from './data-files.js';
import { dataFolders } from './data-folders.js';
import { readFactorPackage } from './emission-factors.js';
import { moneyPrices } from './money-prices.js';
import { readPlannerData } from './planner-data.js';
import { readReductionMeasures } from './reduction-measures.js';
import { readSurveyDefinitions, type SurveyDefinitions } from './survey-definitions.js';
import { surveyVocabulary } from './survey-vocabulary.js';

/** Everything the product knows that is data, read once and frozen. */
export interface Catalog {
  /** SHA-256 over the content of all data folders. */
  readonly hash: string;
  readonly emissionFactors: FactorData;
  /** Every record of the emission-factors package, for people to look at. */
  readonly factorLibrary: FactorLibrary;
  readonly surveys: SurveyDefinitions;
  readonly codeLists: CodeLists;
  readonly planner: PlannerData;
  /** What turns an amount of money into a quantity. */
  readonly moneyPrices: MoneyPrices;
}

/**
 * Reads the data folders below a root and holds them against each other.
 * Throws DataFileError for the first file with a fault, naming every fault of that file.
 */
export const openCatalog = (root: string): Catalog => {
  const hash = contentHash(root, dataFolders);
  const { emissionFactors, factorLibrary } = readFactorPackage(root);
  const measures = readReductionMeasures(root);
  return Object.freeze({
    hash,
    emissionFactors,
    factorLibrary,
    surveys: readSurveyDefinitions(root, surveyVocabulary(emissionFactors)),
    codeLists: readCodeLists(root),
    planner: readPlannerData(root, hash, measures),
    moneyPrices: frozen(moneyPrices(measures)),
  });
};
