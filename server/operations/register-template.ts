import { csvFile } from '../reports/csv-file.js';
import type { ReportFile } from './render-report.js';

/** An empty file for establishments to import: nothing but its header. */
export const registerTemplate = (header: readonly string[]): ReportFile => ({
  bytes: csvFile(header, []),
  fileName: 'onsil-establishments.csv',
  type: 'text/csv; charset=utf-8',
});
