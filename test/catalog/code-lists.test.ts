import { expect } from 'chai';
import { readCodeLists } from '../../server/catalog/code-lists.js';
import { repositoryRoot } from '../../server/root.js';
import { businessNumberDigits, businessNumberHolds } from '../../server/survey/business-number.js';
import { isValidOn } from '../../server/survey/code-list.js';
import { definitions, edition } from '../survey/edition-under-test.js';

describe('the code lists', () => {
  const { lists, regionCrosswalk } = readCodeLists(repositoryRoot);

  it('hold manufacturing, and the industries beside it that sectors of the survey reach into, by revision 10', () => {
    const codes = lists.ksic?.entries.map(({ code }) => code) ?? [];
    expect([2, 3, 5].map((length) => codes.filter((code) => code.length === length).length)).to.deep.equal([30, 85, 479]);
    expect(lists.ksic?.entries.find(({ code }) => code === '24311')?.text).to.deep.equal({
      ko: '선철 주물 주조업',
      en: '선철 주물 주조업 (Manufacture of basic metals)',
    });
  });

  it('know 17 regions until the merger of July 2026 and 16 after it', () => {
    const on = (day: string) => lists.regions?.entries.filter((entry) => isValidOn(entry, day)).map(({ code }) => code) ?? [];
    expect(on('2026-06-30')).to.have.length(17).and.include.members(['29', '46']).and.not.include('12');
    expect(on('2026-07-01')).to.have.length(16).and.include('12').and.not.include.members(['29', '46']);
    expect(edition().codeLists.regions?.entries).to.have.length(17);
  });

  it('lead every district of the merged region back to one of the two old ones', () => {
    expect(regionCrosswalk).to.have.length(27);
    expect(regionCrosswalk.every(({ newCode, oldCode }) => newCode.startsWith('12') && /^(29|46)/.test(oldCode))).to.equal(true);
    expect(new Set(regionCrosswalk.map(({ newCode }) => newCode)).size).to.equal(27);
  });

  it('name the heat suppliers of the emission factors', () => {
    expect(lists['heat-suppliers']?.entries.map(({ code }) => code)).to.include('kdhc-daegu');
  });
});

describe('the business number', () => {
  it('has a tenth digit that follows from the nine before it', () => {
    expect(businessNumberHolds('1234567891')).to.equal(true);
    expect(businessNumberHolds('1234567890')).to.equal(false);
  });
  it('is read with hyphens, spaces and full-width digits', () => {
    for (const typed of ['123-45-67891', '123 45 67891', '１２３４５６７８９１', '1234567891'])
      expect(businessNumberDigits(typed)).to.equal('1234567891');
    for (const typed of ['123-45-6789', '12345678912', '123456789a']) expect(businessNumberDigits(typed)).to.equal(null);
  });
  it('of every full example holds and begins with 000, which no tax office gives out', () => {
    for (const { id, fields } of definitions().workedExamples.filter(({ id: one }) => !one.endsWith('-partial'))) {
      const digits = businessNumberDigits(fields['business-number'] ?? '') ?? '';
      expect(digits.startsWith('000') && businessNumberHolds(digits), id).to.equal(true);
    }
  });
});
