import { expect } from 'chai';
import { newTurns } from '../../server/persistence/turns.js';
import { auditEntryWith } from '../support/audit-log.js';
import { openTestStore } from '../support/test-store.js';

const missed = () => new Error('missed');
const never = new Promise<void>(() => undefined);

describe('turns', () => {
  it('are taken in the order they came, one at a time, also after work that failed', async () => {
    const inTurn = newTurns({ holdMs: 60_000, waitMs: 60_000, missed });
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(`${name} ends`);
      if (name === 'b') throw new Error('b failed');
    };
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((name) => inTurn(work(name))));
    expect(seen).to.deep.equal(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('go on past one that hangs', async () => {
    const inTurn = newTurns({ holdMs: 20, waitMs: 60_000, missed });
    void inTurn(() => never);
    expect(await inTurn(async () => 'went on')).to.equal('went on');
  });

  it('are missed by who waits too long, whose place goes on to the next', async () => {
    const inTurn = newTurns({ holdMs: 200, waitMs: 50, missed });
    void inTurn(() => never);
    const late = await inTurn(async () => 'too late').catch((error: Error) => error.message);
    expect(late).to.equal('missed');
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(await inTurn(async () => 'again')).to.equal('again');
  });

  it('bring a hundred transactions at once to their end, in one chain', async () => {
    const test = await openTestStore();
    try {
      await Promise.all(
        Array.from({ length: 100 }, () => test.store.transaction(async (within) => void (await within.auditEntries.add(auditEntryWith())))),
      );
      expect((await test.store.auditEntries.head())?.seq).to.equal(100);
    } finally {
      await test.close();
    }
  }).timeout(60_000);
});
