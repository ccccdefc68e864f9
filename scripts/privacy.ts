import { parseArgs } from 'node:util';
import type { Erasure } from '../server/operations/erase-contact.js';
import { eraseOnRequest } from '../server/operations/erase-on-request.js';
import { keepRetention } from '../server/operations/keep-retention.js';
import { retentionRules } from '../server/operations/read-privacy.js';
import { type Command, type CommandIo, type ExitCode, WrongInput } from './command.js';
import { inOpenSite } from './open-site-command.js';

const help = `
Usage: npx --no onsil privacy rules
       npx --no onsil privacy retention [--dry-run]
       npx --no onsil privacy erase ESTABLISHMENT --reason TEXT [--dry-run]

rules      prints what is kept, for how long, on what ground, and whether it is erased on request; tab-separated
retention  erases what has been kept for long enough: who answered, attached bills, drafts, comments and delegations a year after the round closed, invitations a year after they ended
erase      erases what an establishment may have erased: its drafts, who answered, attached bills, comments and delegations. The figures that were submitted stay; statistics rest on them

--dry-run  says what would go and changes nothing. What goes is written into the audit log: that it went and why, never what it was.

stdout: one line for each response: id, establishment, draft, contact, evidence or beside, number of answers, of files, of comments, kept drafts and delegations; tab-separated.

Example: npx --no onsil privacy retention --dry-run
`;

const wrongUse = (): WrongInput =>
  new WrongInput([
    'privacy: say "rules", "retention" or "erase ESTABLISHMENT --reason TEXT" | "rules", "retention", "erase 사업장 --reason 사유" 중 하나를 적으십시오',
    'npx --no onsil privacy --help',
  ]);

const print = (io: CommandIo, erasures: readonly Erasure[], dryRun: boolean): void => {
  for (const { responseId, establishmentId, what, questions, files, beside } of erasures)
    io.stdout.write(`${responseId}\t${establishmentId}\t${what}\t${questions.length}\t${files.length}\t${beside}\n`);
  io.stderr.write(
    dryRun
      ? `would be erased: ${erasures.length} | ${erasures.length}건을 지울 수 있습니다\n`
      : `erased: ${erasures.length} | ${erasures.length}건을 지웠습니다\n`,
  );
};

const run = async (args: readonly string[], io: CommandIo): Promise<ExitCode> => {
  const options = { reason: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [verb, establishmentId, ...more] = positionals;
  const dryRun = values['dry-run'] === true;
  if (more.length > 0) throw wrongUse();
  if (verb === 'rules' && establishmentId === undefined) {
    for (const { kind, holds, months, from, onRequest, basis, confidence } of retentionRules)
      io.stdout.write(`${[kind, months ?? '-', from, onRequest, confidence, holds.ko, holds.en, basis.ko, basis.en].join('\t')}\n`);
    return 0;
  }
  if (verb === 'retention' && establishmentId === undefined)
    return inOpenSite(io.env, io, async (site) => {
      const { erasures, invitations } = await keepRetention(site, dryRun);
      print(io, erasures, dryRun);
      io.stderr.write(`invitations: ${invitations} | 초대 링크: ${invitations}\n`);
    });
  const { reason } = values;
  if (verb !== 'erase' || establishmentId === undefined || reason === undefined) throw wrongUse();
  return inOpenSite(io.env, io, async (site) => {
    print(io, await eraseOnRequest(site, establishmentId, { reason, dryRun }), dryRun);
  });
};

export const privacy: Command = {
  name: 'privacy',
  summary: 'erases what has been kept for long enough, and what may be erased on request',
  help,
  run,
};
