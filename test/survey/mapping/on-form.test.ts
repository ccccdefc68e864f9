import { expect } from 'chai';
import type { ActivityMapping, Binding } from '../../../server/survey/mapping/mapping.js';
import { mappingsOnForm } from '../../../server/survey/mapping/on-form.js';

const from = (id: string, needed = false): Binding => ({ kind: 'answer', from: id, words: null, assumed: {}, times: 1, needed });
const constant = (value: string): Binding => ({ kind: 'constant', value });

const mapping: ActivityMapping = {
  kind: 'activity',
  category: 'purchasedElectricity',
  when: null,
  each: 'answer',
  fields: {
    quantity: from('bought', true),
    sold: { kind: 'sum', plus: ['sold'], minus: ['returned'], orElse: null, needed: false },
    instruments: {
      kind: 'entries',
      entries: [
        { kind: constant('rec'), quantity: from('rec') },
        { kind: constant('ppa'), quantity: from('ppa') },
      ],
    },
    factor: { kind: 'object', fields: { value: from('factor'), unit: constant('kgCO2/kWh'), source: constant('bill') } },
  },
  qualityFrom: 'evidence',
  money: { from: 'cost', price: constant('electricity'), vatIncluded: false, isEnough: true, contract: {}, contractPower: 'power' },
};

const without = (...absent: readonly string[]) => mappingsOnForm([mapping], (id) => absent.includes(id));

describe('a mapping on a form that does not ask everything', () => {
  it('stays as it is where all is asked', () => {
    expect(without()).to.deep.equal([mapping]);
  });

  it('does without what it can do without', () => {
    const [kept] = without('rec', 'factor', 'returned', 'evidence', 'power') as readonly ActivityMapping[];
    expect(Object.keys(kept?.fields ?? {})).to.deep.equal(['quantity', 'sold', 'instruments']);
    expect(kept?.fields.sold).to.deep.include({ plus: ['sold'], minus: [] });
    expect(kept?.fields.instruments).to.deep.equal({ kind: 'entries', entries: [{ kind: constant('ppa'), quantity: from('ppa') }] });
    expect(kept?.qualityFrom).to.equal(null);
    expect(kept?.money).to.deep.include({ from: 'cost', contractPower: null });
  });

  it('is not there without what it needs, and asks for no cost that the form does not ask', () => {
    expect(without('bought')).to.deep.equal([]);
    expect((without('cost')[0] as ActivityMapping).money).to.equal(null);
  });
});
