import { expect } from 'chai';
import { inUploadRoom } from '../../server/http/upload-room.js';
import type { Respondent } from '../../server/operations/respondent.js';
import { Problem } from '../../server/problem/problem.js';

const of = (establishmentId: string): Respondent => ({ role: 'respondent', establishmentId, sessionId: 'session' });
const turnedAway = (who: Respondent): Promise<boolean> =>
  inUploadRoom(who, async () => false).catch((error: unknown) => error instanceof Problem && error.code === 'tooManyUploads');

describe('the room for uploads', () => {
  it('holds two of one, eight of all, and is free again when they are done or have failed', async () => {
    const ends: ((failed: boolean) => void)[] = [];
    const hold = (who: Respondent): Promise<unknown> =>
      inUploadRoom(
        who,
        () =>
          new Promise<void>((resolve, reject) => {
            ends.push((failed) => (failed ? reject(new Error('cut off')) : resolve()));
          }),
      ).catch(() => undefined);
    const held = [hold(of('a')), hold(of('a'))];
    expect([await turnedAway(of('a')), await turnedAway(of('b'))]).to.deep.equal([true, false]);
    for (const name of ['b', 'c', 'd']) held.push(hold(of(name)), hold(of(name)));
    expect(await turnedAway(of('e'))).to.equal(true);
    for (const [at, end] of ends.entries()) end(at % 2 === 0);
    await Promise.all(held);
    for (const name of ['a', 'e']) expect(await turnedAway(of(name)), name).to.equal(false);
  });
});
