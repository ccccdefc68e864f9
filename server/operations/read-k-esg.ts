import type { Establishment } from '../persistence/establishments.js';
import type { Round } from '../persistence/rounds.js';
import { kEsgTable } from '../presentation/k-esg-table.js';
import { type Language, wordsOf } from '../presentation/words/words.js';
import { accessProblem } from '../problem/access-problems.js';
import { fileName } from '../reports/file-name.js';
import { xlsxTables } from '../reports/tables-file.js';
import type { Site } from '../site.js';
import type { Edition } from '../survey/edition.js';
import { type IndicatorList, type IndicatorResult, indicatorsOf } from '../survey/indicators.js';
import { establishmentFacts } from '../survey/profile.js';
import { readResult } from './read-result.js';
import { recordLook } from './record-look.js';
import type { ReportFile } from './render-report.js';
import { actorOf, type Respondent } from './respondent.js';
import { readForm } from './response-form.js';

/** The indicators of a response: of what was submitted last, or of the draft while nothing was. */
export interface KEsgSheet {
  readonly establishment: Establishment;
  readonly round: Round;
  readonly edition: Edition;
  readonly list: IndicatorList;
  readonly results: readonly IndicatorResult[];
  readonly submitted: boolean;
  readonly changedSince: boolean;
  readonly ownReport: boolean;
}

const listOf = (site: Site, { bank }: Edition): IndicatorList => {
  const list = site.catalog.surveys.banks[bank]?.indicators ?? null;
  if (list === null) throw accessProblem('notFound');
  return list;
};

/** Reads the indicators of a respondent's own response. Throws notFound, also where the survey has no list of them. */
export const readKEsg = async (site: Site, who: Respondent, responseId: string): Promise<KEsgSheet> => {
  const form = await readForm(site, who, responseId);
  if (form.response.version === 0) {
    const { edition, response, establishment, round } = form;
    const list = listOf(site, edition);
    const results = indicatorsOf(list, edition, response.answers, null);
    const ownReport = establishmentFacts(edition, response).consents.ownReport === true;
    return { establishment, round, edition, list, results, submitted: false, changedSince: false, ownReport };
  }
  const { edition, version, inventory, establishment, round, consents, changedSince } = await readResult(site, who, responseId);
  const list = listOf(site, edition);
  const results = indicatorsOf(list, edition, version.answers, inventory.totals);
  return { establishment, round, edition, list, results, submitted: true, changedSince, ownReport: consents.ownReport === true };
};

/**
 * The indicators as XLSX, in which nothing runs; null without the consent to a result of one's own. That it was taken is written down first.
 * Throws notFound.
 */
export const downloadKEsg = async (site: Site, who: Respondent, responseId: string, language: Language): Promise<ReportFile | null> => {
  const sheet = await readKEsg(site, who, responseId);
  if (!sheet.ownReport) return null;
  await recordLook(site, actorOf(who), {
    action: 'result.read',
    establishmentId: who.establishmentId,
    subject: { kind: 'response', id: responseId },
    facts: { list: sheet.list.id, language },
  });
  const bytes = await xlsxTables([kEsgTable(sheet, language)]);
  const name = fileName([sheet.establishment.name, wordsOf(language).page.kEsg.fileStem, String(sheet.edition.referenceYear)], 'xlsx');
  return { bytes, fileName: name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
};
