import { formatBusinessNumber } from '../survey/business-number.js';
import { sizeBands } from '../survey/size-band.js';
import { hasSubmitted, isSelected, type WorkSelection, type WorkState, workSelections, workStates } from '../survey/work-state.js';
import { type AdminPage, adminBlock, adminCell, adminField, adminForm, adminPage } from './admin-page.js';
import { faultView, type TypedFault } from './entry-form.js';
import { type BothLanguages, formatShare, inLanguage } from './number-format.js';
import { roundPath } from './rounds-admin-page.js';
import { type Language, wordsOf } from './words/words.js';

export { workSelections };

interface Work {
  readonly round: { readonly id: string };
  readonly entries: readonly {
    readonly establishment: {
      readonly id: string;
      readonly name: string;
      readonly businessNumber: string | null;
      readonly region: string | null;
      readonly sizeBand: string | null;
      readonly address: string | null;
    };
    readonly state: WorkState;
    readonly surveyor: string | null;
  }[];
  readonly surveyors: readonly { readonly id: string; readonly name: string }[];
  readonly regions: readonly { readonly code: string; readonly text: BothLanguages }[];
}

const none = '-';

const namesOf = (work: Work, language: Language) => ({
  region: (code: string | null): string => {
    const region = work.regions.find((one) => one.code === code);
    return region === undefined ? (code ?? none) : inLanguage(region.text, language);
  },
  surveyor: (id: string | null): string => work.surveyors.find((one) => one.id === id)?.name ?? (id === null ? none : '?'),
});

/** What came of sending letters. */
export interface SentCounts {
  readonly sent: number;
  readonly failed: number;
  readonly unreachable: number;
  readonly before: number;
}

/** What was typed into the form of the page. */
export interface TypedFieldWork {
  readonly which: WorkSelection;
  readonly chosen: readonly string[];
  readonly sender: string;
  readonly contact: string;
  readonly surveyor: string;
}

/** Establishments of a round to tick, and what can be done for those that are. */
export const fieldWorkPage = (
  work: Work,
  typed: TypedFieldWork,
  {
    fault,
    done,
    limit,
    order,
    sent,
  }: {
    readonly fault: TypedFault | null;
    readonly done: boolean;
    readonly limit: number;
    /** Names an order by mail; null: the site sends none. */
    readonly order: string | null;
    readonly sent: SentCounts | null;
  },
  language: Language,
): AdminPage => {
  const { fieldWork: words, register, rounds } = wordsOf(language).page.admin;
  const names = namesOf(work, language);
  const here = roundPath(work.round.id);
  const selected = work.entries.filter(({ state }) => isSelected(state, typed.which));
  const shown = selected.slice(0, limit);
  const rows = shown.map(({ establishment: one, state, surveyor }) => ({
    cells: [
      adminCell('', {
        isHead: true,
        check: { id: `e-${one.id}`, name: 'establishment', value: one.id, label: one.name, ticked: typed.chosen.includes(one.id) },
      }),
      adminCell(words.states[state]),
      adminCell(names.surveyor(surveyor)),
      adminCell(names.region(one.region)),
      adminCell(one.businessNumber === null ? none : formatBusinessNumber(one.businessNumber)),
      adminCell(one.address === null ? words.noAddress : one.address, { isWarning: one.address === null }),
    ],
  }));
  const head = [
    register.columns.name,
    words.state,
    words.surveyor,
    register.columns.region,
    register.columns.businessNumber,
    register.columns.address,
  ];
  const which = adminField(
    {
      name: 'which',
      label: words.which,
      kind: 'select',
      options: workSelections.map((one) => ({ value: one, text: words.selections[one] })),
      value: typed.which,
    },
    null,
  );
  const fields = [
    adminField({ name: 'sender', label: words.sender, help: words.senderHelp, value: typed.sender, optional: true }, fault),
    adminField({ name: 'contact', label: words.contact, help: words.contactHelp, value: typed.contact, optional: true }, fault),
    adminField(
      {
        name: 'surveyor',
        label: words.surveyor,
        help: words.surveyorHelp,
        kind: 'select',
        options: [{ value: '', text: words.nobody }, ...work.surveyors.map(({ id, name }) => ({ value: id, text: name }))],
        value: typed.surveyor,
      },
      fault,
    ),
  ];
  const form = adminForm(`${here}/letters.pdf`, words.print, fields, {
    hidden: [{ name: 'which', value: typed.which }, ...(order === null ? [] : [{ name: 'order', value: order }])],
    table: { label: words.listTitle, head, rows },
    buttons: [
      { text: words.print, isPrimary: true, formAction: null },
      ...(order === null ? [] : [{ text: words.send, isPrimary: false, formAction: `${here}/send` }]),
      { text: words.assign, isPrimary: false, formAction: `${here}/assign` },
      { text: words.revoke, isPrimary: false, formAction: `${here}/revoke` },
    ],
  });
  return adminPage(`${words.title}: ${work.round.id}`, {
    lead: words.lead,
    notice: sent !== null ? words.sent(sent) : done ? words.done : null,
    fault: faultView(fault, fields, language),
    blocks: [
      adminBlock('which', { form: adminForm(`${here}/field-work`, words.show, [which], { isPost: false }) }),
      adminBlock('list', {
        heading: words.listTitle,
        lead: selected.length > shown.length ? words.countCut(selected.length, shown.length) : words.count(selected.length),
        items: words.means,
        form: rows.length === 0 ? null : form,
      }),
    ],
    links: [{ href: here, text: rounds.back }],
  });
};

/** How many establishments of a round are how far: altogether, by region, size band and surveyor. Counts alone. */
export const progressPage = (work: Work, language: Language): AdminPage => {
  const { fieldWork: words, register, rounds } = wordsOf(language).page.admin;
  const names = namesOf(work, language);
  type Entry = Work['entries'][number];
  const counts = (entries: readonly Entry[]) => {
    const share = entries.length === 0 ? 0 : entries.filter(({ state }) => hasSubmitted(state)).length / entries.length;
    return [
      adminCell(String(entries.length), { isNumber: true }),
      ...workStates.map((state) => adminCell(String(entries.filter((one) => one.state === state).length), { isNumber: true })),
      adminCell(formatShare(share), { isNumber: true }),
    ];
  };
  const head = [words.total, ...workStates.map((state) => words.states[state]), words.share];
  const table = (id: string, title: string, first: string, groups: readonly (readonly [string, readonly Entry[]])[]) =>
    adminBlock(id, {
      heading: title,
      table: {
        label: title,
        head: [first, ...head],
        rows: groups.map(([name, entries]) => ({ cells: [adminCell(name, { isHead: true }), ...counts(entries)] })),
      },
    });
  const by = (keys: readonly (string | null)[], keyOf: (entry: Entry) => string | null, nameOf: (key: string | null) => string) =>
    keys
      .map((key) => [nameOf(key), work.entries.filter((entry) => keyOf(entry) === key)] as const)
      .filter(([, entries]) => entries.length > 0);
  const found = (keyOf: (entry: Entry) => string | null) =>
    [...new Set(work.entries.map(keyOf))].sort((a, b) => ((a ?? '~') < (b ?? '~') ? -1 : 1));
  const regionOf = ({ establishment }: Entry) => establishment.region;
  const bandOf = ({ establishment }: Entry) => establishment.sizeBand;
  const surveyorOf = ({ surveyor }: Entry) => surveyor;
  return adminPage(`${words.progressTitle}: ${work.round.id}`, {
    lead: words.progressLead,
    blocks: [
      table('all', words.allTitle, words.allTitle, [[words.allTitle, work.entries]]),
      table('regions', words.byRegion, register.columns.region, by(found(regionOf), regionOf, names.region)),
      table(
        'bands',
        words.bySize,
        register.columns.sizeBand,
        by([...sizeBands, null], bandOf, (band) => (band === null ? none : register.band(band))),
      ),
      table('surveyors', words.bySurveyor, words.surveyor, by(found(surveyorOf), surveyorOf, names.surveyor)),
    ],
    links: [{ href: roundPath(work.round.id), text: rounds.back }],
  });
};
