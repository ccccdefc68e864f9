import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { dataFolders } from './data-folders.js';

/** A record whose day of review has passed. */
export interface OverdueRecord {
  readonly file: string;
  readonly id: string;
  readonly reviewBy: string;
}

const walk = (value: unknown, visit: (record: Readonly<Record<string, unknown>>) => void): void => {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value as Record<string, unknown>);
  for (const part of Object.values(value)) walk(part, visit);
};

const readRecords = (file: string): unknown => {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.csv')) return parseCsv(text, { columns: true, bom: true, skip_empty_lines: true });
  return parseYaml(text);
};

/**
 * The records below the data folders whose `reviewBy` lies before a day.
 * @param root the repository root, @param today YYYY-MM-DD
 */
export const overdueRecords = (root: string, today: string): OverdueRecord[] => {
  const found: OverdueRecord[] = [];
  for (const folder of dataFolders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(ya?ml|csv)$/.test(entry.name)) continue;
      const file = join(entry.parentPath, entry.name);
      walk(readRecords(file), (record) => {
        const { reviewBy, id } = record;
        if (typeof reviewBy === 'string' && reviewBy !== '' && reviewBy < today)
          found.push({ file, id: typeof id === 'string' ? id : '(no id)', reviewBy });
      });
    }
  }
  return found;
};
