import { expect } from 'chai';
import { type AccessRow, accessTable, type Column } from '../../server/http/access-table.js';
import { accountRoles } from '../../server/survey/role.js';

type Who = Readonly<Partial<Record<Column, string>>>;

const accounts = (rule: string): Who => Object.fromEntries(accountRoles.map((role) => [role, rule]));
const everybody: Who = { public: 'open', respondent: 'open', delegate: 'open', entering: 'open', ...accounts('open') };
const staff = (rule: string): Who => ({ surveyor: rule, fieldSupervisor: rule, editor: rule });

/** Who may, written a second time: by route, the power it takes and whose data each role sees. */
const decided: readonly (readonly [power: AccessRow['power'], who: Who, routes: readonly string[]])[] = [
  [
    null,
    everybody,
    [
      'get /',
      'get /healthz',
      'get /readyz',
      'get /language',
      'get /privacy',
      'get /enter/:secret',
      'post /enter/:secret',
      'get /resume',
      'post /resume',
      'get /help',
      'get /sign-in',
      'post /sign-in',
      'get /sign-in/identity',
      'get /sign-in/identity/back',
      'get /choose-password/:secret',
      'post /choose-password/:secret',
      'get /factors',
      'get /factors/:id',
      'get /sources',
      'get /sources/:id',
      'post /api/v1/inventories\\:calculate',
      'get /api/v1/openapi.json',
    ],
  ],
  [null, { entering: 'own' }, ['get /sign-in/code', 'post /sign-in/code']],
  [null, { entering: 'own', ...accounts('own') }, ['get /sign-in/enrol', 'post /sign-in/enrol']],
  [null, { respondent: 'own', delegate: 'own', ...accounts('own') }, ['post /session']],
  [null, { respondent: 'own', delegate: 'own', entering: 'own', ...accounts('own') }, ['post /sign-out']],
  [
    null,
    accounts('own'),
    [
      'get /work',
      'get /account',
      'get /account/password',
      'post /account/password',
      'post /account/sign-out-everywhere',
      'post /account/recovery-codes',
    ],
  ],
  [null, accounts('ownSession'), ['post /account/sessions/:sessionRef/end']],
  ['register', { ...staff('withinReach'), administrator: 'withinReach' }, ['get /establishments']],
  ['register', staff('establishmentInReach'), ['get /establishments/:establishmentId']],
  [
    'answers',
    staff('evidenceInReach'),
    ['get /answers/:responseId/evidence/:evidenceId', 'get /answers/:responseId/evidence/:evidenceId/file'],
  ],
  [
    'answers',
    { respondent: 'ownEvidence', delegate: 'delegatedEvidence' },
    [
      'get /responses/:responseId/evidence/:evidenceId',
      'get /responses/:responseId/evidence/:evidenceId/file',
      'get /responses/:responseId/evidence/:evidenceId/thumbnail',
      'post /responses/:responseId/evidence/:evidenceId/remove',
      'post /responses/:responseId/evidence/:evidenceId/forget-place',
    ],
  ],
  [
    'answers',
    staff('responseInReach'),
    [
      'get /answers/:responseId',
      'get /answers/:responseId/history',
      'get /answers/:responseId/versions/:version',
      'get /review/:responseId',
      'post /review/:responseId/comments',
    ],
  ],
  ['answers', staff('withinReach'), ['get /review']],
  [
    'answers',
    { fieldSupervisor: 'responseInReach', editor: 'responseInReach' },
    [
      'post /review/:responseId/begin',
      'post /review/:responseId/return',
      'post /review/:responseId/accept',
      'post /review/:responseId/reopen',
    ],
  ],
  ['administration', { administrator: 'withinReach' }, ['get /admin/establishments']],
  [
    'administration',
    { administrator: 'establishmentInReach' },
    ['get /admin/establishments/:establishmentId', 'post /admin/establishments/:establishmentId'],
  ],
  [
    'administration',
    { administrator: 'own' },
    [
      'get /admin/rounds',
      'get /admin/new-round',
      'post /admin/rounds',
      'get /admin/rounds/:roundId',
      'get /admin/rounds/:roundId/open',
      'post /admin/rounds/:roundId/open',
      'get /admin/rounds/:roundId/close',
      'post /admin/rounds/:roundId/close',
      'get /admin/rounds/:roundId/archive',
      'post /admin/rounds/:roundId/archive',
      'get /admin/rounds/:roundId/contact',
      'post /admin/rounds/:roundId/contact',
      'get /admin/rounds/:roundId/progress',
      'get /admin/rounds/:roundId/field-work',
      'post /admin/rounds/:roundId/letters.pdf',
      'post /admin/rounds/:roundId/send',
      'post /admin/rounds/:roundId/assign',
      'post /admin/rounds/:roundId/revoke',
      'get /admin/new-establishment',
      'post /admin/establishments',
      'get /admin/import',
      'get /admin/import/template.csv',
      'post /admin/import',
      'post /admin/import/confirm',
      'get /admin/accounts',
      'get /admin/new-account',
      'post /admin/accounts',
      'get /admin/accounts/:accountId',
      'post /admin/accounts/:accountId/link',
      'post /admin/accounts/:accountId/disable',
      'post /admin/accounts/:accountId/enable',
      'post /admin/accounts/:accountId/roles',
      'post /admin/accounts/:accountId/roles/:grantId/end',
    ],
  ],
  ['answers', { respondent: 'own' }, ['post /responses', 'post /device-code']],
  ['answers', { respondent: 'own', delegate: 'own' }, ['get /continue', 'post /return-link', 'get /responses', 'get /editions/:hash']],
  [
    'answers',
    { respondent: 'ownResponse', delegate: 'delegatedResponse' },
    [
      'get /responses/:responseId',
      'get /responses/:responseId/check',
      'get /responses/:responseId/questions/:question/evidence',
      'post /responses/:responseId/questions/:question/evidence',
    ],
  ],
  [
    'answers',
    { respondent: 'ownResponse', delegate: 'delegatedSection' },
    [
      'get /responses/:responseId/sections/:section',
      'post /responses/:responseId/sections/:section',
      'get /responses/:responseId/sections/:section/:page',
      'post /responses/:responseId/sections/:section/:page',
    ],
  ],
  ['answers', { respondent: 'ownResponse', delegate: 'delegatedSubmission' }, ['post /responses/:responseId/submit']],
  [
    'answers',
    { respondent: 'ownResponse' },
    [
      'post /responses/:responseId/withdraw',
      'get /responses/:responseId/form.xlsx',
      'get /responses/:responseId/form.csv',
      'get /responses/:responseId/bills',
      'post /responses/:responseId/bills',
      'post /responses/:responseId/bills/look',
      'post /responses/:responseId/bills/save',
      'post /responses/:responseId/confirm',
      'get /responses/:responseId/energy-report',
      'get /responses/:responseId/energy-report/template.csv',
      'post /responses/:responseId/energy-report',
      'post /responses/:responseId/energy-report/save',
      'get /responses/:responseId/sheet',
      'post /responses/:responseId/sheet',
      'post /responses/:responseId/sheet/save',
      'get /responses/:responseId/thanks',
      'get /responses/:responseId/result',
      'get /responses/:responseId/k-esg',
      'get /responses/:responseId/k-esg.xlsx',
      'get /responses/:responseId/result/lines/:line',
      'get /responses/:responseId/result/totals/:total',
      'get /responses/:responseId/plan.pdf',
      'get /responses/:responseId/history',
      'get /responses/:responseId/versions/:version',
      'get /responses/:responseId/versions/:version/answers.xlsx',
      'get /responses/:responseId/versions/:version/answers.json',
      'get /responses/:responseId/versions/:version/answers.pdf',
      'post /responses/:responseId/restore',
      'get /responses/:responseId/comments',
      'post /responses/:responseId/comments',
      'get /responses/:responseId/delegations',
      'post /responses/:responseId/delegations',
      'post /responses/:responseId/delegations/:delegationId/revoke',
    ],
  ],
];

describe('the rows of the access table', () => {
  const rows = new Map<string, AccessRow>(Object.entries(accessTable));
  const expected = new Map(decided.flatMap(([power, who, routes]) => routes.map((route) => [route, { power, who }] as const)));

  it('are those that were decided: a role that is added or taken away has to be written here, too', () => {
    const said = [...rows].map(([route, { power, who }]) => [
      route,
      { power, who: Object.fromEntries(Object.entries(who).map(([column, { name }]) => [column, name])) },
    ]);
    expect(Object.fromEntries(said)).to.deep.equal(Object.fromEntries(expected));
  });
});
