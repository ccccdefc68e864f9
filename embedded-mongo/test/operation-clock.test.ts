import { expect } from 'chai';
import { OperationClock } from '../src/sessions/operation-clock.js';

describe('the clock of operations', () => {
  it('gives later times within a second and after the clock was set back', () => {
    const seconds = [100, 100, 40, 40, 101];
    const clock = new OperationClock(() => (seconds.shift() as number) * 1000 + 999);
    const times = Array.from({ length: 5 }, () => clock.tick());
    expect(times.map(({ t, i }) => [t, i])).to.deep.equal([
      [100, 1],
      [100, 2],
      [100, 3],
      [100, 4],
      [101, 1],
    ]);
  });
});
