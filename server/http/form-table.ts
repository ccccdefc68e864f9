import { evidenceBoxes } from '../operations/evidence-form.js';

/** The fields a form may have: their names, or `questions` where the questions of the edition decide (and refuse what is none of theirs). */
export type FormRule = readonly string[] | 'questions';

const registerFields = ['name', 'businessNumber', 'region', 'sizeBand', 'form', 'postcode', 'address', 'email'];

const grantFields = ['role', 'organization', 'region', 'roundId', 'from', 'until'];

const reviewStep = ['version', 'revision', 'reason'];

const fieldWork = ['which', 'establishment', 'sender', 'contact', 'surveyor', 'order'];

const billChoices = ['question', 'header', 'month', 'quantity', 'won', 'vat', 'customer', 'unit', 'tax', 'which', 'table'];

/**
 * Which fields each route that takes a form knows. A form with any other is refused before anything is done with it: a field that nobody
 * reads is a mistake of ours or a probe of somebody else's. A route that takes a form and has no line here fails a test.
 */
export const formTable: Readonly<Record<string, FormRule>> = {
  'post /enter/:secret': ['businessNumber', 'code'],
  'post /resume': ['code', 'businessNumber'],
  'post /device-code': [],
  'post /sign-in': ['loginName', 'password'],
  'post /choose-password/:secret': ['password', 'again'],
  'post /sign-in/code': ['code'],
  'post /sign-in/enrol': ['code'],
  'post /session': [],
  'post /account/password': ['present', 'password', 'again'],
  'post /account/sessions/:sessionRef/end': [],
  'post /account/sign-out-everywhere': [],
  'post /account/recovery-codes': ['code'],
  'post /admin/rounds': ['code', 'bank'],
  'post /admin/rounds/:roundId/open': ['reason', 'sure'],
  'post /admin/rounds/:roundId/close': ['reason', 'sure'],
  'post /admin/rounds/:roundId/archive': ['reason', 'sure'],
  'post /admin/rounds/:roundId/contact': ['desk', 'phone', 'email', 'hours'],
  'post /admin/establishments': registerFields,
  'post /admin/establishments/:establishmentId': registerFields,
  'post /admin/import': ['file'],
  'post /admin/import/confirm': ['rows'],
  'post /admin/accounts': ['loginName', 'name', 'email', ...grantFields],
  'post /admin/accounts/:accountId/link': [],
  'post /admin/accounts/:accountId/disable': [],
  'post /admin/accounts/:accountId/enable': [],
  'post /admin/accounts/:accountId/roles': grantFields,
  'post /admin/accounts/:accountId/roles/:grantId/end': [],
  'post /admin/rounds/:roundId/letters.pdf': fieldWork,
  'post /admin/rounds/:roundId/send': fieldWork,
  'post /admin/rounds/:roundId/assign': fieldWork,
  'post /admin/rounds/:roundId/revoke': fieldWork,
  'post /review/:responseId/comments': ['version', 'question', 'part', 'text'],
  'post /review/:responseId/begin': reviewStep,
  'post /review/:responseId/return': reviewStep,
  'post /review/:responseId/accept': reviewStep,
  'post /review/:responseId/reopen': reviewStep,
  'post /sign-out': [],
  'post /return-link': [],
  'post /responses': ['round', 'form'],
  'post /responses/:responseId/sections/:section': 'questions',
  'post /responses/:responseId/sections/:section/:page': 'questions',
  'post /responses/:responseId/bills': ['question', 'file'],
  'post /responses/:responseId/bills/look': billChoices,
  'post /responses/:responseId/bills/save': ['revision', ...billChoices],
  'post /responses/:responseId/sheet': ['file'],
  'post /responses/:responseId/sheet/save': ['revision', 'fields'],
  'post /responses/:responseId/questions/:question/evidence': ['file', 'photo', ...evidenceBoxes],
  'post /responses/:responseId/evidence/:evidenceId/remove': [],
  'post /responses/:responseId/evidence/:evidenceId/forget-place': [],
  'post /responses/:responseId/confirm': ['revision', 'questions'],
  'post /responses/:responseId/energy-report': ['file'],
  'post /responses/:responseId/energy-report/save': ['revision', 'fields'],
  'post /responses/:responseId/withdraw': ['use'],
  'post /responses/:responseId/submit': ['revision'],
  'post /responses/:responseId/restore': ['from', 'revision'],
  'post /responses/:responseId/comments': ['comment', 'text'],
  'post /responses/:responseId/delegations': ['name', 'days', 'sections', 'maySubmit'],
  'post /responses/:responseId/delegations/:delegationId/revoke': [],
};
