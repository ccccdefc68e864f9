import { parseArgs } from 'node:util';
import { addEstablishment } from '../server/operations/add-establishment.js';
import { type Command, type CommandIo, WrongInput } from './command.js';
import { inOpenSite } from './open-site-command.js';

const help = `
Usage: npx --no onsil establishment add --name NAME [--business-number NUMBER]
       npx --no onsil establishment list

add   adds an establishment that is to answer and prints its id
list  prints id, business registration number and name of each, separated by tabs; examples are marked

DATA_DIR or MONGODB_URI say where the answers are kept, as for "serve". Works beside a running site.

Example: npx --no onsil establishment add --name "한빛주물" --business-number 124-81-00998
`;

const wrongUse = (): WrongInput =>
  new WrongInput([
    'establishment: say "add --name NAME" or "list" | "add --name 이름" 또는 "list"를 적으십시오',
    'npx --no onsil establishment --help',
  ]);

const run = async (args: readonly string[], io: CommandIo) => {
  const options = { name: { type: 'string' }, 'business-number': { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [verb, ...more] = positionals;
  if (more.length > 0) throw wrongUse();
  if (verb === 'list')
    return inOpenSite(io.env, io, async (site) => {
      for (const { id, businessNumber, name, example } of await site.store.establishments.all())
        io.stdout.write(`${id}\t${businessNumber ?? '-'}\t${name}${example === null ? '' : '\t(example)'}\n`);
    });
  const { name } = values;
  if (verb !== 'add' || name === undefined) throw wrongUse();
  return inOpenSite(io.env, io, async (site) => {
    const { id } = await addEstablishment(site, { name, businessNumber: values['business-number'] ?? null, example: null });
    io.stdout.write(`${id}\n`);
    io.stderr.write(`npx --no onsil invite ${id}\n`);
  });
};

export const establishment: Command = { name: 'establishment', summary: 'adds and lists establishments that are to answer', help, run };
