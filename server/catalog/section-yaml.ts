import { stringify } from 'yaml';
import { schemaFaults } from './schema-faults.js';
import { module, section } from './survey-schemas.js';

/** What the schema of a section's file says against a record; empty when it would be read. */
export const sectionFaults = (record: unknown, isModule: boolean): readonly string[] => {
  const schema = isModule ? module : section;
  const result = schema.safeParse(record);
  return result.success ? [] : schemaFaults(schema, record, result.error);
};

/** A section as its file says it. */
export const sectionYaml = (record: object): string => stringify(record, { lineWidth: 140, flowCollectionPadding: false });
