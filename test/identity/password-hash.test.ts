import { expect } from 'chai';
import { hashPassword, passwordIs } from '../../server/identity/password-hash.js';
import { Busy, Turnstile } from '../../server/identity/turnstile.js';

describe('a password hash', () => {
  it('is argon2id with 19 MiB and two passes, salted anew each time', async () => {
    const [one, other] = [await hashPassword('푸른 바다 위 고래'), await hashPassword('푸른 바다 위 고래')];
    expect(one).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.to.equal(other);
  });

  it('fits its password alone, in either form of Hangul', async () => {
    const hashed = await hashPassword('푸른 바다 위 고래');
    expect(await passwordIs(hashed, '푸른 바다 위 고래'.normalize('NFD'))).to.equal(true);
    expect(await passwordIs(hashed, '푸른 바다 위 고래 ')).to.equal(false);
    expect(await passwordIs(hashed, '')).to.equal(false);
  });

  it('that is not there fits nothing', async () => {
    expect(await passwordIs(null, 'nobody has this password')).to.equal(false);
  });
});

describe('the turnstile', () => {
  it('lets as many in at once as it is wide, and turns away who finds the line full', async () => {
    const turnstile = new Turnstile(2, 3);
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      inside++;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside--;
    };
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => turnstile.pass(work)));
    expect(most).to.equal(2);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).to.have.length(5);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).to.be.instanceOf(Busy);
    await turnstile.pass(work);
  });

  it('goes on after work that failed', async () => {
    const turnstile = new Turnstile(1, 1);
    const failed = await turnstile.pass(() => Promise.reject(new Error('no'))).catch((error: Error) => error.message);
    expect(failed).to.equal('no');
    expect(await turnstile.pass(async () => 'yes')).to.equal('yes');
  });
});
