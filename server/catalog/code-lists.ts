import { join } from 'node:path';
import { z } from 'zod';
import type { Confidence } from '../domain/confidence.js';
import type { CodeList, CodeListEntry } from '../survey/code-list.js';
import type { Choice, ReasonCode, Text, UnitChoice } from '../survey/edition.js';
import { DataFileError, frozen, readCsv, readYaml } from './data-files.js';
import { inLine, said } from './schema-faults.js';

const confidence = z.enum(['read-in-original', 'read-in-copy', 'two-copies', 'derived', 'recalled']);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, said('must be a day such as 2026-07-01', '2026-07-01과 같은 날짜여야 합니다'));
const openDay = z.union([day, z.literal('')]);
const cell = z.string().min(1);
const id = z.string().regex(/^[a-zA-Z0-9/-]+$/);

const ksic = z.array(
  z.strictObject({
    code: z.string().regex(/^\d{2,5}$/),
    level: z.enum(['division', 'group', 'subclass']),
    ko: cell,
    en: z.string(),
    source: cell,
    confidence,
  }),
);
const regions = z.array(
  z.strictObject({
    code: z.string().regex(/^\d{2}$/),
    kostat: z.string(),
    iso: z.string(),
    ko: cell,
    short: cell,
    en: cell,
    validFrom: openDay,
    validTo: openDay,
    replaces: z.string(),
    source: cell,
    confidence,
  }),
);
const regionCrosswalk = z.array(
  z.strictObject({
    newCode: z.string().regex(/^\d{5}$/),
    oldCode: z.string().regex(/^\d{5}$/),
    ko: cell,
    validFrom: day,
    source: cell,
    confidence,
  }),
);
const complexes = z.array(
  z.strictObject({
    code: z.string().regex(/^[a-z0-9-]+$/),
    ko: cell,
    en: cell,
    regions: z.string().regex(/^(\d{2}( \d{2})*)?$/),
    source: cell,
    confidence,
  }),
);
const named = z.array(z.strictObject({ id, ko: cell, en: cell }));
const unitNames = z.array(z.strictObject({ id, ko: cell, en: cell, choose: z.strictObject({ ko: cell, en: cell }).optional() }));
const reasonCodes = z.array(z.strictObject({ id, ko: cell, en: cell, needsText: z.boolean().optional() }));
const choices = z.array(z.strictObject({ id, ko: cell, en: cell, exclusive: z.boolean().optional() }));

/** Schemas of the files of `survey-definitions/code-lists`, by file name without its ending. */
export const schemas: Readonly<Record<string, z.ZodType>> = {
  ksic,
  regions,
  'region-crosswalk': regionCrosswalk,
  complexes,
  units: unitNames,
  'evidence-types': choices,
  'reason-codes': reasonCodes,
  'equipment-kinds': choices,
  'root-technologies': choices,
};

/** The values one entry of a list has for the parameters of an edit rule, and what they rest on. */
export interface ListedCase {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly origin: { readonly source: string; readonly confidence: Confidence };
}

export interface CodeLists {
  /** Lists that are searched or selected from, with dated entries; all of them, whatever their dates. */
  readonly lists: Readonly<Record<string, CodeList>>;
  /** Short lists that serve as the choices of a question. */
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
  readonly reasonCodes: readonly ReasonCode[];
  readonly units: ReadonlyMap<string, UnitChoice>;
  /** Lists whose entries an edit rule can be expanded over, by name. */
  readonly cases: Readonly<Record<string, readonly ListedCase[]>>;
  readonly regionCrosswalk: z.infer<typeof regionCrosswalk>;
}

const unique = (file: string, keys: readonly string[]): void => {
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  if (twice.length > 0)
    throw new DataFileError(
      file,
      [...new Set(twice)].map((key) => inLine(key, 'stands in the file twice', '파일에 두 번 있습니다')),
    );
};

const entry = (code: string, ko: string, en: string, validFrom = '', validTo = ''): CodeListEntry => ({
  code,
  text: { ko, en },
  validFrom: validFrom === '' ? null : validFrom,
  validTo: validTo === '' ? null : validTo,
});

/** Groups and subclasses have no English name of their own: the division's stands behind the Korean one. */
const industries = (file: string, records: z.infer<typeof ksic>): readonly CodeListEntry[] => {
  const divisions = new Map(records.filter(({ level }) => level === 'division').map(({ code, en }) => [code, en]));
  const nameless = records.filter(({ code, en }) => (divisions.get(code.slice(0, 2)) ?? '') === '' && en === '');
  if (nameless.length > 0)
    throw new DataFileError(
      file,
      nameless.map(({ code }) =>
        inLine(`${code}: en`, 'has no English name, nor has its division', '영문 이름이 없고 중분류에도 없습니다'),
      ),
    );
  return records.map(({ code, ko, en }) => entry(code, ko, en === '' ? `${ko} (${divisions.get(code.slice(0, 2))})` : en));
};

/** The complexes with the regions they stand in: `$complex`, `$regions`, and the names of both. One in no stated region is no case. */
const complexCases = (file: string, records: z.infer<typeof complexes>, regionNames: ReadonlyMap<string, Text>): readonly ListedCase[] =>
  records
    .filter((record) => record.regions !== '')
    .map(({ code, ko, en, regions: codes, source, confidence: own }) => {
      const found = codes.split(' ');
      const names = found.map((region) => {
        const name = regionNames.get(region);
        if (name === undefined)
          throw new DataFileError(file, [inLine(`${code}: regions`, `there is no region ${region}`, `지역 ${region}이(가) 없습니다`)]);
        return name;
      });
      const joined = (language: 'ko' | 'en') => names.map((name) => name[language]).join(', ');
      const values = { complex: code, regions: found, nameKo: ko, nameEn: en, regionsKo: joined('ko'), regionsEn: joined('en') };
      return { values, origin: { source, confidence: own } };
    });

/**
 * Reads `survey-definitions/code-lists`, and the heat suppliers whose factors `emission-factors` holds. Frozen.
 * Throws DataFileError for a whole file with one bad record.
 */
export const readCodeLists = (root: string): CodeLists => {
  const path = (name: string) => join(root, 'survey-definitions', 'code-lists', name);
  const list = (listId: string, ko: string, en: string, entries: readonly CodeListEntry[]): [string, CodeList] => {
    unique(
      listId,
      entries.map(({ code }) => code),
    );
    return [listId, { id: listId, title: { ko, en }, entries }];
  };
  const choiceList = (name: string): [string, readonly Choice[]] => {
    const records = readYaml(path(`${name}.yaml`), choices);
    unique(
      path(`${name}.yaml`),
      records.map((record) => record.id),
    );
    return [
      name,
      records.map((record) => ({ id: record.id, text: { ko: record.ko, en: record.en }, exclusive: record.exclusive ?? false })),
    ];
  };
  const reasons = readYaml(path('reason-codes.yaml'), reasonCodes);
  unique(
    path('reason-codes.yaml'),
    reasons.map((reason) => reason.id),
  );
  const units = readYaml(path('units.yaml'), unitNames);
  unique(
    path('units.yaml'),
    units.map((unit) => unit.id),
  );
  const regionRecords = readCsv(path('regions.csv'), regions);
  const complexRecords = readCsv(path('complexes.csv'), complexes);
  const regionNames = new Map(regionRecords.map(({ code, ko, en }) => [code, { ko, en }]));
  const suppliers = readYaml(join(root, 'emission-factors', 'heat-suppliers.yaml'), named);
  return frozen({
    lists: Object.fromEntries([
      list(
        'ksic',
        '한국표준산업분류(제10차)',
        'Korean Standard Industrial Classification, revision 10',
        industries(path('ksic.csv'), readCsv(path('ksic.csv'), ksic)),
      ),
      list(
        'regions',
        '시·도',
        'Provinces and metropolitan cities',
        regionRecords.map((region) => entry(region.code, region.ko, region.en, region.validFrom, region.validTo)),
      ),
      list(
        'complexes',
        '산업단지',
        'Industrial complexes',
        complexRecords.map((complex) => entry(complex.code, complex.ko, complex.en)),
      ),
      list(
        'heat-suppliers',
        '열 공급자',
        'Suppliers of heat',
        suppliers.map((supplier) => entry(supplier.id, supplier.ko, supplier.en)),
      ),
    ]),
    choices: Object.fromEntries(['evidence-types', 'equipment-kinds', 'root-technologies'].map(choiceList)),
    reasonCodes: reasons.map((reason) => ({ id: reason.id, text: { ko: reason.ko, en: reason.en }, needsText: reason.needsText ?? false })),
    units: new Map(units.map(({ id: unit, ko, en, choose }) => [unit, { id: unit, text: { ko, en }, choose: choose ?? { ko, en } }])),
    cases: { complexes: complexCases(path('complexes.csv'), complexRecords, regionNames) },
    regionCrosswalk: readCsv(path('region-crosswalk.csv'), regionCrosswalk),
  });
};
