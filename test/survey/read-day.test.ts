import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { parse } from 'yaml';
import { seoulDay, seoulYear } from '../../server/domain/seoul-time.js';
import { repositoryRoot } from '../../server/root.js';
import { readDay } from '../../server/survey/read-day.js';

interface Case {
  readonly typed: string;
  readonly is?: string;
  readonly asks?: string;
}

const cases = parse(readFileSync(join(repositoryRoot, 'test', 'survey', 'days.yaml'), 'utf8')) as readonly Case[];

describe('a day', () => {
  for (const { typed, is, asks } of cases) {
    it(`written as "${typed}" ${is === undefined ? `is asked about (${asks})` : `is ${is}`}`, () => {
      const read = readDay(typed);
      expect(read.ok ? read.day : read.code).to.equal(is ?? asks);
    });
  }

  it('reads back from every way it is written in', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10);
        const [year, month, ofMonth] = day.split('-').map(Number) as [number, number, number];
        const written = [
          day,
          day.replaceAll('-', ''),
          `${year}.${month}.${ofMonth}`,
          `${year}/${month}/${ofMonth}`,
          `${year}년 ${month}월 ${ofMonth}일`,
        ];
        for (const text of written) expect(readDay(text)).to.deep.equal({ ok: true, day });
      }),
    );
  });

  it('in Seoul begins nine hours before it does in Greenwich, whatever the machine is set to', () => {
    expect(seoulDay(new Date('2025-12-31T14:59:59.999Z'))).to.equal('2025-12-31');
    expect(seoulDay(new Date('2025-12-31T15:00:00.000Z'))).to.equal('2026-01-01');
    expect(seoulYear(new Date('2025-12-31T15:00:00.000Z'))).to.equal(2026);
  });
});
