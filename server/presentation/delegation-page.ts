import type { Section } from '../survey/edition.js';
import { type AdminPage, adminBlock, adminCell, adminField, adminForm, adminPage } from './admin-page.js';
import { faultView, type TypedFault } from './entry-form.js';
import { responsePath } from './form-paths.js';
import type { HandOverPage } from './hand-over-page.js';
import { sectionHeading } from './section-heading.js';
import type { EstablishmentName } from './section-page.js';
import { formatMoment } from './time-format.js';
import { type Language, wordsOf } from './words/words.js';

interface ShownDelegation {
  readonly id: string;
  readonly name: string;
  readonly sections: readonly string[] | null;
  readonly maySubmit: boolean;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** What was typed of a new delegation. */
export interface TypedDelegation {
  readonly name: string;
  readonly days: string;
  /** Empty: all. */
  readonly sections: readonly string[];
  readonly maySubmit: boolean;
}

export const delegationsPath = (responseId: string): string => `${responsePath(responseId)}/delegations`;

/** Whom a respondent lets fill in: those there are, and a form for another. */
export const delegationsPage = (
  read: {
    readonly establishment: EstablishmentName;
    /** Sections that are asked. */
    readonly sections: readonly Section[];
    readonly responseId: string;
    readonly delegations: readonly ShownDelegation[];
    readonly now: Date;
    readonly isOpen: boolean;
    readonly mostDays: number;
    readonly done: boolean;
  },
  typed: TypedDelegation,
  fault: TypedFault | null,
  language: Language,
): AdminPage => {
  const { delegation: words, history } = wordsOf(language).page;
  const path = delegationsPath(read.responseId);
  const fields = [
    adminField({ name: 'name', label: words.name, help: words.nameHelp, value: typed.name }, fault),
    adminField({ name: 'days', label: words.days, help: words.daysHelp(read.mostDays), value: typed.days }, fault),
    adminField({ name: 'maySubmit', label: words.maySubmit, kind: 'box', optional: true }, fault),
  ];
  const sections = {
    label: words.only,
    head: [words.section],
    rows: read.sections.map((section) => ({
      cells: [
        adminCell('', {
          check: {
            id: `section-${section.id}`,
            name: 'sections',
            value: section.id,
            label: sectionHeading(section, language),
            ticked: typed.sections.includes(section.id),
          },
        }),
      ],
    })),
  };
  const stateOf = ({ revokedAt, expiresAt }: ShownDelegation): 'on' | 'over' | 'revoked' =>
    revokedAt !== null ? 'revoked' : expiresAt <= read.now ? 'over' : 'on';
  const nameOf = (id: string): string => {
    const section = read.sections.find((one) => one.id === id);
    return section === undefined ? id : sectionHeading(section, language);
  };
  const rows = read.delegations.map((one) => ({
    cells: [
      adminCell(one.name, { isHead: true }),
      adminCell(one.sections === null ? words.allSections : one.sections.map(nameOf).join(', ')),
      adminCell(one.maySubmit ? words.yes : words.no),
      adminCell(formatMoment(one.expiresAt, language)),
      adminCell(words.states[stateOf(one)]),
      adminCell('', {
        button: stateOf(one) === 'on' ? { action: `${path}/${one.id}/revoke`, text: words.revoke, label: words.revokeOf(one.name) } : null,
      }),
    ],
  }));
  const form = adminForm(path, words.button, fields, { table: sections });
  return adminPage(words.title, {
    establishment: read.establishment,
    lead: words.lead,
    notice: read.done ? words.revoked : null,
    fault: faultView(fault, fields, language),
    blocks: [
      adminBlock('list', {
        heading: words.listTitle,
        items: rows.length === 0 ? [words.none] : [],
        table: rows.length === 0 ? null : { label: words.listTitle, head: words.head, rows },
      }),
      ...(read.isOpen ? [adminBlock('new', { heading: words.newTitle, lead: words.allHint, form })] : []),
    ],
    links: [{ href: responsePath(read.responseId), text: history.backToForm }],
  });
};

/** The link and the code of a new delegation, shown once. */
export const delegationMadePage = (
  made: {
    readonly establishment: EstablishmentName;
    readonly responseId: string;
    readonly delegation: { readonly name: string; readonly expiresAt: Date };
    readonly link: string;
    readonly code: string;
  },
  language: Language,
): HandOverPage => {
  const words = wordsOf(language).page.delegation;
  return {
    title: words.madeTitle(made.delegation.name),
    establishment: made.establishment,
    lead: words.madeLead,
    shown: [
      { id: 'link', label: words.linkLabel, value: made.link },
      { id: 'code', label: words.codeLabel, value: made.code },
    ],
    picture: null,
    expires: words.expires(formatMoment(made.delegation.expiresAt, language)),
    warning: words.warning,
    back: { href: delegationsPath(made.responseId), text: words.back },
  };
};
