import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEmissionFactors } from '../server/catalog/emission-factors.js';
import { readFactorFiles } from '../server/catalog/emission-factors-files.js';
import { readSurveyDefinitions } from '../server/catalog/survey-definitions.js';
import { surveyVocabulary } from '../server/catalog/survey-vocabulary.js';
import { exampleRequests } from '../server/operations/example-requests.js';
import { type OriginalToFetch, sourcesTodo } from '../server/operations/sources-todo.js';
import { formatResult, formatShare } from '../server/presentation/number-format.js';
import { repositoryRoot } from '../server/root.js';
import { type Command, WrongInput } from './command.js';
import { explained } from './site-failure.js';

const help = `Usage: npx --no onsil sources todo [--json]

Lists what only an original publication can settle: every emission factor that was recalled from memory or read in copies, by the
original that has to be fetched. What most of the results of the example establishments rests on (tCO2eq of Scope 1 and location-based
Scope 2) comes first. For people: the originals, and of each the numbers that enter an example. --json: every number.
`;

const counts = ({ recalled, copied }: OriginalToFetch): string =>
  `${recalled} recalled, ${copied} copied | 기억 ${recalled}건, 사본 ${copied}건`;

const linesOf = (original: OriginalToFetch): readonly string[] => [
  `${formatShare(original.share)}\t${formatResult(original.tonnes)} tCO2eq\t${original.title} (${original.issuer}, ${original.year ?? '—'})\t${counts(original)}`,
  ...original.numbers
    .filter(({ share }) => share > 0)
    .map(
      ({ record, field, confidence, locator, share }) =>
        `\t${formatShare(share)}\t${record}${field === '' ? '' : ` ${field}`}\t${confidence}\t${locator}`,
    ),
];

export const sources: Command = {
  name: 'sources',
  summary: 'lists which publications have to be read, by how much rests on them',
  help,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } }, allowPositionals: true });
    if (positionals.length !== 1 || positionals[0] !== 'todo')
      throw new WrongInput(['sources: say "todo" | "todo"를 쓰십시오', 'npx --no onsil sources --help']);
    try {
      const data = readEmissionFactors(repositoryRoot);
      const surveys = readSurveyDefinitions(repositoryRoot, surveyVocabulary(data));
      const todo = sourcesTodo(
        readFactorFiles(join(repositoryRoot, 'emission-factors')),
        data,
        exampleRequests({ surveys, emissionFactors: data }),
      );
      io.stdout.write(values.json === true ? `${JSON.stringify(todo, null, 2)}\n` : `${todo.flatMap(linesOf).join('\n')}\n`);
      return 0;
    } catch (error) {
      return explained(error, io);
    }
  },
};
