import { parseArgs } from 'node:util';
import { createInvitation } from '../server/operations/create-invitation.js';
import { formatMoment } from '../server/presentation/time-format.js';
import { type Command, type CommandIo, WrongInput } from './command.js';
import { inOpenSite, noteAssumed } from './open-site-command.js';

const help = `
Usage: npx --no onsil invite ESTABLISHMENT [--base-url URL]

Makes a one-time link into the answers of an establishment and prints it. It works for 30 days and once; an earlier letter link that was not used
stops working. Whoever opens it types the establishment's business registration number, where the register has one. Works beside a running site.

  ESTABLISHMENT   id of the establishment, as "npx --no onsil establishment list" shows it
  --base-url URL  how browsers reach the site (ONSIL_BASE_URL, else the site that runs on DATA_DIR, else http://HOST:PORT)

DATA_DIR or MONGODB_URI say where the answers are kept, as for "serve".

Example: npx --no onsil invite 5b0f7e0e-6a52-4d6f-8f0a-3d1f0e2a9c11 --base-url https://survey.example.kr
`;

const run = async (args: readonly string[], io: CommandIo) => {
  const { values, positionals } = parseArgs({ args: [...args], options: { 'base-url': { type: 'string' } }, allowPositionals: true });
  const [establishmentId, ...more] = positionals;
  if (establishmentId === undefined || more.length > 0)
    throw new WrongInput(['ESTABLISHMENT: give the id of one establishment | 사업장 id를 하나 적으십시오', 'npx --no onsil invite --help']);
  const given = values['base-url'];
  const env = given === undefined ? io.env : { ...io.env, ONSIL_BASE_URL: given };
  return inOpenSite(env, io, async (site, reached) => {
    const { secret, expiresAt } = await createInvitation(site, establishmentId, 'letter');
    io.stdout.write(`${reached.baseUrl}/enter/${secret}\n`);
    io.stderr.write(`works once, until ${formatMoment(expiresAt, 'en')} | ${formatMoment(expiresAt, 'ko')}까지 한 번 쓸 수 있습니다\n`);
    noteAssumed(reached, io);
  });
};

export const invite: Command = { name: 'invite', summary: 'makes a one-time link for an establishment', help, run };
