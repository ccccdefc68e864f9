import type { ExportWords } from '../survey/xlsform/export-form.js';
import { wordsOf } from './words/words.js';

/** What an XLSForm says besides the words of its edition. */
export const xlsFormWords = (): ExportWords => {
  const [ko, en] = [wordsOf('ko').page, wordsOf('en').page];
  const states = (['notApplicable', 'unknown', 'refused'] as const).map((id) => [id, { ko: ko.states[id], en: en.states[id] }] as const);
  return {
    yes: { ko: ko.condition.yes, en: en.condition.yes },
    no: { ko: ko.condition.no, en: en.condition.no },
    unit: { ko: `(${ko.question.unit})`, en: `(${en.question.unit})` },
    annual: { ko: ko.question.annual, en: en.question.annual },
    missing: { ko: `(${ko.question.missingLegend})`, en: `(${en.question.missingLegend})` },
    missingReasons: Object.fromEntries(states),
    months: ko.question.monthNames.map((month, at) => ({ ko: month, en: en.question.monthNames[at] ?? month })),
    outside: { ko: ko.sheet.xlsform.outside, en: en.sheet.xlsform.outside },
  };
};
