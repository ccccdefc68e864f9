import { expect } from 'chai';
import { formatDay, formatMoment } from '../../server/presentation/time-format.js';

describe('moments as the pages print them', () => {
  // 15:30 UTC is half past midnight of the next day in Seoul, whatever the machine's zone.
  const moment = new Date('2025-12-31T15:30:05Z');

  it('shows what clocks in Seoul show, and says so', () => {
    expect(formatMoment(moment, 'ko')).to.equal('2026-01-01 00:30:05 (한국시각)');
    expect(formatMoment(moment, 'en')).to.equal('2026-01-01 00:30:05 (Korea time)');
  });

  it('takes the day of Seoul', () => {
    expect(formatDay(moment)).to.equal('2026-01-01');
  });
});
