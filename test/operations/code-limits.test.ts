import { expect } from 'chai';
import { newTotpSecret } from '../../server/identity/totp.js';
import type { AccountHolder, Entering } from '../../server/operations/account-holder.js';
import { enrolFactor, renewRecoveryCodes } from '../../server/operations/enrol-factor.js';
import { grantsInForce } from '../../server/operations/grants-in-force.js';
import { passSecondFactor } from '../../server/operations/second-factor.js';
import type { Visit } from '../../server/operations/visit.js';
import { Problem } from '../../server/problem/problem.js';
import { accountWith } from '../support/account-holders.js';
import { openTestSite, type TestSite } from '../support/test-site.js';

describe('guessing codes of the second factor', () => {
  let test: TestSite;
  before(async () => {
    test = await openTestSite();
  });
  after(() => test.close());

  /** Somebody who knows the password of an account, as they stand before the code and behind it. */
  const person = async (hasApp: boolean) => {
    const { store, clock } = test.site;
    const account = await accountWith(test.site, ['auditor']);
    if (hasApp) await store.accounts.replace({ ...account, totpSecret: newTotpSecret() }, account.revision);
    const who = { accountId: account.id, name: account.name, sessionId: 'x', endsAt: clock.now(), from: '192.0.2.1' };
    const entering: Entering = { role: 'entering', ...who, needs: 'code' };
    const holder: AccountHolder = { role: 'account', ...who, grants: await grantsInForce(store, account.id, clock.now()) };
    return { entering, holder };
  };
  const visitFrom = (network: string): Visit => ({ from: network, network, device: 'test', deviceSecret: null, sessionSecret: null });
  const codeOf = async (work: Promise<unknown>): Promise<string> => {
    try {
      await work;
      return 'done';
    } catch (error) {
      if (error instanceof Problem) return error.code;
      throw error;
    }
  };

  const settingUp = 'at setting an app up';
  const ways = {
    'at signing in': async (visit: Visit, { entering }: Awaited<ReturnType<typeof person>>) =>
      passSecondFactor(test.site, entering, 'wrong', visit),
    [settingUp]: async (visit: Visit, { holder }: Awaited<ReturnType<typeof person>>) => enrolFactor(test.site, holder, 'wrong', visit),
    'at making new recovery codes': async (visit: Visit, { holder }: Awaited<ReturnType<typeof person>>) =>
      renewRecoveryCodes(test.site, holder, 'wrong', visit),
  };
  for (const [name, tryOnce] of Object.entries(ways))
    it(`has to wait after five tries, from wherever they come: ${name}`, async () => {
      const someone = await person(name !== settingUp);
      for (const network of ['a', 'b', 'c', 'd', 'e'])
        expect(await codeOf(tryOnce(visitFrom(network), someone))).not.to.be.oneOf(['done', 'tooOften']);
      await codeOf(tryOnce(visitFrom('f'), someone));
      expect(await codeOf(tryOnce(visitFrom('g'), someone))).to.equal('tooOften');
    });
});
