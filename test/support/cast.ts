import type { Column } from '../../server/http/access-table.js';
import { operator } from '../../server/operations/account-holder.js';
import { addEstablishment } from '../../server/operations/add-establishment.js';
import { assignEstablishment } from '../../server/operations/assign-establishment.js';
import { attachEvidence } from '../../server/operations/attach-evidence.js';
import { secretHash } from '../../server/operations/secret-hash.js';
import { accountRoles } from '../../server/survey/role.js';
import { accountWith, letIn } from './account-holders.js';
import { picture } from './evidence-files.js';
import type { Browser } from './http-client.js';
import { delegationWith } from './stored.js';
import { begun, roundId, type ServedSite } from './test-site.js';

/** What the paths of routes can name. */
export interface Named {
  readonly establishmentId: string;
  readonly responseId: string;
  readonly sessionRef: string;
  readonly question: string;
  readonly evidenceId: string;
}

/** Everybody who may stand before a route, and what is theirs. */
export interface Cast {
  /** Within the reach of whoever asks; another's; nobody's. */
  readonly own: Named;
  readonly other: Named;
  readonly none: Named;
  /** Attaches another file to the own response, which a route may then remove; its id. */
  attachOwn(): Promise<string>;
  /** A browser that has just entered as a column of the table says. */
  enter(column: Column): Promise<Browser>;
  /** The session it entered with; null: none. */
  sessionOf(browser: Browser): string | null;
}

/** One that takes bills. */
const question = 'electricity-bought';
const nowhere = '00000000-0000-4000-8000-000000000000';

/** Two establishments with a response each; every account reaches the first by region, the surveyor by assignment, and not the second. */
export const castOf = async (served: ServedSite): Promise<Cast> => {
  const { site } = served;
  let files = 0;
  const attach = async ({ establishmentId, responseId }: Pick<Named, 'establishmentId' | 'responseId'>): Promise<string> => {
    const file = { responseId, question, months: [], name: 'bill.jpg', bytes: await picture({ width: 100 + ++files }), keepPlace: false };
    return (await attachEvidence(site, { establishmentId, sessionId: null }, file)).evidence.id;
  };
  const place = async (name: string, region: string): Promise<Named> => {
    const { id } = await addEstablishment(site, { name, businessNumber: null, region, example: null });
    const { id: responseId } = await begun(site, { establishmentId: id, sessionId: null });
    const evidenceId = await attach({ establishmentId: id, responseId });
    // Of accounts: the session somebody enters with is their own, the one of another account is not.
    return { establishmentId: id, responseId, sessionRef: 'f'.repeat(64), question, evidenceId };
  };
  const own = await place('한빛주물', '11');
  const otherPlace = await place('다온도금', '26');
  const accounts = new Map<Column, string>();
  for (const role of accountRoles) {
    const { id } = await accountWith(site, [role], role === 'surveyor' ? {} : { regions: ['11'] });
    accounts.set(role, id);
  }
  accounts.set('entering', (await accountWith(site, ['administrator'])).id);
  const { id: second } = await accountWith(site, ['surveyor']);
  const assign = (establishmentId: string, accountId: string) =>
    assignEstablishment(site, { establishmentId, roundId, organization: null, accountId }, operator);
  await assign(own.establishmentId, accounts.get('surveyor') ?? '');
  await assign(otherPlace.establishmentId, second);
  const delegation = delegationWith({ establishmentId: own.establishmentId, responseId: own.responseId, roundId });
  await site.store.delegations.add(delegation);
  const visitor = served.browser();

  const other = { ...otherPlace, sessionRef: await letIn(site, visitor, { accountId: second, establishmentId: null, secondFactor: true }) };
  return {
    own,
    other,
    none: { establishmentId: nowhere, responseId: nowhere, sessionRef: '0'.repeat(64), question, evidenceId: nowhere },
    attachOwn: () => attach(own),
    enter: async (column) => {
      const browser = served.browser();
      if (column === 'delegate')
        await letIn(site, browser, {
          accountId: null,
          establishmentId: own.establishmentId,
          secondFactor: false,
          delegationId: delegation.id,
        });
      else if (column === 'respondent')
        await letIn(site, browser, { accountId: null, establishmentId: own.establishmentId, secondFactor: false });
      else if (column !== 'public') {
        const accountId = accounts.get(column) ?? '';
        await letIn(site, browser, { accountId, establishmentId: null, secondFactor: column !== 'entering' });
      }
      return browser;
    },
    sessionOf: (browser) => {
      const secret = browser.cookies.get('onsil-session');
      return secret === undefined ? null : secretHash(secret);
    },
  };
};
