import { expect } from 'chai';
import fc from 'fast-check';
import { amountReading } from '../../server/presentation/amount-reading.js';
import { readNumber } from '../../server/survey/numbers.js';

describe('how an amount was understood', () => {
  it('is said with its thousands apart where the typed text says it otherwise', () => {
    expect(amountReading('1234567', 'number')).to.equal('= 1,234,567');
    expect(amountReading('１２００', 'number')).to.equal('= 1,200');
    expect(amountReading('1,200만', 'money')).to.equal('= 12,000,000');
    expect(amountReading('1억 2,000만원', 'money')).to.equal('= 120,000,000');
  });

  it('is not said where it would only repeat, or where nothing was understood', () => {
    for (const typed of ['', ' ', '12', '1,234.5', '0', '12kWh', '1e3']) expect(amountReading(typed, 'number'), typed).to.equal('');
  });

  it('is the number that was read, for every number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        const said = amountReading(String(value), 'number').replace('= ', '') || String(value);
        expect(readNumber(said)).to.deep.equal({ ok: true, value });
      }),
    );
  });
});
