import { type ZodError, type ZodType, z } from 'zod';

/** One fault on one line: where it stands, and what it is in both languages. */
export const inLine = (place: string, en: string, ko: string): string => `${place}: ${en} | ${ko}`;

/** The message of a rule of our own, for a schema; those of zod come in both languages by themselves. */
export const said = (en: string, ko: string): string => `${en} | ${ko}`;

const isBoth = (message: string): boolean => message.includes(' | ');

/**
 * A path into a file as people find it: an entry of a list goes by its id, else by its number, beginning with 1. The last entry that has an
 * id is the record, what follows is the field.
 */
const placeOf = (content: unknown, path: readonly PropertyKey[]): string => {
  let value = content;
  let record: string[] = [];
  let field: string[] = [];
  for (const key of path) {
    const isEntry = Array.isArray(value) && typeof key === 'number';
    value = typeof value === 'object' && value !== null ? (value as Readonly<Record<PropertyKey, unknown>>)[key] : undefined;
    const id = (value as { readonly id?: unknown } | null | undefined)?.id;
    if (isEntry && typeof id === 'string' && id !== '') {
      record = [...record, ...field, id];
      field = [];
    } else field.push(isEntry ? `[${Number(key) + 1}]` : String(key));
  }
  const [of, at] = [record.join('.'), field.join('.')];
  if (of === '') return at === '' ? '(file)' : at;
  return at === '' ? of : `${of}: ${at}`;
};

/** Keys nobody knows are found at their record; the field is the key itself. */
const fieldsOf = (issue: z.core.$ZodIssue): readonly (readonly PropertyKey[])[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];

/** What a schema finds in the content of a file, a line each: record: field: English | Korean. */
export const schemaFaults = (schema: ZodType, content: unknown, english: ZodError): readonly string[] => {
  const korean = schema.safeParse(content, { error: z.locales.ko().localeError }).error?.issues ?? [];
  return english.issues.flatMap((issue, index) =>
    fieldsOf(issue).map((path) => {
      const place = placeOf(content, path);
      return isBoth(issue.message)
        ? `${place}: ${issue.message}`
        : inLine(place, issue.message, korean[index]?.message ?? '형식이 잘못되었습니다');
    }),
  );
};
