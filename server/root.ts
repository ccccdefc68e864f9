import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const climb = (folder: string): string => {
  if (existsSync(join(folder, 'survey-definitions')) && existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The repository root (the folder with package.json and survey-definitions) was not found.');
  return climb(parent);
};

/** The folder that holds package.json and the data folders, whether this runs from source or from `dist`. */
export const repositoryRoot: string = climb(dirname(fileURLToPath(import.meta.url)));
