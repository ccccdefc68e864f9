import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalog } from '../server/catalog/catalog.js';
import { readFactorReleases, releaseFolder, releaseText, sha256, sumsFile } from '../server/catalog/factor-releases.js';
import { knownFactors } from '../server/operations/known-factors.js';
import { releaseFactors } from '../server/operations/release-factors.js';
import { verifyInventories } from '../server/operations/verify-inventories.js';
import { repositoryRoot } from '../server/root.js';
import type { CommandIo, ExitCode } from './command.js';
import { inOpenSite } from './open-site-command.js';
import { explained } from './site-failure.js';

/** `onsil factors release`: the file first, then its sum, so that a run that is cut off leaves a file that check-data names. */
export const cutRelease = async (io: CommandIo): Promise<ExitCode> => {
  try {
    const release = releaseFactors(openCatalog(repositoryRoot), readFactorReleases(repositoryRoot));
    const folder = join(repositoryRoot, releaseFolder);
    const text = releaseText(release);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${release.version}.json`), text, { flag: 'wx' });
    appendFileSync(join(folder, sumsFile), `${sha256(text)}  ${release.version}.json\n`);
    io.stdout.write(`${join(releaseFolder, `${release.version}.json`)}\t${release.hash}\n`);
    io.stderr.write(`${release.proof.length} results prove it | 검증용 결과 ${release.proof.length}건을 함께 넣었습니다\n`);
    return 0;
  } catch (error) {
    return explained(error, io);
  }
};

const outcomes = {
  same: 'comes out the same | 같은 결과',
  different: 'comes out otherwise: it was changed, or the program was | 다른 결과: 저장된 인벤토리나 프로그램이 바뀌었습니다',
  dataMissing: 'its data were not recorded | 당시 자료가 기록되어 있지 않음',
  otherCalculation: 'is of another version of the calculation | 다른 버전의 계산식으로 계산됨',
} as const;

/** `onsil factors verify`. */
export const verifyStored = async (json: boolean, io: CommandIo): Promise<ExitCode> => {
  let failed = 0;
  let checked = 0;
  const code = await inOpenSite(io.env, io, async (site) => {
    const known = knownFactors(site.catalog.emissionFactors, readFactorReleases(repositoryRoot), await site.store.catalogs.all());
    for await (const each of verifyInventories(site, known)) {
      checked += 1;
      if (each.outcome !== 'same') failed += 1;
      if (json) io.stdout.write(`${JSON.stringify(each)}\n`);
      else if (each.outcome !== 'same')
        io.stdout.write(`${each.responseId}\t${each.version}\t${each.factors.hash.slice(0, 12)}\t${outcomes[each.outcome]}\n`);
    }
    io.stderr.write(`${checked - failed} of ${checked} come out the same | ${checked}건 중 ${checked - failed}건이 같은 결과입니다\n`);
  });
  return code === 0 && failed > 0 ? 1 : code;
};
