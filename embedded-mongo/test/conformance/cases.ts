import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EJSON } from 'bson';

/** A document of a case, read from extended JSON. */
// biome-ignore lint/suspicious/noExplicitAny: cases hold whatever MongoDB can hold
export type Json = any;

/** One expectation: what is given, what is asked, and what must come of it. */
export interface Case {
  name: string;
  /** Documents; where absent, those of the file. */
  given?: Json[];
  find?: { filter: Json; sort?: Json; skip?: number; limit?: number; projection?: Json };
  aggregate?: Json[];
  update?: Json;
  /** The _ids found, in any order. */
  ids?: unknown[];
  /** The _ids found, in this order. */
  sequence?: unknown[];
  /** The documents found, in this order. */
  gives?: Json[];
  /** The documents stored afterwards. */
  leaves?: Json[];
  /** Fields of the reply. */
  reply?: Json;
  /** The code it is refused with. */
  error?: number;
}

export interface CaseFile {
  name: string;
  about: string;
  given: Json[];
  cases: Case[];
}

const folder = fileURLToPath(new URL('../../../conformance', import.meta.url));

/** What is given keeps its number types; what is expected is compared as drivers show it. */
const readFile = (name: string, text: string): CaseFile => {
  const exact = EJSON.parse(text, { relaxed: false }) as CaseFile;
  const expected = EJSON.parse(text) as CaseFile;
  const cases = expected.cases.map((test, i) => {
    const given = exact.cases[i]?.given;
    return given ? { ...test, given } : test;
  });
  return { ...expected, name, given: exact.given, cases };
};

/** All case files of the package. */
export const readCases = (): CaseFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readFile(name.slice(0, -5), readFileSync(join(folder, name), 'utf8')));
