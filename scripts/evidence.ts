import { parseArgs } from 'node:util';
import { verifyEvidence } from '../server/operations/verify-evidence.js';
import { type Command, type CommandIo, type ExitCode, WrongInput } from './command.js';
import { inOpenSite } from './open-site-command.js';

const help = `
Usage: npx --no onsil evidence verify

Bills that respondents attached to their answers lie in the database, each with the SHA-256 of what was stored.

verify  reads every stored file and computes its hash anew. Exit code 1 if any is not what was stored

stdout: one line for each file that is broken: id, response, question, "incomplete" or "changed"; tab-separated.

DATA_DIR or MONGODB_URI say where the answers are kept, as for "serve". Works beside a running site; after restoring a backup it says whether all
files came back.

Example: npx --no onsil evidence verify
`;

const wrongUse = (): WrongInput => new WrongInput(['evidence: say "verify" | "verify"를 적으십시오', 'npx --no onsil evidence --help']);

const run = async (args: readonly string[], io: CommandIo): Promise<ExitCode> => {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
  const [verb, ...more] = positionals;
  if (verb !== 'verify' || more.length > 0) throw wrongUse();
  let broken = 0;
  const code = await inOpenSite(io.env, io, async (site) => {
    let read = 0;
    for await (const { evidence: file, broken: what } of verifyEvidence(site)) {
      read++;
      if (what === null) continue;
      broken++;
      io.stdout.write(`${file.id}\t${file.responseId}\t${file.question}\t${what}\n`);
    }
    io.stderr.write(`files read: ${read}, broken: ${broken} | 읽은 파일: ${read}개, 손상: ${broken}개\n`);
  });
  return code === 0 && broken > 0 ? 1 : code;
};

export const evidence: Command = { name: 'evidence', summary: 'verifies the stored bills that were attached to answers', help, run };
