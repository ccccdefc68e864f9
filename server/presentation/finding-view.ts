import type { Edition } from '../survey/edition.js';
import { blocks, type Finding } from '../survey/finding.js';
import { inLanguage } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

export interface OptionView {
  readonly value: string;
  readonly text: string;
  readonly selected: boolean;
}

/** A finding beside its question. */
export interface FindingView {
  readonly key: string;
  readonly id: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly levelText: string;
  readonly text: string;
  readonly wayOut: string;
  /** Whether the response cannot be submitted because of it. */
  readonly blocks: boolean;
  /** Correction that one tap takes over; the value is what the button sends. */
  readonly takes: readonly { readonly value: string; readonly text: string; readonly fields: string }[];
  readonly reason: ReasonView | null;
}

/** The question why a warning is right as it stands. */
export interface ReasonView {
  readonly legend: string;
  readonly codeName: string;
  readonly codeId: string;
  readonly codeLabel: string;
  readonly options: readonly OptionView[];
  readonly textName: string;
  readonly textId: string;
  readonly textLabel: string;
  readonly text: string;
  /** Why the reason given does not do yet. */
  readonly fault: string | null;
}

/** Ids stand in addresses and in lists separated by spaces, so what is not plain is written as its code. */
export const plainId = (name: string): string => name.replace(/[^A-Za-z0-9.-]/g, (sign) => `_${sign.codePointAt(0)?.toString(16)}`);

/** Where a question stands on the page of its section. */
export const questionAnchor = (questionId: string): string => `q-${plainId(questionId)}`;

/** Where a row of a table stands there. */
export const rowAnchor = (tableId: string, row: number): string => `row-${plainId(tableId)}-${row}`;

/** The id of the control that carries a field name. */
export const fieldId = (name: string): string => `f-${plainId(name)}`;

/** The names of the two fields that give a reason for a warning. */
export const reasonFields = (key: string): { readonly code: string; readonly text: string } => ({
  code: `_reason:${key}:code`,
  text: `_reason:${key}:text`,
});

/** The name of the field that says a suggestion was taken over in the browser. */
export const takenField = (key: string): string => `_taken:${key}`;

const reasonView = (finding: Finding, edition: Edition, language: Language): ReasonView | null => {
  if (!finding.needsReason) return null;
  const words = wordsOf(language).page;
  const names = reasonFields(finding.key);
  const given = finding.reason?.code ?? '';
  return {
    legend: words.finding.reasonLegend,
    codeName: names.code,
    codeId: fieldId(names.code),
    codeLabel: words.finding.reasonCode,
    options: [
      { value: '', text: words.question.choose, selected: given === '' },
      ...edition.reasonCodes.map(({ id, text }) => ({ value: id, text: inLanguage(text, language), selected: id === given })),
    ],
    textName: names.text,
    textId: fieldId(names.text),
    textLabel: words.finding.reasonText,
    text: finding.reason?.text ?? '',
    fault: finding.reasonFault === null ? null : inLanguage(finding.reasonFault, language),
  };
};

/** A finding in words. The rule that found it stands behind its text, so that it can be named on the telephone. */
export const findingView = (finding: Finding, edition: Edition, language: Language): FindingView => ({
  key: finding.key,
  id: `finding-${plainId(finding.key)}`,
  level: finding.level,
  levelText: wordsOf(language).page.finding.levels[finding.level],
  text: inLanguage(finding.text, language),
  wayOut: inLanguage(finding.wayOut, language),
  blocks: blocks(finding),
  takes: finding.suggestions.map((suggestion, at) => ({
    value: `take:${finding.key}:${at}`,
    text: inLanguage(suggestion.text, language),
    fields: JSON.stringify(suggestion.fields),
  })),
  reason: reasonView(finding, edition, language),
});
