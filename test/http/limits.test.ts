import { expect } from 'chai';
import { trustedProxies } from '../../server/http/client-address.js';
import { operator } from '../../server/operations/account-holder.js';
import { addEstablishment } from '../../server/operations/add-establishment.js';
import { createAccountLink } from '../../server/operations/create-account-link.js';
import { createInvitation } from '../../server/operations/create-invitation.js';
import { accountWith } from '../support/account-holders.js';
import type { Browser } from '../support/http-client.js';
import { type ServedSite, serveTestSite } from '../support/test-site.js';

const password = '푸른 바다 위 고래 셋';
const minute = 60_000;

describe('limits on trying', function () {
  // A hundred passwords are hashed, on whatever else the machine is doing.
  this.timeout(60_000);
  let served: ServedSite;
  let block = 0;
  before(async () => {
    // The test is the proxy, so that it can come from any address.
    served = await serveTestSite({ baseUrl: null, trustedProxies: trustedProxies(['127.0.0.1']) });
  });
  after(() => served.close());

  /** A network that no other test has come from. */
  const network = (): ((host: number) => string) => {
    const own = ++block;
    return (host) => `10.${own}.7.${host}`;
  };
  const person = async () => {
    const account = await accountWith(served.site, ['surveyor']);
    const { secret } = await createAccountLink(served.site, account.id, operator);
    await served.browser().post(`/choose-password/${secret}`, { password, again: password });
    return account;
  };
  const signIn = async (browser: Browser, from: string, loginName: string, typed: string): Promise<number> =>
    (await browser.post('/sign-in', { loginName, password: typed }, { 'x-forwarded-for': from })).status;

  it('let five wrong passwords pass, then ask to wait, each time longer, a quarter of an hour at the most', async () => {
    const { loginName } = await person();
    const from = network();
    const browser = served.browser();
    for (let time = 0; time < 5; time++) expect(await signIn(browser, from(1), loginName, 'wrong')).to.equal(401);
    const waits: number[] = [];
    for (let time = 0; time < 8; time++) {
      expect(await signIn(browser, from(1), loginName, 'wrong')).to.equal(401);
      const reply = await browser.post('/sign-in', { loginName, password: 'wrong' }, { 'x-forwarded-for': from(1) });
      expect(reply.status).to.equal(429);
      const wait = Number(reply.headers['retry-after']);
      expect(reply.text).to.include(`${wait}초 뒤에`);
      waits.push(wait);
      served.clock.pass(wait * 1000);
    }
    expect(waits).to.deep.equal([30, 60, 120, 240, 480, 900, 900, 900]);
    expect(await signIn(browser, from(1), loginName, password), 'the right one, once the wait is over').to.equal(303);
  });

  it('refuse even the right password while it has to wait, so that guessing on tells nothing', async () => {
    const { loginName } = await person();
    const from = network();
    const browser = served.browser();
    for (let time = 0; time < 6; time++) await signIn(browser, from(1), loginName, 'wrong');
    expect(await signIn(browser, from(1), loginName, password)).to.equal(429);
  });

  it('let no more than the free tries through of thirty at once', async () => {
    const { loginName } = await person();
    const from = network();
    const statuses = await Promise.all(Array.from({ length: 30 }, () => signIn(served.browser(), from(1), loginName, 'wrong')));
    expect(statuses.filter((status) => status === 401)).to.have.length.of.at.most(6);
    expect(statuses.filter((status) => status === 429)).to.have.length.of.at.least(24);
  });

  it('count another address of the same network as the same, in IPv6 too', async () => {
    const { loginName } = await person();
    const from = network();
    for (let host = 1; host <= 6; host++) await signIn(served.browser(), from(host), loginName, 'wrong');
    expect(await signIn(served.browser(), from(99), loginName, 'wrong')).to.equal(429);
    const other = await person();
    for (let part = 1; part <= 6; part++) await signIn(served.browser(), `2001:db8:1:ff${part}0::${part}`, other.loginName, 'wrong');
    expect(await signIn(served.browser(), '2001:db8:1:ffab::1', other.loginName, 'wrong')).to.equal(429);
  });

  it('never shut the owner out: another address and a browser used before get in while somebody guesses', async () => {
    const { loginName } = await person();
    const [home, elsewhere] = [network(), network()];
    const own = served.browser();
    expect(await signIn(own, home(1), loginName, password)).to.equal(303);
    await own.post('/sign-out', {}, { 'x-forwarded-for': home(1) });
    for (let time = 0; time < 12; time++) await signIn(served.browser(), home(2), loginName, 'wrong');
    expect(await signIn(served.browser(), home(3), loginName, password), 'a stranger in the same network').to.equal(429);
    expect(await signIn(own, home(1), loginName, password), 'a browser used before').to.equal(303);
    expect(await signIn(served.browser(), elsewhere(1), loginName, password), 'another address').to.equal(303);
  });

  it('hold a network that tries many accounts, for a while', async () => {
    const { loginName } = await person();
    const from = network();
    let held = 0;
    for (let time = 0; time < 70; time++) if ((await signIn(served.browser(), from(time), `nobody-${time}`, 'wrong')) === 429) held++;
    expect(held).to.equal(10);
    expect(await signIn(served.browser(), from(1), loginName, password)).to.equal(429);
    served.clock.pass(16 * minute);
    expect(await signIn(served.browser(), from(1), loginName, password)).to.equal(303);
  });

  it('hold strangers from many networks at one account, not its owner in a browser used before', async () => {
    const { loginName } = await person();
    const own = served.browser();
    await signIn(own, network()(1), loginName, password);
    let held = 0;
    for (let time = 0; time < 105; time++) if ((await signIn(served.browser(), network()(1), loginName, 'wrong')) === 429) held++;
    expect(held).to.equal(5);
    expect(await signIn(own, network()(1), loginName, password)).to.equal(303);
    served.clock.pass(61 * minute);
    expect(await signIn(served.browser(), network()(1), loginName, password)).to.equal(303);
  });

  it('take no address from a header that no proxy of the site wrote', async () => {
    const plain = await serveTestSite();
    try {
      const statuses: number[] = [];
      for (let time = 0; time < 8; time++) {
        const headers = { 'x-forwarded-for': `203.0.${time}.1`, 'x-real-ip': `203.0.${time}.1`, forwarded: `for=203.0.${time}.1` };
        statuses.push((await plain.browser().post('/sign-in', { loginName: 'kim', password: 'wrong' }, headers)).status);
      }
      expect(statuses.slice(-2)).to.deep.equal([429, 429]);
    } finally {
      await plain.close();
    }
  });

  it('are shared: what is counted lies in the store, by keys that tell nothing', async () => {
    const { loginName } = await person();
    const from = network();
    for (let time = 0; time < 6; time++) await signIn(served.browser(), from(1), loginName, 'wrong');
    const second = await served.beside();
    try {
      const reply = await second.browser().post('/sign-in', { loginName, password }, { 'x-forwarded-for': from(1) });
      expect(reply.status).to.equal(429);
    } finally {
      await second.close();
    }
  });

  it('slow down wrong registration numbers at a letter, without shutting its owner out elsewhere or using the letter up', async () => {
    const { id } = await addEstablishment(served.site, { name: '한빛주물', businessNumber: '000-81-00014', example: null });
    const { secret } = await createInvitation(served.site, id, 'letter');
    const [there, here] = [network(), network()];
    const enter = async (from: string, businessNumber: string): Promise<number> =>
      (await served.browser().post(`/enter/${secret}`, { businessNumber }, { 'x-forwarded-for': from })).status;
    for (let time = 0; time < 6; time++) expect(await enter(there(1), '000-81-00028')).to.equal(422);
    expect(await enter(there(1), '000-81-00028')).to.equal(429);
    expect(await enter(there(1), '000-81-00014')).to.equal(429);
    expect(await enter(here(1), '0008100014')).to.equal(303);
  });
});
