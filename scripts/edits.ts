import { parseArgs } from 'node:util';
import { printable } from '../server/domain/printable.js';
import { countRoundCells } from '../server/operations/count-cells.js';
import { listChanges } from '../server/operations/list-changes.js';
import { type Command, type CommandIo, type ExitCode, WrongInput } from './command.js';
import { inOpenSite } from './open-site-command.js';

const help = `
Usage: npx --no onsil edits cells --round ROUND
       npx --no onsil edits hb --round ROUND --reason TEXT [--c NUMBER]

cells  counts what is usual in each cell of industry and size from what was submitted in a round, and keeps the bounds as a new version. The edit
       rules of this round and of the next use the latest one; a cell with fewer than 30 answers is left out, and the ranges of the data are used
hb     lists the changes from last year that stand out (Hidiroglou and Berthelot, within each cell), for calling back: those first on which most of
       their cell's total hangs. In a cell with fewer than 30 pairs the ratio alone speaks: less than half, or more than twice as much

--c       width of the bounds; 4 unless the data say otherwise, 20 lists the far ones alone
--reason  why the answers are listed; it is written into the audit log

stdout of hb: establishment, name, response, question, last year, this year, unit, cell, score, lower bound, upper bound, share of the cell's
total; tab-separated, "-" where the cell is too small for a score.

DATA_DIR or MONGODB_URI say where the answers are kept, as for "serve". Works beside a running site.

Example: npx --no onsil edits hb --round sme-factory-2026 --reason "확인 전화" > call-backs.tsv
`;

const wrongUse = (en: string, ko: string): WrongInput => new WrongInput([`edits: ${en} | ${ko}`, 'npx --no onsil edits --help']);

const options = { round: { type: 'string' }, reason: { type: 'string' }, c: { type: 'string' } } as const;

const widthOf = (given: string | undefined): number | null => {
  if (given === undefined) return null;
  const width = /^\d{1,3}(\.\d{1,3})?$/.test(given) ? Number(given) : 0;
  if (width <= 0) throw wrongUse('--c takes a number above 0, such as 20', '--c에는 20과 같이 0보다 큰 수를 쓰십시오');
  return width;
};

const short = (number: number): string => String(Number(number.toPrecision(4)));

const run = async (args: readonly string[], io: CommandIo): Promise<ExitCode> => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [verb, ...more] = positionals;
  const { round: roundId, reason } = values;
  if (more.length > 0 || (verb !== 'cells' && verb !== 'hb')) throw wrongUse('say cells or hb', 'cells 또는 hb를 적으십시오');
  if (roundId === undefined) throw wrongUse('--round is needed', '--round 값이 필요합니다');
  if (verb === 'cells')
    return inOpenSite(io.env, io, async (site) => {
      const { id, responses, cells } = await countRoundCells(site, roundId);
      const count = Object.keys(cells).length;
      io.stdout.write(`${id}\n`);
      io.stderr.write(`counted: ${responses} responses, ${count} cells | 응답 ${responses}건을 세어 ${count}개 셀을 저장했습니다\n`);
    });
  if (reason === undefined) throw wrongUse('--reason is needed', '--reason 값이 필요합니다');
  const c = widthOf(values.c);
  return inOpenSite(io.env, io, async (site) => {
    const { changes, responses, compared } = await listChanges(site, { roundId, c, reason });
    for (const { establishmentId, establishment, responseId, question, before, now, unit, cell, score, weight } of changes) {
      const bounds = score === null ? ['-', '-', '-'] : [score.value, score.low, score.high].map(short);
      const line = [
        establishmentId,
        printable(establishment, 100),
        responseId,
        question,
        before,
        now,
        unit,
        cell,
        ...bounds,
        short(weight),
      ];
      io.stdout.write(`${line.join('\t')}\n`);
    }
    io.stderr.write(
      `listed: ${changes.length} changes; ${compared} of ${responses} responses have last year's | ${changes.length}건을 적었습니다. 응답 ${responses}건 가운데 ${compared}건에 지난해 응답이 있습니다\n`,
    );
  });
};

export const edits: Command = { name: 'edits', summary: 'counts the cells of a round and lists the changes to call back about', help, run };
