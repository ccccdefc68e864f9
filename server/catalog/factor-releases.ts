import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { FactorData } from '../domain/factor-data.js';
import { fromSnapshot } from '../domain/factor-snapshot.js';
import { DataFileError, inLine } from './data-files.js';

/** Where the releases lie below the repository root. */
export const releaseFolder = join('emission-factors', 'releases');
/** `sha256sum -c SHA256SUMS` checks it without us. */
export const sumsFile = 'SHA256SUMS';

const hex = z.string().regex(/^[0-9a-f]{64}$/);

const archive = z.strictObject({
  format: z.literal('onsil-factor-release/1'),
  version: z.iso.date(),
  hash: hex,
  calculationVersion: z.int().positive(),
  proof: z.array(z.strictObject({ request: z.looseObject({}), sha256: hex })),
  data: z.looseObject({ version: z.string(), hash: z.string() }),
});

/** Released emission factors: everything a calculation reads, and results that it must give. Never changed once it lies there. */
export interface FactorRelease {
  readonly version: string;
  /** Of the content of the package it was made of. */
  readonly hash: string;
  readonly calculationVersion: number;
  /** Requests with the SHA-256 of the JSON of their inventories. */
  readonly proof: readonly { readonly request: unknown; readonly sha256: string }[];
  readonly data: FactorData;
}

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** The text of a release as its file holds it. */
export const releaseText = ({ version, hash, calculationVersion, proof, data }: FactorRelease): string =>
  `${JSON.stringify({ format: 'onsil-factor-release/1', version, hash, calculationVersion, proof, data })}\n`;

const refused = (file: string, record: string, en: string, ko: string): DataFileError =>
  new DataFileError(join(releaseFolder, file), [inLine(record, en, ko)]);

/** The sums as written: file name -> SHA-256. */
const readSums = (folder: string): ReadonlyMap<string, string> => {
  const file = join(folder, sumsFile);
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, 'utf8').split('\n');
  const pairs = lines.flatMap((line, index): (readonly [string, string])[] => {
    if (line === '') return [];
    const [, sum, name] = /^([0-9a-f]{64}) {2}(\d{4}-\d{2}-\d{2}\.json)$/.exec(line) ?? [];
    if (sum === undefined || name === undefined)
      throw refused(sumsFile, `line ${index + 1}`, 'is not "SHA-256  YYYY-MM-DD.json"', '"SHA-256  YYYY-MM-DD.json" 형식이 아닙니다');
    return [[name, sum]];
  });
  const twice = pairs.find(([name], index) => pairs.findIndex(([other]) => other === name) !== index);
  if (twice !== undefined) throw refused(sumsFile, twice[0], 'stands twice', '두 번 적혀 있습니다');
  return new Map(pairs);
};

const readRelease = (folder: string, name: string, sum: string): FactorRelease => {
  const bytes = readFileSync(join(folder, name));
  if (sha256(bytes) !== sum)
    throw refused(
      name,
      'file',
      `was changed after it was released: its SHA-256 is not the one in ${sumsFile}; take the file back as it was`,
      `공개한 뒤에 바뀌었습니다. SHA-256이 ${sumsFile}의 값과 다릅니다. 원래 파일로 되돌리십시오`,
    );
  const content: unknown = JSON.parse(bytes.toString('utf8'));
  const read = archive.safeParse(content);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw refused(name, issue?.path.join('.') ?? 'file', issue?.message ?? 'cannot be read', '읽을 수 없습니다');
  }
  const { version, hash, calculationVersion, proof, data } = read.data;
  if (name !== `${version}.json`) throw refused(name, 'version', `says ${version}`, `파일 이름과 다릅니다(${version})`);
  if (data.hash !== hash || data.version !== version)
    throw refused(name, 'data', 'are those of another version or hash', '버전이나 해시가 다른 자료입니다');
  return { version, hash, calculationVersion, proof, data: fromSnapshot(JSON.stringify(data)) };
};

/**
 * Reads every release of the emission factors, oldest first.
 * Throws DataFileError for one that is missing, was added beside the sums, or was changed.
 */
export const readFactorReleases = (root: string): readonly FactorRelease[] => {
  const folder = join(root, releaseFolder);
  if (!existsSync(folder)) return [];
  const sums = readSums(folder);
  const present = readdirSync(folder).filter((name) => name.endsWith('.json'));
  for (const name of present)
    if (!sums.has(name)) throw refused(name, 'file', `is not listed in ${sumsFile}`, `${sumsFile}에 없는 파일입니다`);
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, sum]) => {
      if (!present.includes(name))
        throw refused(name, 'file', `is missing; ${sumsFile} lists it`, `파일이 없습니다. ${sumsFile}에는 적혀 있습니다`);
      return readRelease(folder, name, sum);
    });
};
