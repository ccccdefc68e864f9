import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import type { ZodType } from 'zod';
import { inLine, schemaFaults } from './schema-faults.js';

export { inLine } from './schema-faults.js';

/** A data file that cannot be used, with every fault found in it. The whole file is refused for one bad record. */
export class DataFileError extends Error {
  constructor(
    readonly file: string,
    readonly faults: readonly string[],
  ) {
    super(`${file}: ${faults.join('; ')}`);
    this.name = 'DataFileError';
  }
}

/** Checks what was read from a data file against its schema. Throws DataFileError naming each record and field. */
export const checked = <T>(file: string, schema: ZodType<T>, content: unknown): T => {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  throw new DataFileError(file, schemaFaults(schema, content, result.error));
};

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ').trim();

/** The names of the columns; of two with one name the second would hide the first. */
const uniqueColumns = (names: string[]): string[] => {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`the column ${twice} stands twice`);
  return names;
};

/** The text of a file. A file in another encoding is refused rather than read as other letters. */
const textIn = (file: string): string => {
  if (!existsSync(file)) throw new DataFileError(file, [inLine('(file)', 'there is no such file', '파일이 없습니다')]);
  const bytes = readFileSync(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DataFileError(file, [inLine('(file)', 'is not written in UTF-8', 'UTF-8로 저장된 파일이 아닙니다')]);
  }
};

/** Reads one YAML file. Duplicate keys are refused. */
export const readYaml = <T>(file: string, schema: ZodType<T>): T => {
  const text = textIn(file);
  let content: unknown;
  try {
    content = parseYaml(text, { uniqueKeys: true });
  } catch (cause) {
    throw new DataFileError(file, [inLine('(file)', oneLine((cause as Error).message), 'YAML로 읽을 수 없습니다')]);
  }
  return checked(file, schema, content);
};

/** Reads one CSV file with a header row; cells are strings, an empty cell is "". The schema sees the array of rows. */
export const readCsv = <T>(file: string, schema: ZodType<T>): T => {
  const text = textIn(file);
  let content: unknown;
  try {
    content = parseCsv(text, { columns: uniqueColumns, bom: true, skip_empty_lines: true });
  } catch (cause) {
    throw new DataFileError(file, [inLine('(file)', oneLine((cause as Error).message), 'CSV로 읽을 수 없습니다')]);
  }
  return checked(file, schema, content);
};

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/**
 * SHA-256 over the data files (YAML, CSV) below the given folders, by sorted relative path, so that it depends on content alone.
 * Line endings are read as LF, so that a checkout on another system has the same hash.
 */
export const contentHash = (root: string, folders: readonly string[]): string => {
  const hash = createHash('sha256');
  const files = folders
    .flatMap((folder) => filesBelow(join(root, folder)))
    .filter((file) => /\.(ya?ml|csv)$/.test(file))
    .map((file) => ({ file, name: relative(root, file).split(sep).join('/') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { file, name } of files) {
    hash.update(`${name}\n`);
    hash.update(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
    hash.update('\n');
  }
  return hash.digest('hex');
};

/** Deep-freezes a plain value, so that a catalog read once can be shared by everything. */
export const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
};
