import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { readFactorPackage } from '../server/catalog/emission-factors.js';
import { inventorySchema } from '../server/catalog/inventory-schema.js';
import { printable } from '../server/domain/printable.js';
import { requestSchema } from '../server/domain/request-schema.js';
import { seoulYear } from '../server/domain/seoul-time.js';
import type { Simulation } from '../server/domain/uncertainty/simulate.js';
import { usualSimulation } from '../server/operations/assess-inventory.js';
import type { InventorySite } from '../server/operations/compute-inventory.js';
import { computeInventoryStream, computeLines } from '../server/operations/compute-lines.js';
import { listVocabulary } from '../server/operations/list-vocabulary.js';
import { computationLines, resultText } from '../server/operations/result-text.js';
import { repositoryRoot } from '../server/root.js';
import { type Command, type CommandIo, WrongInput } from './command.js';
import { allKnownFactors, type FactorsWanted, factorsToUse, knownFactorLines } from './factors-as-of.js';

const help = `Usage: npx --no onsil calculate FILE|-            computes the inventory of one request
       npx --no onsil calculate --ndjson FILE|-   one request per line, one result per line, in order
       npx --no onsil calculate --uncertainty [--seed N] [--draws N] FILE|-
                                                  adds data quality and 95 % intervals
       npx --no onsil calculate --as-of VERSION|HASH FILE|-   the same with the emission factors of then
       npx --no onsil calculate --as-of list      prints the emission factors there are
       npx --no onsil calculate --list            prints what can be named in a request
       npx --no onsil calculate --schema input|output

Reads activity data as JSON and writes Scope 1 and Scope 2 emissions, energy and how each number came about as JSON.
A request holds at most 10,000 activities; more go into several requests, one per line, with --ndjson.
FILE is UTF-8; "-" reads standard input. Masses are tonnes of the gas, and nothing is rounded.

  echo '{ "reportingYear": 2024, "activityData": [
    { "id": "a1", "category": "stationaryCombustion", "fuel": "diesel", "quantity": 1200, "unit": "L" },
    { "id": "a2", "category": "purchasedElectricity", "quantity": 640, "unit": "MWh" } ] }' | npx --no onsil calculate -

--gwp-compare  adds "gwpComparison": the totals under SAR, AR4, AR5 and AR6, where the factor set goes with them
--explain      adds "choices" to every line: for each factor of its trace the rule that chose it, whether that was a way out, and the records
               that were passed over, each with the reason
--as-of        a version (YYYY-MM-DD), or at least 8 characters of the hash an inventory names in factorSet.hash; the result is the same
               to the last byte. "list" prints version, hash, calculation version and where each is kept, separated by tabs
--data DIR     takes the emission factors of this folder instead of those installed here
--site         with --as-of: also looks among what the site of DATA_DIR or MONGODB_URI recorded when it computed

Defaults: factorSet kr-national, gwp AR5 (k-ets: SAR), sector manufacturing.
--uncertainty adds "dataQuality" and "uncertainty": intervals of every total, gas and line by error propagation and by drawing (10,000 draws
from seed 1 unless --draws and --seed say otherwise; the same seed gives the same bytes), which share of a total they cover, and what to
measure better first. An activity may say how well its quantity is known: "quality": "metered" or "uncertainty": { "percent": 5 }.
With --ndjson a refused line gives {"errors":[…]} and the exit code stays 0; a blank line is refused like any other, so that line n
of the output answers line n of the input.
Exit codes: 0 done, 1 failed, 2 the input is wrong: one line per fault on stderr, "field: English | 한국어".
`;

const options = {
  'as-of': { type: 'string' },
  data: { type: 'string' },
  'gwp-compare': { type: 'boolean' },
  explain: { type: 'boolean' },
  site: { type: 'boolean' },
  list: { type: 'boolean' },
  ndjson: { type: 'boolean' },
  schema: { type: 'string' },
  uncertainty: { type: 'boolean' },
  seed: { type: 'string' },
  draws: { type: 'string' },
} as const;

const usage = (en: string, ko: string): WrongInput => new WrongInput([`calculate: ${en} | ${ko}`, 'npx --no onsil calculate --help']);

const write = async (io: CommandIo, text: string): Promise<void> => {
  if (!io.stdout.write(text)) await once(io.stdout, 'drain');
};

const source = (name: string, io: CommandIo): Readable => (name === '-' ? io.stdin : createReadStream(name));

const cannotRead = (name: string, error: unknown): unknown => {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const isFile = ['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'EPERM'].includes(code);
  return isFile
    ? new WrongInput([`${printable(name, 200)}: the file cannot be read (${code}) | 파일을 읽을 수 없습니다 (${code})`])
    : error;
};

const computeOne = async (site: InventorySite, name: string, simulation: Simulation | null, io: CommandIo): Promise<void> => {
  const computation = await computeInventoryStream(site, source(name, io), simulation);
  if ('errors' in computation) throw new WrongInput(computation.errors.map(({ field, en, ko }) => `${field}: ${en} | ${ko}`));
  for (const piece of resultText(computation.inventory, 2)) await write(io, piece);
  await write(io, '\n');
};

const computeEach = async (site: InventorySite, name: string, simulation: Simulation | null, io: CommandIo): Promise<void> => {
  for await (const piece of computationLines(computeLines(site, source(name, io), simulation))) await write(io, piece);
};

interface Wanting {
  readonly compute: string;
  readonly isNdjson: boolean;
  readonly simulation: Simulation | null;
  readonly comparesGwp: boolean;
  readonly explains: boolean;
}
type Wanted = ({ readonly print: 'list' | 'input' | 'output' | 'factors' } | Wanting) & { readonly factors: FactorsWanted };

/** A whole number between two others. */
const wholeNumber = (name: string, given: string, least: number, most: number): number => {
  const value = Number(given);
  if (/^\d{1,15}$/.test(given) && value >= least && value <= most) return value;
  throw usage(`--${name} takes a whole number from ${least} to ${most}`, `--${name}에는 ${least}~${most}의 정수를 쓰세요`);
};

const simulationOf = (uncertainty: boolean, seed: string | undefined, draws: string | undefined): Simulation | null => {
  if (!uncertainty && (seed !== undefined || draws !== undefined))
    throw usage('--seed and --draws go with --uncertainty', '--seed와 --draws는 --uncertainty와 함께 쓰세요');
  if (!uncertainty) return null;
  return {
    seed: seed === undefined ? usualSimulation.seed : wholeNumber('seed', seed, 0, 999_999_999_999_999),
    draws: draws === undefined ? usualSimulation.draws : wholeNumber('draws', draws, 100, 100_000),
  };
};

/** What the arguments ask for; wrong ones are refused before anything is read. */
const wantedOf = (args: readonly string[]): Wanted => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [name, ...others] = positionals;
  const { schema, 'as-of': asOf, site: withSite = false } = values;
  if (withSite && asOf === undefined) throw usage('--site goes with --as-of', '--site는 --as-of와 함께 쓰세요');
  const factors: FactorsWanted = { asOf, data: values.data, withSite };
  if (asOf === 'list') {
    if (name !== undefined) throw usage('--as-of list takes no file', '--as-of list에는 파일을 쓰지 않습니다');
    return { factors, print: 'factors' };
  }
  if (values.list === true || schema !== undefined) {
    if (name !== undefined) throw usage('--list and --schema take no file', '--list와 --schema에는 파일을 쓰지 않습니다');
    if (schema === undefined) return { factors, print: 'list' };
    if (schema === 'input' || schema === 'output') return { factors, print: schema };
    throw usage('--schema takes input or output', '--schema에는 input 또는 output을 쓰세요');
  }
  if (name === undefined || others.length > 0) {
    throw usage('give one FILE, or "-" for standard input', '파일 하나를 쓰거나 표준 입력이면 "-"를 쓰세요');
  }
  const explains = values.explain === true;
  if (explains && (asOf !== undefined || values.data !== undefined))
    throw usage('--explain goes with the factors installed here', '--explain은 이 프로그램의 계수로만 쓸 수 있습니다');
  const simulation = simulationOf(values.uncertainty === true, values.seed, values.draws);
  return { factors, compute: name, isNdjson: values.ndjson === true, simulation, comparesGwp: values['gwp-compare'] === true, explains };
};

const printed = (what: 'list' | 'input' | 'output' | 'factors', { catalog, clock }: InventorySite): unknown => {
  if (what === 'output') return inventorySchema();
  return what === 'input' ? requestSchema(catalog.emissionFactors) : listVocabulary(catalog.emissionFactors, seoulYear(clock.now()));
};

/** `onsil calculate`: activity data in, inventory out. Opens no store, unless --site asks for what one recorded. */
export const calculate: Command = {
  name: 'calculate',
  summary: 'computes an inventory from activity data in JSON',
  help,
  run: async (args, io) => {
    const wanted = wantedOf(args);
    if ('print' in wanted && wanted.print === 'factors') {
      await write(io, knownFactorLines(await allKnownFactors(wanted.factors, io)));
      return 0;
    }
    const emissionFactors = await factorsToUse(wanted.factors, io);
    const comparesGwp = 'compute' in wanted && wanted.comparesGwp;
    const explained = 'compute' in wanted && wanted.explains ? { explainedBy: readFactorPackage(repositoryRoot).factorLibrary } : {};
    const site: InventorySite = { catalog: { emissionFactors }, clock: { now: () => new Date() }, comparesGwp, ...explained };
    if ('print' in wanted) {
      await write(io, `${JSON.stringify(printed(wanted.print, site), null, 2)}\n`);
      return 0;
    }
    try {
      await (wanted.isNdjson ? computeEach : computeOne)(site, wanted.compute, wanted.simulation, io);
    } catch (error) {
      throw cannotRead(wanted.compute, error);
    }
    return 0;
  },
};
