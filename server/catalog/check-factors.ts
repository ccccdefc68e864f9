import { join } from 'node:path';
import { unusedSources } from './emission-factors-checks.js';
import { readFactorFiles } from './emission-factors-files.js';
import type { FactorRelease } from './factor-releases.js';

/** Something to know about the data that refuses nothing. */
export interface DataNote {
  /** Below the root. */
  readonly place: string;
  readonly en: string;
  readonly ko: string;
}

/** What is worth knowing of the emission-factors package: publications that nothing cites. */
export const unusedSourceNotes = (root: string): readonly DataNote[] =>
  unusedSources(readFactorFiles(join(root, 'emission-factors'))).map((id) => ({
    place: `emission-factors/sources.yaml: ${id}`,
    en: 'no record cites this source',
    ko: '이 출처를 쓰는 기록이 없습니다',
  }));

/** Whether the data were changed under the name of a release; null when they were not. */
export const changedSinceRelease = (
  { version, hash }: { readonly version: string; readonly hash: string },
  releases: readonly FactorRelease[],
): DataNote | null => {
  const same = releases.find((release) => release.version === version);
  if (same === undefined || same.hash === hash) return null;
  return {
    place: 'emission-factors/factor-sets.yaml: released',
    en: `the data differ from what was released on ${version}; "factors diff" shows the effect, and a new release needs a later day here`,
    ko: `${version}에 공개한 자료와 다릅니다. factors diff로 영향을 볼 수 있으며, 새로 공개하려면 여기에 더 뒤의 날짜를 적으십시오`,
  };
};
