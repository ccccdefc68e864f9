import { createReadStream } from 'node:fs';
import { realpath, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { openCatalog } from '../server/catalog/catalog.js';
import { makePlanText, type PlanResult, type PlanSite } from '../server/operations/make-plan.js';
import { renderTransitionPlan } from '../server/operations/render-report.js';
import { wordFault } from '../server/operations/word-faults.js';
import { formatDay } from '../server/presentation/time-format.js';
import type { Language } from '../server/presentation/words/words.js';
import { repositoryRoot } from '../server/root.js';
import { type Command, type CommandIo, WrongInput } from './command.js';

const help = `Usage: npx --no onsil plan FILE|- [--pdf OUT] [--json OUT] [--lang ko|en] [--date YYYY-MM-DD]

Makes the transition plan of one establishment: inventory, measures with ranges for what they save and cost, support programs it may
apply for, and the source of every figure. FILE is the input of "calculate" plus the establishment; "-" reads standard input.

  { "reportingYear": 2024,
    "establishment": { "name": "…", "industryCode": "C24311", "workers": 12, "region": "경남", "complex": true },
    "activityData": [ { "id": "a1", "category": "purchasedElectricity", "quantity": 640, "unit": "MWh" } ] }

Of the establishment only the name is needed; what is left out or null counts as not known, never as "no". It may also have
"averageSales" (KRW, mean of three years) and "equipment": [ { "kind": "airCompressor", "size": 37, "sizeUnit": "kW", "hoursPerYear": 4000 } ].

  --pdf OUT   writes the plan as a tagged PDF; "-" is standard output
  --json OUT  writes the plan as JSON, in both languages and unrounded; "-" is standard output
  --lang      language of the PDF: ko (default) or en
  --date      the day the plan is made on, today in Korea unless given: application windows are held against it; the same input and day give the same bytes

At least one of --pdf and --json. Opens no store.
Exit codes: 0 done, 1 failed, 2 the input is wrong: one line per fault on stderr, "field: English | 한국어".
`;

const options = { pdf: { type: 'string' }, json: { type: 'string' }, lang: { type: 'string' }, date: { type: 'string' } } as const;

const usage = (en: string, ko: string): WrongInput => new WrongInput([`plan: ${en} | ${ko}`, 'npx --no onsil plan --help']);

const fileFaults: readonly string[] = ['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'EPERM', 'EROFS', 'ENAMETOOLONG'];

/** Runs a piece of work on a file; a file that cannot be used is the user's to mend. */
const onFile = async <T>(name: string, en: string, ko: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw fileFaults.includes(code) ? new WrongInput([`${name}: ${en} (${code}) | ${ko} (${code})`]) : error;
  }
};

const read = (name: string, io: CommandIo): Promise<Buffer> =>
  onFile(name, 'the file cannot be read', '파일을 읽을 수 없습니다', () => buffer(name === '-' ? io.stdin : createReadStream(name)));

const write = (name: string, content: Uint8Array | string, io: CommandIo): Promise<void> =>
  onFile(name, 'the file cannot be written', '파일을 쓸 수 없습니다', async () => {
    if (name === '-') io.stdout.write(content);
    else await writeFile(name, content);
  });

const nowhere = (error: unknown): null => {
  if (fileFaults.includes((error as NodeJS.ErrnoException).code ?? '')) return null;
  throw error;
};

/** One and the same for every name of a file: its device and number where it exists (a hard link too), else its path with links resolved. */
const placeOf = async (name: string): Promise<string> => {
  const found = await stat(name, { bigint: true }).catch(nowhere);
  if (found !== null) return `${found.dev}:${found.ino}`;
  const path = resolve(name);
  return join((await realpath(dirname(path)).catch(nowhere)) ?? dirname(path), basename(path));
};

/** Refuses to write two results into one file, or a result over the input: each would lose data without a word. */
const refuseSameFile = async (input: string, pdf: string | undefined, json: string | undefined): Promise<void> => {
  const place = async (name: string | undefined): Promise<string | null> => (name === undefined || name === '-' ? null : placeOf(name));
  const [from, toPdf, toJson] = await Promise.all([place(input), place(pdf), place(json)]);
  if (toPdf !== null && toPdf === toJson)
    throw usage('--pdf and --json name the same file; give two', '--pdf와 --json이 같은 파일입니다. 서로 다른 파일을 쓰세요');
  if (from !== null && (from === toPdf || from === toJson))
    throw usage('the output would overwrite the input FILE; name another', '결과가 입력 파일을 덮어씁니다. 다른 파일 이름을 쓰세요');
};

const planOf = (site: PlanSite, bytes: Uint8Array, date: string): PlanResult => {
  try {
    return makePlanText(site, new TextDecoder('utf-8', { fatal: true }).decode(bytes), date);
  } catch (error) {
    if (!(error instanceof TypeError && (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')) throw error;
    return { errors: [wordFault({ code: 'notUtf8', field: '', values: {} })] };
  }
};

const languageOf = (given: string | undefined): Language => {
  if (given === undefined || given === 'ko') return 'ko';
  if (given === 'en') return 'en';
  throw usage('--lang takes ko or en', '--lang에는 ko 또는 en을 쓰세요');
};

/** A day of the calendar between 1900 and 9999, as it was written. */
const dayOf = (given: string | undefined, now: Date): string => {
  if (given === undefined) return formatDay(now);
  const day = new Date(`${given}T00:00:00Z`);
  const isDay = /^(19|[2-9]\d)\d\d-\d\d-\d\d$/.test(given) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(given);
  if (!isDay) throw usage('--date takes a day such as 2026-03-31', '--date에는 2026-03-31과 같은 날짜를 쓰세요');
  return given;
};

/** `onsil plan`: activity data and an establishment in, transition plan out. Opens no store. */
export const plan: Command = {
  name: 'plan',
  summary: 'makes the transition plan of one establishment, as PDF and as JSON',
  help,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [name, ...others] = positionals;
    if (name === undefined || others.length > 0)
      throw usage('give one FILE, or "-" for standard input', '파일 하나를 쓰거나 표준 입력이면 "-"를 쓰세요');
    const { pdf, json } = values;
    if (pdf === undefined && json === undefined)
      throw usage('say where the plan goes: --pdf OUT, --json OUT or both', '결과를 둘 곳을 쓰세요: --pdf OUT, --json OUT 또는 둘 다');
    if (pdf === '-' && json === '-')
      throw usage('only one of --pdf and --json can be standard output', '--pdf와 --json 가운데 하나만 표준 출력일 수 있습니다');
    await refuseSameFile(name, pdf, json);
    const language = languageOf(values.lang);
    const clock = { now: () => new Date() };
    const date = dayOf(values.date, clock.now());
    const catalog = openCatalog(repositoryRoot);
    const result = planOf({ catalog, clock }, await read(name, io), date);
    if ('errors' in result) throw new WrongInput(result.errors.map(({ field, en, ko }) => `${field}: ${en} | ${ko}`));
    if (json !== undefined) await write(json, `${JSON.stringify(result.plan, null, 2)}\n`, io);
    if (pdf !== undefined) {
      const factorSources = Object.values(catalog.emissionFactors.sources).flatMap((source) => (source ? [source] : []));
      await write(pdf, (await renderTransitionPlan(result.plan, { language, date, factorSources, names: catalog.planner })).bytes, io);
    }
    return 0;
  },
};
