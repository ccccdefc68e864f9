import { type RoundDates, type RoundStep, roundState, roundSteps } from '../survey/round-state.js';
import { type AdminPage, adminBlock, adminCell, adminField, adminForm, adminPage } from './admin-page.js';
import { faultView, type TypedFault } from './entry-form.js';
import { type BothLanguages, inLanguage } from './number-format.js';
import { formatDay } from './time-format.js';
import { type Language, wordsOf } from './words/words.js';

interface ShownRound extends RoundDates {
  readonly id: string;
  readonly bank: string;
  readonly reportingYear: number;
  readonly isExample: boolean;
}

interface ShownBank {
  readonly id: string;
  readonly title: BothLanguages;
}

const dayOf = (at: Date | null): string => (at === null ? '-' : formatDay(at));
export const roundPath = (id: string): string => `/admin/rounds/${id}`;

/** Every round, latest year first. */
export const roundsAdminPage = (
  read: { readonly rounds: readonly ShownRound[]; readonly banks: readonly ShownBank[] },
  language: Language,
): AdminPage => {
  const { rounds: words } = wordsOf(language).page.admin;
  const titleOf = (id: string): string => {
    const bank = read.banks.find((one) => one.id === id);
    return bank === undefined ? id : inLanguage(bank.title, language);
  };
  const rows = read.rounds.map((round) => ({
    cells: [
      adminCell(round.id, { isHead: true, href: roundPath(round.id) }),
      adminCell(`${words.states[roundState(round)]}${round.isExample ? ` (${words.examples})` : ''}`),
      adminCell(String(round.reportingYear), { isNumber: true }),
      adminCell(titleOf(round.bank)),
      adminCell(dayOf(round.openedAt)),
      adminCell(dayOf(round.closedAt)),
    ],
  }));
  const head = [words.code, words.state, words.year, words.edition, words.opened, words.closed];
  return adminPage(words.title, {
    lead: words.lead,
    blocks: [
      adminBlock('rounds', { table: { label: words.title, head, rows }, links: [{ href: '/admin/new-round', text: words.create }] }),
    ],
  });
};

/** What was typed of a new round. */
export interface TypedRound {
  readonly code: string;
  readonly bank: string;
}

export const newRoundPage = (banks: readonly ShownBank[], typed: TypedRound, fault: TypedFault | null, language: Language): AdminPage => {
  const { rounds: words } = wordsOf(language).page.admin;
  const options = banks.map(({ id, title }) => ({ value: id, text: inLanguage(title, language) }));
  const fields = [
    adminField({ name: 'code', label: words.code, help: words.codeHelp, value: typed.code }, fault),
    adminField({ name: 'bank', label: words.edition, kind: 'select', options, value: typed.bank }, fault),
  ];
  return adminPage(words.create, {
    lead: words.createLead,
    fault: faultView(fault, fields, language),
    blocks: [adminBlock('new', { form: adminForm('/admin/rounds', words.create, fields) })],
    links: [{ href: '/admin/rounds', text: words.all }],
  });
};

/** One round with what can be done to it. */
export const roundAdminPage = (
  { round, bank }: { readonly round: ShownRound; readonly bank: ShownBank },
  done: 'created' | 'done' | null,
  language: Language,
): AdminPage => {
  const { rounds: words } = wordsOf(language).page.admin;
  const state = roundState(round);
  const steps = roundSteps[state];
  const here = roundPath(round.id);
  return adminPage(round.id, {
    notice: done === null ? null : words[done],
    blocks: [
      adminBlock('facts', {
        facts: [
          { label: words.state, text: words.states[state] },
          { label: words.edition, text: inLanguage(bank.title, language) },
          { label: words.year, text: String(round.reportingYear) },
          { label: words.opened, text: dayOf(round.openedAt) },
          { label: words.closed, text: dayOf(round.closedAt) },
        ],
      }),
      adminBlock('work', {
        links: [
          { href: `${here}/progress`, text: words.progress },
          { href: `${here}/field-work`, text: words.fieldWork },
          { href: `${here}/contact`, text: wordsOf(language).page.contact.link },
        ],
      }),
      adminBlock('steps', {
        heading: words.stepsTitle,
        lead: steps.length === 0 ? words.noSteps : null,
        links: steps.map((step) => ({ href: `${here}/${step}`, text: words.steps[step] })),
      }),
    ],
    links: [{ href: '/admin/rounds', text: words.all }],
  });
};

/** The page between wanting a step and taking it: what it means, why, and the tick. */
export const roundStepPage = (
  round: ShownRound,
  step: RoundStep,
  { reason, fault }: { readonly reason: string; readonly fault: TypedFault | null },
  language: Language,
): AdminPage => {
  const { rounds: words } = wordsOf(language).page.admin;
  const here = roundPath(round.id);
  const fields = [
    adminField({ name: 'reason', label: words.reason, help: words.reasonHelp, value: reason }, fault),
    adminField({ name: 'sure', label: words.sure, kind: 'box' }, fault),
  ];
  return adminPage(`${words.steps[step]}: ${round.id}`, {
    fault: faultView(fault, fields, language),
    blocks: [
      adminBlock('means', {
        heading: words.confirm,
        items: words.means[step],
        form: adminForm(`${here}/${step}`, words.steps[step], fields),
      }),
    ],
    links: [{ href: here, text: words.back }],
  });
};
