import { parseArgs } from 'node:util';
import { type Command, type CommandIo, type ExitCode, WrongInput } from './command.js';
import { diffFactors } from './factors-diff.js';
import { cutRelease, verifyStored } from './factors-kept.js';

const help = `Usage: npx --no onsil factors diff [--against VERSION|HASH|DIR] [--data DIR] [--site [--apply]] [--json]
       npx --no onsil factors verify [--json]
       npx --no onsil factors release

diff     what changed data do, before they are used: which records were added, removed or changed, and by how much the inventory of
         every example establishment changes. With --site the same for every inventory the site keeps (DATA_DIR or MONGODB_URI say
         which, as for "serve"; works beside a running one). Nothing is written without --apply.
verify   computes every inventory the site keeps again from its request and the data it names, and says which come out the same
release  writes the emission factors of today into emission-factors/releases, where they can be brought back from for good

  --against  what to compare with: a release by its version, data by 8 characters or more of their hash, or a folder that holds an
             emission-factors package (the newest release, when left out)
  --data     take the changed data from this folder instead of from here
  --site     also every stored inventory, held against what is stored
  --apply    computes the stored inventories that change anew, 50 in one transaction. Each becomes a further, lasting computation of its
             version; the earlier ones stay with the data they name. Restart a running site first: it reads its data when it starts
  --json     everything as JSON on stdout

tCO2eq are Scope 1 and location-based Scope 2 together. Exit codes: 0 done, 1 failed (diff --apply: an inventory can no longer be
computed; verify: one does not come out the same), 2 what was handed in is wrong.

Example: npx --no onsil factors diff --site
`;

const wrongUse = (en: string, ko: string): WrongInput => new WrongInput([`factors: ${en} | ${ko}`, 'npx --no onsil factors --help']);

const options = {
  against: { type: 'string' },
  apply: { type: 'boolean' },
  data: { type: 'string' },
  json: { type: 'boolean' },
  site: { type: 'boolean' },
} as const;

const run = async (args: readonly string[], io: CommandIo): Promise<ExitCode> => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [verb, ...more] = positionals;
  if (more.length > 0) throw wrongUse('give one verb: diff, verify or release', 'diff, verify, release 가운데 하나를 쓰십시오');
  const { against, data, json = false, site = false, apply = false } = values;
  if (verb === 'diff') {
    if (apply && !site) throw wrongUse('--apply goes with --site', '--apply는 --site와 함께 쓰십시오');
    if (site && data !== undefined)
      throw wrongUse(
        'with --site the data are those installed here; leave --data out',
        '--site를 쓸 때는 여기에 설치된 자료로 비교합니다. --data를 빼십시오',
      );
    return diffFactors({ against, data, json, site, apply }, io);
  }
  if (against !== undefined || data !== undefined || site || apply)
    throw wrongUse('these options go with "diff" alone', '이 선택 사항은 diff에만 쓸 수 있습니다');
  if (verb === 'verify') return verifyStored(json, io);
  if (verb === 'release') return cutRelease(io);
  throw wrongUse('say "diff", "verify" or "release"', 'diff, verify, release 가운데 하나를 쓰십시오');
};

export const factors: Command = {
  name: 'factors',
  summary: 'shows what changed emission factors do, brings stored inventories up to date, releases factors',
  help,
  run,
};
