import type { AccountHolder } from '../../server/operations/account-holder.js';
import { exampleFields } from '../../server/operations/create-demo.js';
import { grantsInForce } from '../../server/operations/grants-in-force.js';
import type { Respondent } from '../../server/operations/respondent.js';
import { saveAnswers } from '../../server/operations/save-answers.js';
import { submitResponse } from '../../server/operations/submit-response.js';
import type { Scope } from '../../server/persistence/grants.js';
import type { StoredResponse } from '../../server/persistence/responses.js';
import type { Site } from '../../server/site.js';
import { fieldsFromAnswers } from '../../server/survey/form-fields.js';
import type { AccountRole } from '../../server/survey/role.js';
import { accountWith } from './account-holders.js';
import { begun, editionM, type TestSite, theCatalog } from './test-site.js';

/** Fields of a page, one text each. */
export const typedFields = (fields: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.entries(fields).map(([name, text]) => [name, [text]]));

const storedOf = async (site: Site, id: string): Promise<StoredResponse> => {
  const response = await site.store.responses.byId(id);
  if (response === null) throw new Error('The response is gone');
  return response;
};

/** A response that is worked on: typed into, submitted, looked at. */
export interface AtWork {
  readonly who: Respondent;
  readonly id: string;
  stored(): Promise<StoredResponse>;
  type(fields: Readonly<Record<string, string>>): Promise<void>;
  /** Submits what is typed now and says which version it became. */
  submit(): Promise<number>;
}

/** A new establishment whose answers are those of an example, submitted once. */
export const submittedOnce = async (test: TestSite): Promise<AtWork> => {
  const example = theCatalog().surveys.examples.find(({ state }) => state === 'submitted');
  if (example === undefined) throw new Error('No example is to be submitted');
  const { site } = test;
  const { who } = await test.establishment();
  const { id } = await begun(site, who);
  const reasons = new Map(Object.entries(example.reasons));
  await saveAnswers(site, who, { responseId: id, revision: 0, fields: exampleFields(site, example), reasons });
  const work: AtWork = {
    who,
    id,
    stored: () => storedOf(site, id),
    type: async (fields) => {
      const { revision, answers } = await storedOf(site, id);
      // A page posts every field of a question.
      const touched = new Set(Object.keys(fields).map((name) => name.split('.')[0]));
      const beside = [...fieldsFromAnswers(editionM(), answers)].filter(([name]) => touched.has(name.split('.')[0]));
      const all = typedFields({ ...Object.fromEntries(beside), ...fields });
      const { outcome } = await saveAnswers(site, who, { responseId: id, revision, fields: all });
      if (outcome !== 'saved') throw new Error(`It was ${outcome}`);
    },
    submit: async () => {
      const { revision } = await storedOf(site, id);
      const submitted = await submitResponse(site, who, { responseId: id, revision });
      if (!('receipt' in submitted)) throw new Error(`It was ${submitted.outcome}`);
      return submitted.receipt.version;
    },
  };
  await work.submit();
  return work;
};

/** A holder of a new account with one role. */
export const holderOf = async (site: Site, role: AccountRole, scope: Partial<Scope> = {}): Promise<AccountHolder> => {
  const { id, name } = await accountWith(site, [role], scope);
  const grants = await grantsInForce(site.store, id, site.clock.now());
  return { role: 'account', accountId: id, name, sessionId: 'x', grants, from: '192.0.2.1' };
};
