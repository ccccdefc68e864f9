import { roundState } from '../survey/round-state.js';
import { adminBlock, adminField, adminForm, adminPage } from './admin-page.js';
import { faultView, type TypedFault } from './entry-form.js';
import { type EstablishmentName, responsePath } from './section-page.js';
import type { RespondentPage } from './sheet-page.js';
import { type Language, wordsOf } from './words/words.js';

export const energyReportPath = (responseId: string): string => `${responsePath(responseId)}/energy-report`;

/** The page where the energy use report is chosen as a file. */
export const energyReportPage = (
  {
    response,
    establishment,
    round,
  }: {
    readonly response: { readonly id: string };
    readonly establishment: EstablishmentName;
    readonly round: Parameters<typeof roundState>[0];
  },
  { kib, saved, fault }: { readonly kib: number; readonly saved: number | null; readonly fault: TypedFault | null },
  language: Language,
): RespondentPage => {
  const { known, sheet } = wordsOf(language).page;
  const words = known.report;
  const path = energyReportPath(response.id);
  const isOpen = roundState(round) === 'open';
  const fields = [adminField({ name: 'file', label: words.file, help: sheet.page.fileHelp(kib), kind: 'file' }, fault)];
  const toCheck = { href: `${responsePath(response.id)}/check`, text: sheet.preview.toCheck };
  const page = adminPage(words.title, {
    lead: words.lead,
    notice: saved === null ? null : saved === 0 ? words.unchanged : words.saved(saved),
    fault: faultView(fault, fields, language),
    blocks: [
      ...(saved === null ? [] : [adminBlock('saved', { links: [toCheck] })]),
      adminBlock('template', {
        heading: words.templateTitle,
        lead: words.templateLead,
        links: [{ href: `${path}/template.csv`, text: words.template }],
      }),
      adminBlock('file', {
        heading: words.fileTitle,
        lead: isOpen ? null : words.closed,
        form: isOpen ? adminForm(path, words.check, fields, { takesFile: true }) : null,
      }),
      adminBlock('rules', { heading: words.rulesTitle, items: words.rules }),
    ],
    links: [{ href: responsePath(response.id), text: sheet.page.back }],
  });
  return { ...page, establishment };
};
