import { readFactorReleases } from '../server/catalog/factor-releases.js';
import { readSurveyDefinitions } from '../server/catalog/survey-definitions.js';
import { surveyVocabulary } from '../server/catalog/survey-vocabulary.js';
import type { FactorData } from '../server/domain/factor-data.js';
import { compareFactors, type FactorComparison } from '../server/operations/compare-factors.js';
import { exampleRequests } from '../server/operations/example-requests.js';
import type { InventoryDifference } from '../server/operations/inventory-differences.js';
import { factorsAsOf, knownFactors } from '../server/operations/known-factors.js';
import { compareStored, recomputeStored } from '../server/operations/recompute-inventories.js';
import type { RecordedCatalog } from '../server/persistence/catalogs.js';
import { differenceHead, differenceLine, recordLines } from '../server/presentation/factor-comparison.js';
import { factorProblem } from '../server/problem/factor-problems.js';
import { Problem } from '../server/problem/problem.js';
import { repositoryRoot } from '../server/root.js';
import type { CommandIo, ExitCode } from './command.js';
import { rootOfPackage, todaysFactors } from './factors-as-of.js';
import { explained } from './site-failure.js';

/** What `factors diff` was asked. */
export interface DiffWanted {
  readonly against: string | undefined;
  readonly data: string | undefined;
  readonly json: boolean;
  readonly site: boolean;
  readonly apply: boolean;
}

const beforeOf = (against: string | undefined, recorded: readonly RecordedCatalog[]): FactorData => {
  const releases = readFactorReleases(repositoryRoot);
  if (against === undefined) {
    const newest = releases.at(-1);
    if (newest === undefined) throw factorProblem('noRelease', {}, '--against');
    return newest.data;
  }
  if (rootOfPackage(against) !== null) return todaysFactors(against);
  try {
    return factorsAsOf(against, knownFactors(todaysFactors(undefined), releases, recorded));
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'otherCalculation') throw error;
    throw factorProblem('againstUnknown', { given: against }, '--against');
  }
};

interface StoredSummary {
  readonly compared: number;
  /** Those something changes for. */
  readonly changed: readonly InventoryDifference[];
  readonly applied: boolean;
}

const compareExamples = ({ against, data }: DiffWanted, recorded: readonly RecordedCatalog[]): FactorComparison => {
  const after = todaysFactors(data);
  const surveys = readSurveyDefinitions(repositoryRoot, surveyVocabulary(after));
  return compareFactors(beforeOf(against, recorded), after, exampleRequests({ surveys, emissionFactors: after }));
};

const say = (comparison: FactorComparison, stored: StoredSummary | null, json: boolean, io: CommandIo): void => {
  if (json) {
    io.stdout.write(`${JSON.stringify({ ...comparison, ...(stored === null ? {} : { stored }) }, null, 2)}\n`);
    return;
  }
  const { before, after, records, examples } = comparison;
  const lines = [...recordLines(before, after, records), '', differenceHead, ...examples.map(differenceLine)];
  if (stored !== null) {
    const { compared, changed, applied } = stored;
    const moved = changed.filter(({ change }) => change !== 'refused').length;
    lines.push(
      '',
      applied
        ? `${moved} of ${compared} stored inventories computed anew; the earlier ones are kept | 저장된 인벤토리 ${compared}건 중 ${moved}건을 다시 계산했고, 이전 것은 그대로 두었습니다`
        : `${moved} of ${compared} stored inventories would change; nothing was written, --apply does it | 저장된 인벤토리 ${compared}건 중 ${moved}건이 바뀝니다. 아직 아무것도 쓰지 않았으며 --apply로 반영합니다`,
      differenceHead,
      ...changed.map(differenceLine),
    );
  }
  io.stdout.write(`${lines.join('\n')}\n`);
};

/** `onsil factors diff`. */
export const diffFactors = async (wanted: DiffWanted, io: CommandIo): Promise<ExitCode> => {
  if (!wanted.site) {
    try {
      say(compareExamples(wanted, []), null, wanted.json, io);
      return 0;
    } catch (error) {
      return explained(error, io);
    }
  }
  const { inOpenSite } = await import('./open-site-command.js');
  let refused = 0;
  const code = await inOpenSite(io.env, io, async (site) => {
    const comparison = compareExamples(wanted, await site.store.catalogs.all());
    const changed: InventoryDifference[] = [];
    let compared = 0;
    for await (const batch of wanted.apply ? recomputeStored(site) : compareStored(site)) {
      compared += batch.length;
      changed.push(...batch.filter(({ change }) => change !== 'none'));
      io.stderr.write(`${compared} compared, ${changed.length} changed | ${compared}건 비교, ${changed.length}건 변경\n`);
    }
    refused = changed.filter(({ change }) => change === 'refused').length;
    say(comparison, { compared, changed, applied: wanted.apply }, wanted.json, io);
  });
  return code === 0 && wanted.apply && refused > 0 ? 1 : code;
};
