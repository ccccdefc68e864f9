import { parseArgs } from 'node:util';
import { anchorAudit } from '../server/operations/anchor-audit.js';
import { pruneAudit } from '../server/operations/prune-audit.js';
import { actorName, reviewAudit } from '../server/operations/review-audit.js';
import { verifyAudit } from '../server/operations/verify-audit.js';
import { reviewLines, verdictLines } from '../server/presentation/audit-report.js';
import type { Language } from '../server/presentation/words/words.js';
import { type Command, type CommandIo, type ExitCode, WrongInput } from './command.js';
import { inOpenSite } from './open-site-command.js';

const help = `
Usage: npx --no onsil audit verify [--lang ko|en]
       npx --no onsil audit review --month YYYY-MM [--lang ko|en]
       npx --no onsil audit prune --before YYYY-MM-DD --reason TEXT [--dry-run]
       npx --no onsil audit anchor --reason TEXT

The audit log says who did what to whose data, when, from where and why; never the values. Its entries form a chain, and its head is written down in a
file outside of the database: DATA_DIR/audit-head, or where ONSIL_AUDIT_ANCHOR says.

verify  looks through the whole log: an entry that was changed, deleted, put in or moved, a beginning or an end that was cut off. Exit code 1 if any.
review  prints what has to be reviewed every month: who looked at whose data, exports and their reasons, failed sign-ins, changes of rights
prune   removes entries from before a day of Korea, at least two years ago. The log says that it was done and can still be verified
anchor  anchors the log where it stands, after a restored backup or a lost file. The log says for good that it was done, and why

DATA_DIR or MONGODB_URI say where the answers are kept, as for "serve". Works beside a running site.

Example: npx --no onsil audit review --month 2026-11 > review-2026-11.txt
`;

const options = {
  lang: { type: 'string' },
  month: { type: 'string' },
  before: { type: 'string' },
  reason: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

const wrongUse = (en: string, ko: string): WrongInput => new WrongInput([`audit: ${en} | ${ko}`, 'npx --no onsil audit --help']);

const languageOf = (given: string | undefined): Language => {
  if (given === undefined || given === 'ko') return 'ko';
  if (given === 'en') return 'en';
  throw wrongUse('--lang takes ko or en', '--lang에는 ko 또는 en을 쓰십시오');
};

/** The first moment of a day in Korea. */
const dayOf = (given: string | undefined): Date => {
  const day = new Date(`${given}T00:00:00+09:00`);
  if (given === undefined || !/^\d{4}-\d\d-\d\d$/.test(given) || Number.isNaN(day.getTime()))
    throw wrongUse('--before takes a day such as 2024-01-01', '--before에는 2024-01-01과 같은 날짜를 쓰십시오');
  return day;
};

const needed = (given: string | undefined, option: string): string => {
  if (given === undefined) throw wrongUse(`${option} is needed`, `${option} 값이 필요합니다`);
  return given;
};

const run = async (args: readonly string[], io: CommandIo): Promise<ExitCode> => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [verb, ...more] = positionals;
  const language = languageOf(values.lang);
  const print = (lines: readonly string[]): void => void io.stdout.write(`${lines.join('\n')}\n`);
  if (more.length === 0 && verb === 'verify') {
    let sound = false;
    const code = await inOpenSite(io.env, io, async (site, _reached, anchor) => {
      const verdict = await verifyAudit(site, () => anchor.read());
      sound = verdict.findings.length === 0;
      print(verdictLines(verdict, language));
    });
    return code === 0 && !sound ? 1 : code;
  }
  if (more.length === 0 && verb === 'review') {
    const month = needed(values.month, '--month');
    return inOpenSite(io.env, io, async (site) => {
      const review = await reviewAudit(site, month);
      const named = (links: typeof review.log) => links.map((link) => ({ ...link, who: actorName(link) }));
      const { exports, rights, log } = review;
      print(reviewLines({ ...review, exports: named(exports), rights: named(rights), log: named(log) }, language));
    });
  }
  if (more.length === 0 && verb === 'prune') {
    const wanted = { before: dayOf(values.before), reason: needed(values.reason, '--reason'), dryRun: values['dry-run'] === true };
    return inOpenSite(io.env, io, async (site) => {
      const { through, removed } = await pruneAudit(site, wanted);
      io.stdout.write(`${removed}\n`);
      const what = wanted.dryRun ? ['would be removed', '지울 수 있습니다'] : ['removed', '지웠습니다'];
      io.stderr.write(
        `${what[0]}: ${removed}, up to entry ${through?.seq ?? '-'} | ${through?.seq ?? '-'}번까지 ${removed}건을 ${what[1]}\n`,
      );
    });
  }
  if (more.length === 0 && verb === 'anchor') {
    const reason = needed(values.reason, '--reason');
    return inOpenSite(io.env, io, async (site, _reached, anchor) => {
      io.stdout.write(`${await anchorAudit(site, anchor, reason)}\n`);
    });
  }
  throw wrongUse('say verify, review, prune or anchor', 'verify, review, prune, anchor 중 하나를 적으십시오');
};

export const audit: Command = { name: 'audit', summary: 'verifies, reviews, shortens and anchors the audit log', help, run };
