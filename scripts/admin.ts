import { parseArgs } from 'node:util';
import { operator } from '../server/operations/account-holder.js';
import { addAccount } from '../server/operations/add-account.js';
import { assertGood, choosePassword } from '../server/operations/choose-password.js';
import { createAccountLink } from '../server/operations/create-account-link.js';
import { everywhere, giveRole } from '../server/operations/give-role.js';
import { loginNameOf } from '../server/operations/login-name.js';
import { resetFactor } from '../server/operations/reset-factor.js';
import { formatMoment } from '../server/presentation/time-format.js';
import { accessProblem } from '../server/problem/access-problems.js';
import type { Site } from '../server/site.js';
import { type Command, type CommandIo, WrongInput } from './command.js';
import { inOpenSite, noteAssumed, type Reached } from './open-site-command.js';

const help = `
Usage: npx --no onsil admin create LOGIN --name NAME [--email EMAIL] [--password-stdin] [--base-url URL]
       npx --no onsil admin link LOGIN [--base-url URL]
       npx --no onsil admin reset-factor LOGIN

create        makes an administrator's account and prints a one-time link to choose its password; with --password-stdin the
              password is read from stdin instead (one line), and nothing is printed. No account has a password until then.
link          prints a one-time link by which the owner of an account chooses another password
reset-factor  takes the authenticator app and the recovery codes of an account away; another is set up at the next sign-in

  LOGIN            what the person types to sign in
  --name NAME      how the person is called
  --base-url URL   how browsers reach the site (ONSIL_BASE_URL, else the site that runs on DATA_DIR, else http://HOST:PORT)

A link works once, for 3 days. DATA_DIR or MONGODB_URI say where the data is kept, as for "serve". Works beside a running site.

Example: npx --no onsil admin create kim --name "김관리"
`;

const wrongUse = (): WrongInput =>
  new WrongInput([
    'admin: say "create LOGIN --name NAME", "link LOGIN" or "reset-factor LOGIN" | "create 로그인이름 --name 이름", "link 로그인이름", "reset-factor 로그인이름" 중 하나를 적으십시오',
    'npx --no onsil admin --help',
  ]);

const firstLine = async (io: CommandIo): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    if (chunk.includes(10) || chunks.length > 100) break;
  }
  return Buffer.concat(chunks).toString('utf8').split(/\r?\n/)[0] ?? '';
};

const accountOf = async (site: Site, login: string) => {
  const account = await site.store.accounts.byLoginName(loginNameOf(login));
  if (account === null) throw accessProblem('accountUnknown', { id: login }, 'LOGIN');
  return account;
};

const printLink = async (site: Site, accountId: string, reached: Reached, io: CommandIo): Promise<void> => {
  const { secret, expiresAt } = await createAccountLink(site, accountId, operator);
  io.stdout.write(`${reached.baseUrl}/choose-password/${secret}\n`);
  io.stderr.write(`works once, until ${formatMoment(expiresAt, 'en')} | ${formatMoment(expiresAt, 'ko')}까지 한 번 쓸 수 있습니다\n`);
  noteAssumed(reached, io);
};

interface NewAdministrator {
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  /** Null: chosen by a link. */
  readonly password: string | null;
}

const create = async (site: Site, reached: Reached, io: CommandIo, toAdd: NewAdministrator): Promise<void> => {
  if (toAdd.password !== null)
    assertGood({ password: toAdd.password, again: toAdd.password }, { loginName: toAdd.login, name: toAdd.name });
  const { id } = await addAccount(site, { loginName: toAdd.login, name: toAdd.name, email: toAdd.email }, operator);
  await giveRole(site, { accountId: id, role: 'administrator', scope: everywhere, until: null }, operator);
  if (toAdd.password === null) return printLink(site, id, reached, io);
  const { secret } = await createAccountLink(site, id, operator);
  await choosePassword(site, secret, { password: toAdd.password, again: toAdd.password }, 'console');
  io.stderr.write(
    `the account is made; sign in at ${reached.baseUrl}/sign-in | 계정을 만들었습니다. 로그인 화면: ${reached.baseUrl}/sign-in\n`,
  );
};

const options = {
  name: { type: 'string' },
  email: { type: 'string' },
  'password-stdin': { type: 'boolean' },
  'base-url': { type: 'string' },
} as const;

const run = async (args: readonly string[], io: CommandIo) => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [verb, login, ...more] = positionals;
  if (login === undefined || more.length > 0) throw wrongUse();
  const given = values['base-url'];
  const env = given === undefined ? io.env : { ...io.env, ONSIL_BASE_URL: given };
  if (verb === 'link') return inOpenSite(env, io, async (site, reached) => printLink(site, (await accountOf(site, login)).id, reached, io));
  if (verb === 'reset-factor') return inOpenSite(env, io, async (site) => resetFactor(site, (await accountOf(site, login)).id, operator));
  const { name, email = null } = values;
  if (verb !== 'create' || name === undefined) throw wrongUse();
  const password = values['password-stdin'] === true ? await firstLine(io) : null;
  return inOpenSite(env, io, (site, reached) => create(site, reached, io, { login, name, email, password }));
};

export const admin: Command = { name: 'admin', summary: 'makes the first administrator, and lets one in again', help, run };
