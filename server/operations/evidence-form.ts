import type { Round } from '../persistence/rounds.js';
import { evidenceProblem } from '../problem/evidence-problems.js';
import { evidenceLimits, monthFields, periodOf, wholeYearField } from '../survey/evidence.js';
import { roundState } from '../survey/round-state.js';
import type { EvidenceToAttach } from './attach-evidence.js';
import { evidenceName } from './evidence-name.js';

/** The field by which a respondent agrees that the place of a picture is kept. */
export const keepPlaceField = 'keepPlace';
/** Every box of the form that can be ticked. */
export const evidenceBoxes: readonly string[] = [wholeYearField, ...monthFields, keepPlaceField];

/** Bytes that a form with a file may have: the file itself, and room for its other fields. */
export const evidenceFormBytes = evidenceLimits.fileBytes + 64 * 1024;

/** A form that attaches a file, as it came. */
export interface EvidenceForm {
  readonly fileNames: readonly string[];
  /** Null: none was chosen, or none that could be taken. */
  readonly file: Uint8Array | null;
  readonly isTooLarge: boolean;
  isTicked(field: string): boolean;
}

/** The file and what was said of it. Throws noFile, twoFiles, fileTooLarge, noPeriod, twoPeriods. */
export const sentEvidence = (form: EvidenceForm): Pick<EvidenceToAttach, 'name' | 'bytes' | 'months' | 'keepPlace'> => {
  const [given, other] = form.fileNames;
  if (given === undefined) throw evidenceProblem('noFile');
  const name = evidenceName(given);
  if (other !== undefined) throw evidenceProblem('twoFiles', { name, other: evidenceName(other) });
  const bytes = form.file ?? new Uint8Array();
  if (form.isTooLarge || bytes.length > evidenceLimits.fileBytes)
    throw evidenceProblem('fileTooLarge', { name, limit: evidenceLimits.fileBytes / 1024 ** 2 });
  const months = periodOf((field) => form.isTicked(field));
  if (months === 'nothing') throw evidenceProblem('noPeriod', { name }, wholeYearField);
  if (months === 'both') throw evidenceProblem('twoPeriods', { name }, wholeYearField);
  return { name: given, bytes, months, keepPlace: form.isTicked(keepPlaceField) };
};

/** Whether files can be attached and removed in a round. */
export const takesChanges = (round: Round): boolean => roundState(round) === 'open';
