import { siteProblem } from '../problem/site-problems.js';
import { csvFile } from '../reports/csv-file.js';
import type { Site } from '../site.js';
import { readSpreadsheet } from '../spreadsheets/read-spreadsheet.js';
import type { EnergyReportRules } from '../survey/energy-report-rules.js';
import { importAnswers, postedChanges } from '../survey/import-answers.js';
import { energyReportTemplate, readEnergyReport } from '../survey/read-energy-report.js';
import { roundState } from '../survey/round-state.js';
import type { CheckedForm } from './import-form.js';
import type { ReportFile } from './render-report.js';
import type { OnBehalf } from './respondent.js';
import { readForm } from './response-form.js';

/** An empty report with a line for each source the form asks about. */
export const energyReportFile = (rules: EnergyReportRules, language: 'ko' | 'en'): ReportFile => {
  const { header, rows } = energyReportTemplate(rules, language);
  return { bytes: csvFile(header, rows), fileName: 'onsil-energy-report.csv', type: 'text/csv; charset=utf-8' };
};

/**
 * Says what the yearly energy use report would fill in. Saves nothing; `saveImport` does.
 * Throws notFound, roundClosed and the Problems of `sheet-problems`.
 */
export const checkEnergyReport = async (site: Site, who: OnBehalf, responseId: string, bytes: Uint8Array | null): Promise<CheckedForm> => {
  const form = await readForm(site, who, responseId);
  if (roundState(form.round) !== 'open') throw siteProblem('roundClosed');
  const workbook = await readSpreadsheet(bytes);
  const { entries, notes } = readEnergyReport(form.edition, workbook, form.response.answers);
  const answers = importAnswers(form.edition, form.response.answers, entries);
  return { form, encoding: workbook.encoding, answers, notes, toSave: JSON.stringify([...postedChanges(answers.changes)]) };
};
