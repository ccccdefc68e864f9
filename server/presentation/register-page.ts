import { formatBusinessNumber } from '../survey/business-number.js';
import { forms } from '../survey/form.js';
import { sizeBands } from '../survey/size-band.js';
import { type AdminPage, adminBlock, adminCell, adminField, adminForm, adminPage } from './admin-page.js';
import { faultView, type TypedFault } from './entry-form.js';
import { type BothLanguages, inLanguage } from './number-format.js';
import { type Language, wordsOf } from './words/words.js';

/** The columns of the register, as a person types them. */
export interface TypedRegisterEntry {
  readonly name: string;
  readonly businessNumber: string;
  readonly region: string;
  readonly sizeBand: string;
  readonly form: string;
  readonly postcode: string;
  readonly address: string;
  readonly email: string;
}

type Entry = { readonly [Column in keyof TypedRegisterEntry]: string | null } & { readonly id: string; readonly name: string };
interface Region {
  readonly code: string;
  readonly text: BothLanguages;
}

const none = '-';
const registerPath = '/admin/establishments';

/** What a stored entry looks like in the form. */
export const typedEntry = (entry: Omit<Entry, 'id'>): TypedRegisterEntry => ({
  name: entry.name,
  businessNumber: entry.businessNumber === null ? '' : formatBusinessNumber(entry.businessNumber),
  region: entry.region ?? '',
  sizeBand: entry.sizeBand ?? '',
  form: entry.form ?? '',
  postcode: entry.postcode ?? '',
  address: entry.address ?? '',
  email: entry.email ?? '',
});

export const emptyEntry: TypedRegisterEntry = {
  name: '',
  businessNumber: '',
  region: '',
  sizeBand: '',
  form: '',
  postcode: '',
  address: '',
  email: '',
};

/** The register with its search. */
export const registerPage = (
  read: { readonly found: readonly Entry[]; readonly total: number; readonly regions: readonly Region[] },
  search: string,
  saved: boolean,
  language: Language,
): AdminPage => {
  const { register: words } = wordsOf(language).page.admin;
  const regionOf = (code: string | null): string => {
    const region = read.regions.find((one) => one.code === code);
    return region === undefined ? (code ?? none) : inLanguage(region.text, language);
  };
  const rows = read.found.map((entry) => ({
    cells: [
      adminCell(entry.name, { isHead: true, href: `${registerPath}/${entry.id}` }),
      adminCell(entry.businessNumber === null ? none : formatBusinessNumber(entry.businessNumber)),
      adminCell(regionOf(entry.region)),
      adminCell(entry.sizeBand ?? none),
      adminCell(entry.address === null ? none : `${entry.postcode ?? ''} ${entry.address}`.trim()),
    ],
  }));
  const head = (['name', 'businessNumber', 'region', 'sizeBand', 'address'] as const).map((column) => words.columns[column]);
  const searchField = adminField(
    { name: 'q', label: words.search, help: words.searchHelp, kind: 'search', value: search, optional: true },
    null,
  );
  return adminPage(words.title, {
    lead: words.lead,
    notice: saved ? words.saved : null,
    blocks: [
      adminBlock('search', { form: adminForm(registerPath, words.searchButton, [searchField], { isPost: false }) }),
      adminBlock('found', {
        lead: read.total > read.found.length ? words.countCut(read.total, read.found.length) : words.count(read.total),
        table: rows.length === 0 ? null : { label: words.title, head, rows },
        links: [
          { href: '/admin/new-establishment', text: words.create },
          { href: '/admin/import', text: words.import.title },
        ],
      }),
    ],
  });
};

const fieldsOf = (typed: TypedRegisterEntry, regions: readonly Region[], fault: TypedFault | null, language: Language) => {
  const { register: words } = wordsOf(language).page.admin;
  const empty = { value: '', text: words.notKnown };
  const field = (name: keyof TypedRegisterEntry, more: Partial<Parameters<typeof adminField>[0]> = {}) =>
    adminField({ name, label: words.columns[name], value: typed[name], optional: name !== 'name', ...more }, fault);
  return [
    field('name'),
    field('businessNumber', { help: words.numberHelp }),
    field('region', {
      kind: 'select',
      options: [empty, ...regions.map(({ code, text }) => ({ value: code, text: inLanguage(text, language) }))],
    }),
    field('sizeBand', { kind: 'select', options: [empty, ...sizeBands.map((band) => ({ value: band, text: words.band(band) }))] }),
    field('form', {
      kind: 'select',
      help: words.formHelp,
      options: [{ value: '', text: words.formBySize }, ...forms.map((form) => ({ value: form, text: words.forms[form] }))],
    }),
    field('postcode'),
    field('address', { help: words.addressHelp }),
    field('email', { kind: 'email', help: words.emailHelp }),
  ];
};

/** The form of an establishment. @param id null: a new one */
export const registerFormPage = (
  id: string | null,
  typed: TypedRegisterEntry,
  { regions, fault }: { readonly regions: readonly Region[]; readonly fault: TypedFault | null },
  language: Language,
): AdminPage => {
  const { register: words } = wordsOf(language).page.admin;
  const fields = fieldsOf(typed, regions, fault, language);
  const action = id === null ? registerPath : `${registerPath}/${id}`;
  return adminPage(id === null ? words.create : words.edit(typed.name), {
    fault: faultView(fault, fields, language),
    blocks: [adminBlock('form', { form: adminForm(action, words.save, fields) })],
    links: [{ href: registerPath, text: words.title }],
  });
};
