import type { CopiedAnswer, OwnCopy } from '../catalog/own-copy-schema.js';
import { type CopyInput, copiedQuestions, copySheets } from '../presentation/own-copy.js';
import { copyDocument } from '../presentation/own-copy-document.js';
import { type Language, wordsOf } from '../presentation/words/words.js';
import { reviewProblem } from '../problem/review-problems.js';
import { fileName } from '../reports/file-name.js';
import { printCopy } from '../reports/print-plan.js';
import { xlsxTables } from '../reports/tables-file.js';
import type { Site } from '../site.js';
import type { AnswerValue } from '../survey/answer.js';
import { cellsOf } from '../survey/answer-cells.js';
import { formState } from '../survey/form-state.js';
import { readResult } from './read-result.js';
import type { ReportFile } from './render-report.js';
import { actorOf, type Respondent } from './respondent.js';

export const copyKinds = ['xlsx', 'json', 'pdf'] as const;
export type CopyKind = (typeof copyKinds)[number];

/** The value of a cell as data; tables and months have cells of their own. */
const plain = (value: AnswerValue): CopiedAnswer['cells'][number]['value'] => {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'truth':
      return value.truth;
    case 'choices':
      return value.choices;
    case 'number':
    case 'quantity':
      return value.number;
    case 'monthly':
    case 'table':
      return null;
  }
};

const dataOf = (input: CopyInput): OwnCopy => {
  const { edition, version } = input;
  return {
    format: 'onsil-own-copy',
    formatVersion: 1,
    establishment: input.establishment.name,
    reportingYear: input.reportingYear,
    edition: { id: edition.id, hash: edition.hash, title: edition.title },
    version: version.version,
    receipt: version.id,
    hash: version.hash,
    submittedAt: version.submittedAt.toISOString(),
    madeAt: input.madeAt.toISOString(),
    answers: copiedQuestions(input).map(({ section, question, answer, standing }) => ({
      section,
      code: question.code,
      question: question.id,
      text: question.text,
      standing,
      cells:
        standing !== 'asked'
          ? []
          : cellsOf(question, answer).map(({ part, answer: cell }) => ({
              part,
              state: cell.state,
              value: cell.state === 'answered' ? plain(cell.value) : null,
              unit: cell.state === 'answered' && cell.value.kind === 'quantity' ? cell.value.unit : null,
              typed: cell.typed,
            })),
    })),
    reasons: Object.entries(version.reasons).map(([finding, { code, text }]) => ({ finding, code, text })),
    inventory: input.inventory,
    notes: input.notes.map(({ question, row = null, column = null, code, text, conversion = null }) => ({
      question,
      row,
      column,
      code,
      text,
      conversion,
    })),
  };
};

const types: Readonly<Record<CopyKind, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
};

const bytesOf = async (kind: CopyKind, input: CopyInput, language: Language): Promise<Uint8Array> => {
  if (kind === 'xlsx') return xlsxTables(copySheets(input, language));
  if (kind === 'pdf') return printCopy(copyDocument(input, language), input.madeAt);
  return new TextEncoder().encode(`${JSON.stringify(dataOf(input), null, 2)}\n`);
};

/**
 * A respondent's own answers of any version, under the edition they were given to, and the inventory computed from them where a result of
 * its own was agreed to. That it was downloaded is written down first.
 * Throws notFound, versionUnknown.
 */
export const downloadAnswers = async (
  site: Site,
  who: Respondent,
  { responseId, version: number, kind }: { readonly responseId: string; readonly version: number; readonly kind: CopyKind },
  language: Language,
): Promise<ReportFile> => {
  const response = await site.store.responses.ownById(responseId, who.establishmentId);
  if (response !== null && (number < 1 || number > response.version)) throw reviewProblem('versionUnknown');
  const result = await readResult(site, who, responseId, number);
  const { version, edition, establishment, round, inventory, consents } = result;
  const madeAt = site.clock.now();
  await site.store.auditEntries.add({
    id: site.random.uuid(),
    at: madeAt,
    actor: actorOf(who),
    action: 'response.download',
    establishmentId: who.establishmentId,
    subject: { kind: 'response', id: responseId },
    facts: { version: number, kind, language },
  });
  const { answers, reasons } = version;
  const input: CopyInput = {
    establishment,
    reportingYear: round.reportingYear,
    edition,
    state: formState(edition, { ...result.response, answers, reasons }),
    version,
    inventory: consents.ownReport === true ? inventory : null,
    notes: consents.ownReport === true ? result.notes : [],
    madeAt,
  };
  const { copy, history } = wordsOf(language).page;
  const name = fileName([establishment.name, copy.fileStem, String(round.reportingYear), history.version(number)], kind);
  return { bytes: await bytesOf(kind, input, language), fileName: name, type: types[kind] };
};
